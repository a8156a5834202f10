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

const byStamp = (a: Head, b: Head): number => a.h - b.h || (a.d < b.d ? -1 : a.d > b.d ? 1 : a.n - b.n)

/** Everything this register has seen, its own heads included. */
export function contextOf(register: Register): Record<string, number> {
  const seen: Record<string, number> = { ...register.x }
  for (const head of register.h) seen[head.d] = Math.max(seen[head.d] ?? 0, head.n)
  return seen
}

const has = (register: Register, dot: Dot): boolean => register.h.some((head) => head.d === dot.d && head.n === dot.n)

function assemble(heads: readonly Head[], seen: Record<string, number>): Register {
  const h = [...heads].sort(byStamp)
  const top: Record<string, number> = {}
  for (const head of h) top[head.d] = Math.max(top[head.d] ?? 0, head.n)
  const rest = Object.keys(seen)
    .filter((device) => (seen[device] ?? 0) > (top[device] ?? 0))
    .sort()
  return rest.length === 0 ? { h } : { h, x: Object.fromEntries(rest.map((device) => [device, seen[device] ?? 0])) }
}

/** The join of two states of one register: commutative, associative, idempotent. */
export function mergeRegisters(a: Register, b: Register): Register {
  const seenByA = contextOf(a)
  const seenByB = contextOf(b)
  const survives = (head: Head, other: Register, seen: Record<string, number>): boolean =>
    has(other, head) || head.n > (seen[head.d] ?? 0)
  const heads = a.h.filter((head) => survives(head, b, seenByB))
  for (const head of b.h) if (!has(a, head) && survives(head, a, seenByA)) heads.push(head)
  const seen = { ...seenByA }
  for (const [device, n] of Object.entries(seenByB)) seen[device] = Math.max(seen[device] ?? 0, n)
  return assemble(heads, seen)
}

/** An operation's field as a register with one head. */
export function registerOfWrite(op: Op, write: FieldWrite): Register {
  const head: Head = { d: op.d, n: op.n, h: op.h, v: write[0], u: op.u }
  return assemble([head], { ...write[1] })
}

/** The context to send with a write on top of `register`: what other devices wrote and this writer saw. */
export function contextForWrite(register: Register | undefined, device: string): Context | undefined {
  if (!register) return undefined
  const { [device]: _own, ...others } = contextOf(register)
  return Object.keys(others).length === 0 ? undefined : others
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

/** One head per different value; more than one is a conflict a person has to settle. Rule CHG-4. */
export function differingHeads(register: Register | undefined): readonly Head[] {
  const byValue = new Map<string, Head>()
  for (const head of register?.h ?? []) byValue.set(canonical(head.v), head)
  return [...byValue.values()]
}
