/**
 * What a run moved, for the sync centre (SYN-24). It listens at the store and at the meter of the line,
 * so that rounds and photos know nothing of it, and tells the store once, after the run: nothing is added to the writing
 * of an answer. Bytes are those of bodies, as they travel; what a screen fetches during a run is counted along.
 */
import type { TransferEntry } from '#data/contract/store-contract.ts'
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Traffic } from './link-speed.ts'
import type { Timers } from './sync-edges.ts'

export interface TransferLog {
  /** Where the meter of the line adds up bytes. */
  readonly traffic: Traffic
  /** The same store; what is acknowledged, received and fetched is counted. */
  readonly store: SyncStore
  /** Whether a photo or thumbnail went or came whole in the run under way. */
  hasMovedPhotos(): boolean
  /** A run begins. What it answers is to be called at its end, with what made it fail. */
  begin(): (problem: Problem | null) => Promise<void>
}

type Tally = { -readonly [K in keyof Omit<TransferEntry, 'at' | 'ms' | 'problem'>]: TransferEntry[K] }

const clear = (tally: Partial<Tally>): Tally =>
  Object.assign(tally, { ops: 0, records: 0, photos: 0, thumbnails: 0, up: 0, down: 0 })

/** One tally for the life of the page, cleared when a run begins. */
export function createTransferLog(store: SyncStore, clock: Clock, timers: Timers): TransferLog {
  const tally = clear({})

  const counted: SyncStore = {
    ...store,
    async applyAnswer(answer) {
      const applied = await store.applyAnswer(answer)
      if (applied.ok) {
        // What was sent counts when it is acknowledged, as everywhere (SYN-2).
        tally.ops += applied.value.acknowledged
        tally.records += applied.value.entities
      }
      return applied
    },
    markBlobSent(sha256) {
      tally.photos++
      return store.markBlobSent(sha256)
    },
    keepBlob(sha256, bytes) {
      tally.thumbnails++
      return store.keepBlob(sha256, bytes)
    },
  }

  return {
    traffic: tally,
    store: counted,
    hasMovedPhotos: () => tally.photos + tally.thumbnails > 0,
    begin() {
      clear(tally)
      const [at, from] = [clock.now(), timers.monotonicNow()]
      return async (problem) => {
        // A line of the list that cannot be written is no reason to call the run failed.
        await store.noteTransfer({ at, ms: timers.monotonicNow() - from, ...tally, problem })
      }
    },
  }
}
