/**
 * Tells everybody who reads a request of a move that was kept aside (END-132): at the start, right after a push that kept
 * one aside or a decision about one, and every so often for what another endpoint of the database left behind when it
 * ended. A notice that fails is told in the log and made up for later; nobody's push waits on its success.
 */
import { keptAsideReasons } from '#domain/corrective-action/kept-aside.ts'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import { asEndpoint, writeAsEndpoint } from '#server/endpoint-writer/endpoint-writer.ts'
import { withPatience } from '#server/endpoint-writer/with-patience.ts'
import type { Notices } from '#server/ingest/take-in.ts'
import type { EndpointStore, RefusedRow } from '#server/store/store-contract.ts'
import { isTold, noticesIn, recordsFor, stampOf } from './kept-aside-records.ts'

const NOTICE_MINUTES = 30

const MINUTE_MS = 60_000
/** Clocks of two endpoints may differ, and a decision is stamped before it is stored. */
const OVERLAP_MS = 60 * MINUTE_MS
/** So that one feed with a long history is not one long transaction. */
const WRITTEN_AT_ONCE = 200

export interface NoticeParts {
  readonly store: EndpointStore
  readonly clock: Clock
  readonly random: RandomSource
  readonly onError: (error: unknown) => void
}

export class NoticeDesk implements Notices {
  readonly #parts: NoticeParts
  /** Stamps of rows whose notice stands. */
  readonly #told = new Set<string>()
  #decidedSinceMs = 0
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(parts: NoticeParts) {
    this.#parts = parts
  }

  /** A look under way may have begun before what is asked about: whoever asks meanwhile gets the one after it. */
  tell(): Promise<void> {
    if (this.#isStopped) return Promise.resolve()
    if (this.#running === undefined) return this.#begin()
    this.#next ??= this.#running.then(() => {
      this.#next = undefined
      return this.#begin()
    })
    return this.#next
  }

  /** Looks now and then by itself; nothing waits for it. */
  begin(everyMs = NOTICE_MINUTES * MINUTE_MS): void {
    this.#timer = setInterval(() => void this.tell(), everyMs)
    this.#timer.unref()
    void this.tell()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#timer)
    await withPatience(this.#running)
  }

  #begin(): Promise<void> {
    this.#running = this.#once().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #once(): Promise<void> {
    try {
      await this.#look()
    } catch (error) {
      this.#parts.onError(error)
    }
  }

  async #look(): Promise<void> {
    const { store, clock } = this.#parts
    const beganMs = clock.now()
    const refused = await store.refusedUnder(keptAsideReasons, this.#decidedSinceMs)
    const untold = refused.filter((row) => isTold(row) && !this.#told.has(stampOf(row)))
    for (const [feed, rows] of byFeed(untold)) {
      if (this.#isStopped) return
      await this.#tellIn(feed, rows)
    }
    this.#decidedSinceMs = beganMs - OVERLAP_MS
  }

  async #tellIn(feed: string, rows: readonly RefusedRow[]): Promise<void> {
    const { store, clock, random } = this.#parts
    await asEndpoint(store, async () => {
      const records = recordsFor(feed, rows, await noticesIn(store, feed))
      for (let at = 0; at < records.length; at += WRITTEN_AT_ONCE) {
        const part = records.slice(at, at + WRITTEN_AT_ONCE)
        await writeAsEndpoint({ store, random, nowMs: clock.now() }, part)
      }
    })
    for (const row of rows) this.#told.add(stampOf(row))
  }
}

function byFeed(rows: readonly RefusedRow[]): ReadonlyMap<string, readonly RefusedRow[]> {
  const feeds = new Map<string, RefusedRow[]>()
  for (const row of rows) feeds.set(row.op.s, [...(feeds.get(row.op.s) ?? []), row])
  return feeds
}
