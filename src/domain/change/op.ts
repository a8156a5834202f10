/**
 * An operation is one person's change to one entity: the only thing that is written, sent, stored and merged.
 * The pair (device, n) names it everywhere and for ever, so sending it twice changes nothing (CHG-1).
 */
import type { Hlc } from './hlc.ts'

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** For each device, the highest n whose write to a register was seen. */
export type Context = Readonly<Record<string, number>>

/** A new value, with what its writer had seen of that register from other devices. */
export type FieldWrite = readonly [value: JsonValue] | readonly [value: JsonValue, context: Context]

export interface Op {
  /** Replica that wrote it: one person on one browser profile (decision D8). */
  readonly d: string
  /** 1, 2, 3 … without gaps per replica. */
  readonly n: number
  readonly h: Hlc
  /** Feed, `{scope}/{audience}`. */
  readonly s: string
  /** Kind of the entity, a key of the kind registry. */
  readonly k: string
  /** Entity id. */
  readonly e: string
  /** Account id of the author. */
  readonly u: string
  /** Schema version of the kind when written. */
  readonly sv: number
  /** Operations with the same group are applied in one transaction. */
  readonly g?: string
  readonly f: Readonly<Record<string, FieldWrite>>
}

/** Names one operation: the idempotency key of everything. */
export interface Dot {
  readonly d: string
  readonly n: number
}
