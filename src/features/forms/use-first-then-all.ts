// The places of a section as they are drawn: what fills a screen first, and the rest once that has been painted.
import { startTransition, useEffect, useState } from 'react'
import type { OutlineSection, Place } from './filling-outline.ts'

/** More than fit on a tablet held upright. */
const FIRST = 10
const NONE: readonly Place[] = []

export function useFirstThenAll(section: OutlineSection | undefined): readonly Place[] {
  const [whole, setWhole] = useState<string>()
  const [key, places] = [section?.key, section?.places ?? NONE]
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setWhole(key)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [key])
  return whole === key ? places : places.slice(0, FIRST)
}
