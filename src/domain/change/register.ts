/**
 * A field is a multi-value register with its own context. Two people who wrote without seeing each other leave
 * two heads, both kept and shown; a later write that saw both replaces them. Merging is a join: order,
 * repetition and side paths (a USB stick, a snapshot) make no difference (CHG-2 … CHG-5).
 */
import type { Hlc } from './hlc.ts'
import type { Context, Dot, FieldWrite, JsonValue, Op } from './op.ts'

/** A value nobody has replaced yet, and who wrote it. */
export interface Head extends Dot {
  readonly h: Hlc
  readonly v: JsonValue
  readonly u: string
}

export interface Register {
  /** Sorted by (hlc, device), so that equal registers are equal text. */
  readonly h: readonly Head[]
  /** What was seen beyond the heads. */
  readonly x?: Context
}

/** The order of display: by stamp, ties by device, so that every replica shows the same head first. */
export const compareHeads = (a: Head, b: Head): number => a.h - b.h || (a.d < b.d ? -1 : a.d > b.d ? 1 : a.n - b.n)

/** Highest n per device. A map and not an object: ids come from outside, and one may be called `constructor`. */
type Seen = Map<string, number>

const raise = (seen: Seen, device: string, n: number): Seen => seen.set(device, Math.max(seen.get(device) ?? 0, n))

function seenBy(register: Register): Seen {
  const seen: Seen = new Map(Object.entries(register.x ?? {}))
  for (const head of register.h) raise(seen, head.d, head.n)
  return seen
}

/** Everything this register has seen, its own heads included. */
export const contextOf = (register: Register): Context => Object.fromEntries(seenBy(register))

const has = (register: Register, dot: Dot): boolean => register.h.some((head) => head.d === dot.d && head.n === dot.n)

function assemble(heads: readonly Head[], seen: Seen): Register {
  const top: Seen = new Map()
  for (const head of heads) raise(top, head.d, head.n)
  const rest = [...seen].filter(([device, n]) => n > (top.get(device) ?? 0)).sort(([a], [b]) => (a < b ? -1 : 1))
  const h = [...heads].sort(compareHeads)
  return rest.length === 0 ? { h } : { h, x: Object.fromEntries(rest) }
}

/** The join of two states of one register: commutative, associative, idempotent. */
export function mergeRegisters(a: Register, b: Register): Register {
  const seenByA = seenBy(a)
  const seenByB = seenBy(b)
  const survives = (head: Head, other: Register, seen: Seen): boolean =>
    has(other, head) || head.n > (seen.get(head.d) ?? 0)
  const heads = a.h.filter((head) => survives(head, b, seenByB))
  for (const head of b.h) if (!has(a, head) && survives(head, a, seenByA)) heads.push(head)
  for (const [device, n] of seenByB) raise(seenByA, device, n)
  return assemble(heads, seenByA)
}

/** An operation's field as a register with one head. Its own device is implicit in the context: n covers all before. */
export function registerOfWrite(op: Op, write: FieldWrite): Register {
  const head: Head = { d: op.d, n: op.n, h: op.h, v: write[0], u: op.u }
  if (write[1] === undefined) return { h: [head] }
  const seen: Seen = new Map(Object.entries(write[1]))
  seen.delete(op.d)
  return assemble([head], seen)
}

/** The context to send with a write on top of `register`: what other devices wrote and this writer saw. */
export function contextForWrite(register: Register | undefined, device: string): Context | undefined {
  if (!register) return undefined
  const others = seenBy(register)
  others.delete(device)
  return others.size === 0 ? undefined : Object.fromEntries(others)
}

/** The head shown first: highest (hlc, device). */
export const primaryHead = (register: Register | undefined): Head | undefined => register?.h.at(-1)

const canonical = (value: JsonValue): string =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? `{${Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
        .join()}}`
    : Array.isArray(value)
      ? `[${value.map(canonical).join()}]`
      : JSON.stringify(value)

/** The latest head of each different value, the primary last; more than one is a conflict for a person. Rule CHG-4. */
export function differingHeads(register: Register | undefined): readonly Head[] {
  if (!register || register.h.length < 2) return register?.h ?? []
  const byValue = new Map<string, Head>()
  for (const head of register.h) byValue.set(canonical(head.v), head)
  return [...byValue.values()].sort(compareHeads)
}
