// Pictures for <img>: the bytes on this device first, else asked of the endpoint once and kept. Object URLs are
// released when the screen goes away. A picture that cannot be had now has a problem instead and is asked again the
// next time the screen opens.
import { useEffect, useRef, useState } from 'react'
import type { EvidenceRepository } from '#data/contract/evidence-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Platform } from './screen-props.ts'

/** `isFetching`: not on this device (any more), on its way from the endpoint. */
export type PhotoUrl = { readonly url: string } | { readonly isFetching: true } | { readonly problem: Problem }
export type PhotoSource = Pick<EvidenceRepository, 'bytes' | 'keep'>
export type PhotoFetcher = Pick<Platform, 'fetchPhoto'>

/** By hash; absent while it is looked for on this device. */
export function usePhotoUrls(
  hashes: readonly string[],
  source: PhotoSource,
  fetcher: PhotoFetcher,
): ReadonlyMap<string, PhotoUrl> {
  const [photos, setPhotos] = useState<ReadonlyMap<string, PhotoUrl>>(new Map())
  const asked = useRef(new Map<string, Promise<PhotoUrl>>())
  const wanted = hashes.join(' ')
  useEffect(() => {
    for (const hash of wanted.split(' ')) {
      if (hash === '' || asked.current.has(hash)) continue
      const show = (photo: PhotoUrl) => setPhotos((known) => new Map(known).set(hash, photo))
      const loading = loadPhoto(hash, source, fetcher, () => show({ isFetching: true }))
      asked.current.set(hash, loading)
      void loading.then(show)
    }
  }, [wanted, source, fetcher])
  useEffect(() => {
    const loads = asked.current
    return () => {
      for (const loading of loads.values()) void loading.then(release)
      loads.clear()
    }
  }, [])
  return photos
}

async function loadPhoto(
  hash: string,
  source: PhotoSource,
  fetcher: PhotoFetcher,
  onFetching: () => void,
): Promise<PhotoUrl> {
  const here = await source.bytes(hash)
  if (here !== null) return urlOf(here)
  onFetching()
  const fetched = await fetcher.fetchPhoto(hash)
  if (!fetched.ok) return { problem: fetched.error }
  await source.keep(hash, fetched.value)
  return urlOf(fetched.value)
}

const urlOf = (bytes: Uint8Array): PhotoUrl => ({
  url: URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })),
})

const release = (photo: PhotoUrl): void => {
  if ('url' in photo) URL.revokeObjectURL(photo.url)
}
