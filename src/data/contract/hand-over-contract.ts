/**
 * What handing work over by file needs of a person's store: own operations to make sections of, sections kept for others
 * until the endpoint has them, and receipts on their way back. Sections are bytes here; what is in them and whether it
 * is genuine is settled in `src/sync/hand-over`.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { PushSlice } from './sync-store-contract.ts'

/** The endpoint's keys and its word for this replica, as fetched with a network; see the protocol's `HandOverPass`. */
export interface KeptPass {
  readonly endpointKey: string
  readonly signingKey: string
  readonly certificate: { readonly text: string; readonly signature: string }
  /** Grants it was given for; with other grants a new one is fetched. */
  readonly grantsVersion: string
  /** Milliseconds since 1970. */
  readonly fetchedAt: number
}

export interface KeptSection {
  /** Of the bytes as they are passed on. */
  readonly sha256: string
  readonly form: 'envelope' | 'plain'
  readonly type: 'ops' | 'photo'
  /** Replica that made it. */
  readonly origin: string
  readonly from: number
  readonly to: number
  readonly feed: string | null
  readonly size: number
  readonly at: number
  /** Made by this store, also under a replica id it no longer uses. */
  readonly isOwn: boolean
  /** Incarnation of the endpoint that has it, or refused it for good; null while it is to be delivered. */
  readonly inc: string | null
  /** Why the endpoint did not take it at the last try. */
  readonly code: string | null
}

export type NewSection = Omit<KeptSection, 'size' | 'at' | 'inc' | 'code' | 'isOwn'> & { readonly bytes: Uint8Array }

/** A receipt for another device, kept until that device opens a file of this one. */
export interface KeptReceipt {
  readonly origin: string
  readonly text: string
  readonly signature: string
  readonly inc: string
  readonly atMs: number
  readonly ack: number
  readonly safe: number
}

/** A wish of another device for the work of others, or the endpoint's answer to it; sealed, and passed on as it is. */
export interface KeptExtra {
  readonly kind: 'ask' | 'return'
  /** Replica that asked. */
  readonly origin: string
  /** Of a wish by that device's clock, of an answer by the endpoint's: the later one takes the place of the earlier. */
  readonly atMs: number
  readonly sha256: string
  readonly bytes: Uint8Array
  /** Of a wish: incarnation of the endpoint that answered; null while it is to be delivered. */
  readonly inc: string | null
}

/** The key answers are sealed to, JWK texts; it lies in this person's store and is sealed with it. */
export interface ReturnKey {
  readonly publicKey: string
  readonly privateKey: string
}

type Saved = Promise<Result<null, Problem>>

export interface HandOverStore {
  pass(): Promise<KeptPass | null>
  keepPass(pass: KeptPass): Saved
  /** Own operations after `n`, as many as fit in `limitBytes` of JSON and at least one gesture, in the order of n. */
  ownAfter(n: number, limitBytes: number): Promise<Result<PushSlice, Problem>>
  /** Everything kept, own sections included, without the bytes. */
  sections(): Promise<Result<readonly KeptSection[], Problem>>
  sectionBytes(sha256: string): Promise<Uint8Array | null>
  /** Keeps sections; those known already stay as they are. Returns how many are new. `isOwn`: made by this store. */
  keepSections(sections: readonly NewSection[], isOwn?: boolean): Promise<Result<number, Problem>>
  /** `inc` null: to be tried again. */
  noteOutcome(sha256: string, outcome: { readonly inc: string | null; readonly code: string | null }): Saved
  dropSections(sha256s: readonly string[]): Saved
  receipts(): Promise<readonly KeptReceipt[]>
  /** Keeps the newest per origin. */
  keepReceipt(receipt: KeptReceipt): Saved
  extras(): Promise<readonly KeptExtra[]>
  /** Keeps the latest per kind and origin. False where this one or a later one was here. */
  keepExtra(extra: Omit<KeptExtra, 'inc'>): Promise<Result<boolean, Problem>>
  /** The endpoint of that incarnation answered the wish; changes nothing where a later one has come. */
  noteAsked(origin: string, atMs: number, inc: string): Saved
  dropExtra(kind: KeptExtra['kind'], origin: string): Saved
  returnKey(): Promise<ReturnKey | null>
  keepReturnKey(key: ReturnKey): Saved
}
