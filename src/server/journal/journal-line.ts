/**
 * The text of the journal. One line of JSON per row as it stands after a change, in groups: a group is what one
 * transaction changed, and counts only when its last line is there and fits. So a cut in mid-write costs that group
 * and nothing before or after it.
 */
import { createHash } from 'node:crypto'

export type Cell = string | number | null
export type Row = Readonly<Record<string, Cell>>

/** `t`: the table; `r`: a row as it is now; `d`: a row removed, by its key. */
export type Change = { readonly t: string; readonly r: Row } | { readonly t: string; readonly d: Row }

/** Where the journal stands; the last line of every group. */
export interface Mark {
  /** The installation; stays the same over a restoration. */
  readonly inst: string
  readonly inc: string
  /** Number of the transaction, in the order of the store. */
  readonly lsn: number
  /** Up to which rowid of `op` the journal has everything; UNKNOWN while it catches up. */
  readonly op: number
}

export const UNKNOWN = -1

export interface GroupEnd extends Mark {
  readonly end: true
  readonly atMs: number
  readonly lines: number
  readonly sum: string
}

const SUM_LENGTH = 16

export const sumOf = (lines: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line).update('\n')
  return hash.digest('hex').slice(0, SUM_LENGTH)
}

/** A group as it is written, the line break at its end included. */
export function groupText(lines: readonly string[], mark: Mark, atMs: number): string {
  const end: GroupEnd = { end: true, ...mark, atMs, lines: lines.length, sum: sumOf(lines) }
  return `${[...lines, JSON.stringify(end)].join('\n')}\n`
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

export function readGroupEnd(line: string): GroupEnd | null {
  const value = line.startsWith('{"end":true') ? parsed(line) : undefined
  if (!isObject(value)) return null
  const { inst, inc, lsn, op, lines, sum } = value
  const isWhole = typeof inst === 'string' && typeof inc === 'string' && typeof sum === 'string'
  return isWhole && [lsn, op, lines].every(Number.isSafeInteger) ? (value as unknown as GroupEnd) : null
}

export function readChange(line: string): Change | null {
  const value = parsed(line)
  if (!isObject(value) || typeof value.t !== 'string') return null
  return isObject(value.r) || isObject(value.d) ? (value as unknown as Change) : null
}
