/** What the law on personal data asks of the store: everything of one account, and taking its names away. */
import type { Op } from '#domain/change/op.ts'

export interface PersonRecords {
  /** Operations written on devices of the account, newest first. */
  readonly ops: readonly Op[]
  /** Refused ones that wait or were decided. */
  readonly refused: readonly Op[]
  readonly passkeys: readonly { readonly label: string; readonly createdMs: number }[]
  /** Identity providers by which the person may sign in. */
  readonly providers: readonly string[]
}

/** How much there is about one account; what an erasing takes and what it leaves. */
export interface PersonCounts {
  readonly ops: number
  readonly refused: number
  readonly devices: number
  readonly passkeys: number
  readonly providers: number
  readonly codes: number
  /** Links about the account, and those of them that still say more than the chain. */
  readonly links: number
  readonly details: number
}

/** An operation on one record, as its trail shows it. */
export interface Touch {
  readonly seq: number
  readonly atMs: number
  readonly account: string
  readonly device: string
  readonly fields: readonly string[]
}

export interface Erasing {
  readonly account: string
  /** The administrator. */
  readonly by: string
  readonly device: string
  readonly nowMs: number
}

export interface PersonStore {
  personRecords(account: string, limit: number): Promise<PersonRecords>
  personCounts(account: string): Promise<PersonCounts>
  /** When the account last wrote a sealed record; null where it never did. */
  lastSealedMs(account: string): Promise<number | null>
  /** Takes names, credentials and details of links away and appends the link that says so, in one transaction. */
  erasePerson(erasing: Erasing): Promise<void>
  /** Who wrote in one record, newest first. */
  touchesOf(feed: string, entity: string, limit: number): Promise<readonly Touch[]>
  /** Removes what has come to its end by itself: sessions, challenges, codes. How many rows went. */
  sweepEnded(nowMs: number): Promise<number>
}
