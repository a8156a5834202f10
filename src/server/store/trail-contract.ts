/** The trail as use cases of the store; links of operations are made by ingest and decision themselves, in their transaction. */
import type { StoredLink, TrailRoot } from '#domain/trail/trail-link.ts'
import type { TrailEvent } from '#server/trail/sealed-link.ts'

/** What happened, to be appended to its chains in the very transaction of the change, and only where it changed something (TRL-19). */
export type Links = readonly TrailEvent[]

/** A question to the trail; newest first. Whoever asks names chains, or an account that acted or was acted upon. */
export interface TrailQuery {
  readonly chains?: readonly string[]
  /** Who acted or to whom it was done. */
  readonly person?: string
  /** Only what this account did. */
  readonly account?: string
  readonly types?: readonly string[]
  readonly fromMs?: number
  /** Not included. */
  readonly untilMs?: number
  /** Where the page before ended; a page of chains and one of a person end in different ways. */
  readonly before?: TrailBefore
  readonly limit: number
}

export interface TrailPlace {
  readonly atMs: number
  readonly chain: string
  readonly num: number
}

/**
 * Within a chain numbers say what came first, whatever the clock said; what a person did is in the order of moments,
 * because it lies in many chains.
 */
export interface TrailBefore {
  readonly place?: TrailPlace
  readonly nums?: Readonly<Record<string, number>>
}

export interface TrailStore {
  /** Appends each event to its chain, all in one transaction; those of a feed that does not exist are left out. */
  recordTrail(events: readonly TrailEvent[]): Promise<void>
  trailPage(query: TrailQuery): Promise<readonly StoredLink[]>
  /** How many operations of each kind a feed has in this range of numbers. */
  kindsBetween(feed: string, firstSeq: number, lastSeq: number): Promise<Readonly<Record<string, number>>>
  /** Binds the heads of all chains that went on since the last root; null where none did. */
  rootTrail(nowMs: number): Promise<TrailRoot | null>
}
