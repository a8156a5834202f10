/** Links of the trail as rows: the only place that knows which column holds what, for both stores. */
import type { CoveredOp, StoredLink, TrailRoot } from '#domain/trail/trail-link.ts'
import { text, whole } from './connection.ts'
import type { SqlRow, SqlValue } from './sqlite-surface.ts'

const LINK_COLUMNS = [
  'chain',
  'num',
  'at_ms',
  'type',
  'account',
  'subject',
  'device',
  'place',
  'first_seq',
  'last_seq',
  'commitment',
  'prev',
  'hash',
  'salt',
  'detail',
] as const

export const INSERT_LINKS = `INSERT INTO trail (${LINK_COLUMNS.join(', ')})`
export const LINK_WIDTH = LINK_COLUMNS.length

export const cellsOfLink = (link: StoredLink): readonly SqlValue[] => [
  link.chain,
  link.num,
  link.atMs,
  link.type,
  link.account,
  link.subject,
  link.device,
  link.place,
  link.firstSeq,
  link.lastSeq,
  link.commitment,
  link.prev,
  link.hash,
  link.salt,
  link.detail,
]

const textOrNull = (row: SqlRow, column: string): string | null => (row[column] === null ? null : text(row, column))

export const linkOfRow = (row: SqlRow): StoredLink => ({
  chain: text(row, 'chain'),
  num: whole(row, 'num'),
  atMs: whole(row, 'at_ms'),
  type: text(row, 'type'),
  account: text(row, 'account'),
  subject: text(row, 'subject'),
  device: text(row, 'device'),
  place: text(row, 'place'),
  firstSeq: whole(row, 'first_seq'),
  lastSeq: whole(row, 'last_seq'),
  commitment: text(row, 'commitment'),
  prev: text(row, 'prev'),
  hash: text(row, 'hash'),
  salt: textOrNull(row, 'salt'),
  detail: textOrNull(row, 'detail'),
})

export const coveredOpOfRow = (row: SqlRow): CoveredOp => ({
  seq: whole(row, 'seq'),
  d: text(row, 'dev'),
  n: whole(row, 'n'),
  h: whole(row, 'hlc'),
  receivedMs: whole(row, 'recv_ms'),
  u: text(row, 'author'),
  k: text(row, 'kind'),
  e: text(row, 'entity'),
  sv: whole(row, 'sv'),
  g: textOrNull(row, 'grp'),
  fingerprint: text(row, 'hash'),
  body: text(row, 'body'),
})

export const rootOfRow = (row: SqlRow): TrailRoot => ({
  num: whole(row, 'num'),
  atMs: whole(row, 'at_ms'),
  inc: text(row, 'inc'),
  prev: text(row, 'prev'),
  heads: text(row, 'heads'),
  hash: text(row, 'hash'),
})
