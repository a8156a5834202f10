/**
 * One archived operation as a line of JSON: everything its row in the store held, the number in its feed and the moment
 * it came included, so that the trail can be verified over the archive alone and a person can read it without a tool of
 * ours.
 */
import type { CoveredOp } from '#domain/trail/trail-link.ts'
import { coveredOpOfRow } from '#server/store/sqlite/trail-rows.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import type { SqlRow } from '#server/store/sqlite/sqlite-surface.ts'

/** In this order in every line, so that the same operation gives the same line. */
const COLUMNS = [
  'feed',
  'seq',
  'dev',
  'n',
  'hlc',
  'recv_ms',
  'ehlc',
  'author',
  'kind',
  'entity',
  'sv',
  'grp',
  'hash',
  'body',
] as const

export interface ArchiveLine {
  /** `YYYYMM` of the moment the endpoint received it. */
  readonly month: string
  readonly line: string
}

/** An operation read back. */
export interface ArchivedRow {
  readonly feed: string
  readonly row: SqlRow
  readonly covered: CoveredOp
}

const monthOf = (ms: number): string => new Date(ms).toISOString().slice(0, 7).replace('-', '')

export const archiveLineOf = (row: SqlRow): ArchiveLine => ({
  month: monthOf(whole(row, 'recv_ms')),
  line: JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? null]))),
})

/** Null where the line is none of ours: an archive is read as far as it can be. */
export function readArchiveLine(line: string): ArchivedRow | null {
  try {
    const row = JSON.parse(line) as SqlRow
    const isWhole = typeof row.feed === 'string' && typeof row.dev === 'string' && typeof row.body === 'string'
    return isWhole ? { feed: text(row, 'feed'), row, covered: coveredOpOfRow(row) } : null
  } catch {
    return null
  }
}
