/**
 * Which photos the endpoint is asked about in the next request. It takes its photo backup every hour or so, so asking
 * with every round would only cost bytes: a few hashes every five minutes, in turn, until each is safe (SYN-17).
 */
import type { PhotoStore } from '#data/contract/photo-sending-contract.ts'
import type { Timers } from './sync-edges.ts'

export interface PhotoQuestions {
  next(): Promise<readonly string[]>
}

/** A hash is 64 characters that no compression shortens: these are half a kilobyte on the line. */
const AT_ONCE = 16
const ASK_EVERY_MS = 5 * 60_000

export function createPhotoQuestions(
  store: Pick<PhotoStore, 'sentPhotos'>,
  timers: Pick<Timers, 'monotonicNow'>,
): PhotoQuestions {
  let askedAt = Number.NEGATIVE_INFINITY
  let turn = 0
  return {
    async next() {
      if (timers.monotonicNow() - askedAt < ASK_EVERY_MS) return []
      const sent = await store.sentPhotos()
      if (sent.length === 0) return []
      askedAt = timers.monotonicNow()
      const from = turn % sent.length
      turn = from + AT_ONCE
      return [...sent.slice(from), ...sent.slice(0, from)].slice(0, AT_ONCE)
    },
  }
}
