/**
 * What a run moved, for the sync centre (SYN-23). It listens at the store and at the way out, so that rounds and photos
 * know nothing of it, and writes once, after the run: nothing is added to the writing of an answer. Bytes are those of
 * bodies, as they travel; what a screen fetches while a run is under way is counted along.
 */
import type { TransferEntry } from '#data/contract/store-contract.ts'
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import type { Op } from '#domain/change/op.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { EndpointEdge } from './endpoint-request.ts'
import { sizeOf } from './link-speed.ts'

export interface TransferLog {
  /** The same way out; bytes that take it are counted. */
  readonly edge: EndpointEdge
  /** The same store; what is acknowledged, received and fetched is counted. */
  readonly store: SyncStore
  /** A run begins. What it answers is to be called at its end, with what made it fail. */
  begin(): (problem: Problem | null) => Promise<void>
}

type Tally = { -readonly [K in keyof Omit<TransferEntry, 'at' | 'ms' | 'problem'>]: TransferEntry[K] }

const nothing: Tally = { ops: 0, records: 0, photos: 0, thumbnails: 0, up: 0, down: 0 }

/** One tally for the life of the page, emptied when a run begins. */
export function createTransferLog(edge: EndpointEdge, store: SyncStore, clock: Clock): TransferLog {
  const tally = { ...nothing }
  let outgoing: readonly Op[] = []
  /** The same failure again, with nothing moved in between, is no news: a day without a network is one line. */
  let lastFailure: string | undefined

  const countedFetch: typeof fetch = async (address, init) => {
    tally.up += sizeOf(init?.body)
    const response = await edge.fetch(address, init)
    tally.down += Number(response.headers.get('content-length'))
    return response
  }

  const counted: SyncStore = {
    ...store,
    async nextPush(limitBytes) {
      const slice = await store.nextPush(limitBytes)
      outgoing = slice.ok ? slice.value.ops : []
      return slice
    },
    async applyAnswer(answer) {
      const applied = await store.applyAnswer(answer)
      if (applied.ok) {
        // What was sent counts when it is acknowledged, as everywhere (SYN-2).
        tally.ops += outgoing.filter(({ n }) => n <= answer.push.ack).length
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
    edge: { ...edge, fetch: countedFetch },
    store: counted,
    begin() {
      Object.assign(tally, nothing)
      const [at, from] = [clock.now(), edge.timers.monotonicNow()]
      return async (problem) => {
        const hasMoved = tally.ops + tally.records + tally.photos + tally.thumbnails > 0
        const failure = hasMoved ? undefined : problem?.code
        const isNews = hasMoved || (failure !== undefined && failure !== lastFailure)
        lastFailure = failure
        // A line of the list that cannot be written is no reason to call the run failed.
        if (isNews) await store.noteTransfer({ at, ms: edge.timers.monotonicNow() - from, ...tally, problem })
      }
    },
  }
}
