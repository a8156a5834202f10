/**
 * One run under the lock: text until nothing is left, then photos; text written meanwhile sends the run back to text.
 * It also remembers how often it failed in a row, and from that when to try again.
 */
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { retryDelay } from './backoff.ts'
import type { PhotoQuestions } from './photo-questions.ts'
import type { PhotoTransfer } from './photo-transfer.ts'
import type { Relay } from './hand-over/relay.ts'
import type { RoundParts } from './round.ts'
import { sendAndReadAll } from './send-and-read-all.ts'
import { createStatusTeller, type StatusTeller } from './status-teller.ts'
import type { Random, Timers } from './sync-edges.ts'
import type { SyncTransport } from './sync-transport.ts'
import type { TransferLog } from './transfer-log.ts'
import { createTransferSize } from './transfer-size.ts'

export interface SyncRunParts {
  readonly store: SyncStore
  readonly transport: SyncTransport
  /** Left out where this device sends no photos (a worker). */
  readonly photos?: PhotoTransfer
  /** Left out with them. */
  readonly questions?: PhotoQuestions
  /** Delivers what this device carries for others, after its own text. */
  readonly relay?: Relay
  /** Notes what each run moved; `store` is then the one it counts at. Left out where nobody reads it. */
  readonly transfers?: TransferLog
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
}

export interface SyncRun {
  readonly status: StatusTeller
  /** Something is to be sent or read: a run under way takes it along. */
  want(): void
  isWanted(): boolean
  isFailing(): boolean
  execute(isStopped: () => boolean): Promise<void>
  /** Milliseconds until the next run, after one has ended. */
  nextDelay(): number
}

export const EVERY_MS = 5 * 60_000

export function createSyncRun(parts: SyncRunParts): SyncRun {
  const rounds: RoundParts = { ...parts, size: createTransferSize() }
  const status = createStatusTeller(parts.store, parts.clock)
  let failures = 0
  let isWanted = false
  /** In the run under way: a line that brings a piece before it is cut is no line that is down. Rule SYN-34. */
  let hasMoved = false

  async function sendEverything(isStopped: () => boolean): Promise<Result<null, Problem>> {
    for (;;) {
      const text = await sendAndReadAll(rounds, isStopped, {
        round: () => {
          isWanted = false
        },
        progress: () => {
          hasMoved = true
        },
      })
      if (!text.ok || isStopped()) return text
      await status.succeeded()
      const relayed = (await parts.relay?.deliver(() => isWanted || isStopped())) ?? ok(null)
      if (!relayed.ok) return relayed
      const photos = (await parts.photos?.transfer(() => isWanted || isStopped())) ?? ok(null)
      if (!photos.ok || !isWanted || isStopped()) return photos
    }
  }

  async function execute(isStopped: () => boolean): Promise<void> {
    const before = failures
    failures = before + 1
    hasMoved = false
    await status.began()
    const noteRun = parts.transfers?.begin()
    const outcome = await sendEverything(isStopped)
    if (outcome.ok) failures = 0
    else if (hasMoved || parts.transfers?.hasMovedPhotos() === true) failures = 1
    if (!outcome.ok && !isStopped()) await status.failed(outcome.error)
    await noteRun?.(outcome.ok || isStopped() ? null : outcome.error)
  }

  return {
    status,
    want() {
      isWanted = true
    },
    isWanted: () => isWanted,
    isFailing: () => failures > 0,
    execute,
    nextDelay: () => (failures > 0 ? retryDelay(failures, parts.random) : isWanted ? 0 : EVERY_MS),
  }
}
