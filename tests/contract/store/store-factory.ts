/**
 * The suite every store of the endpoint has to pass. A factory opens a store on a place of its own; `reopen` opens the
 * same data again, as a restart does, and `restore` opens what the last backup held, as after a lost disk.
 */
import type { TrailRoot } from '#domain/trail/trail-link.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import type { TrailReport } from '#server/trail/verify-trail.ts'

export interface OpenedStore {
  readonly store: EndpointStore
  /** Closes and opens the same data. */
  reopen(): Promise<OpenedStore>
  /** Closes, throws the data away, and opens the newest backup. */
  restore(): Promise<OpenedStore>
  /** What somebody else who opens the same data at this moment sees of it: the operations of a feed. */
  storedOps(feed: string): Promise<number>
  /** What the verifying command finds at this moment. */
  verifyTrail(kept?: readonly TrailRoot[]): Promise<TrailReport>
  /** Runs statements behind the store's back. */
  tamper(sql: string): Promise<void>
}

export interface StoreFactory {
  readonly name: string
  open(): Promise<OpenedStore>
}
