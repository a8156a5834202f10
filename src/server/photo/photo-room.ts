/**
 * Whether there is room for one more photo (decision D20). Every commune has a quota, so that one cannot fill the disk
 * of all; and photos stop while there is still room for text, which is always taken (END-57).
 */
import { statfs } from 'node:fs/promises'
import { feedId, parseFeed } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { BlobStore } from '#server/store/blob-contract.ts'

export interface PhotoLimits {
  /** Bytes of photos that the records of one commune may refer to. */
  readonly quotaBytes: number
  /** Bytes on the disk that photos leave to text. */
  readonly reserveBytes: number
}

const MEGABYTE = 1_000_000
export const PHOTO_LIMITS: PhotoLimits = { quotaBytes: 2000 * MEGABYTE, reserveBytes: 200 * MEGABYTE }

export class PhotoRoom {
  readonly #store: Pick<BlobStore, 'bytesReferredTo'>
  readonly #folder: string
  readonly #limits: PhotoLimits

  constructor(store: Pick<BlobStore, 'bytesReferredTo'>, folder: string, limits: PhotoLimits) {
    this.#store = store
    this.#folder = folder
    this.#limits = limits
  }

  /** Why this photo has to wait, or null. */
  async refusal(feed: string, bytes: number): Promise<Problem | null> {
    if (await this.isDiskFull(bytes)) return { code: 'evidence.disk-full' }
    const scope = parseFeed(feed)?.scope
    if (scope === undefined) return null
    const feeds = (['self', 'audit', 'pub'] as const).map((audience) => feedId(scope, audience))
    const used = await this.#store.bytesReferredTo(feeds)
    const { quotaBytes } = this.#limits
    if (used + bytes <= quotaBytes) return null
    return { code: 'evidence.quota-full', params: { megabytes: Math.round(quotaBytes / MEGABYTE) } }
  }

  /** The disk of the photos and what they are allowed, in bytes. */
  async room() {
    const { bavail, blocks, bsize } = await statfs(this.#folder)
    return { ...this.#limits, freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  }

  async isDiskFull(bytes = 0): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.#folder)
    return bavail * bsize - bytes < this.#limits.reserveBytes
  }
}
