/** Operations and entities as rows: the only place that knows which column holds what. */
import type { EntityState, Registers } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import type { OpTexts } from '#server/ingest/op-texts.ts'
import type { ReceivedOp } from '#server/store/store-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import { MultiRow } from './multi-row.ts'
import type { SqlRow } from './sqlite-surface.ts'

const INSERT_OP =
  'INSERT INTO op (feed, seq, dev, n, hlc, recv_ms, ehlc, author, kind, entity, sv, grp, hash, body) VALUES'
const OP_COLUMNS = 14

/** What an operation costs on the wire beside its values. */
const ROW_OVERHEAD = 40

/** Operations on their way into their table; to be flushed before the transaction ends. */
export const opRows = (db: Connection): MultiRow => new MultiRow(db, INSERT_OP, OP_COLUMNS)

type Kept = Pick<OpTexts, 'fingerprint' | 'body'>

export function addOp(rows: MultiRow, op: Op, seq: number, { fingerprint, body }: Kept, nowMs: number): void {
  const ehlc = Math.min(op.h, hlcAt(nowMs))
  const { s, d, n, h, u, k, e, sv, g = null } = op
  rows.add([s, seq, d, n, h, nowMs, ehlc, u, k, e, sv, g, fingerprint, body])
}

export function insertOp(db: Connection, op: Op, seq: number, kept: Kept, nowMs: number): void {
  const rows = opRows(db)
  addOp(rows, op, seq, kept, nowMs)
  rows.flush()
}

export function opOfRow(row: SqlRow): Op {
  return {
    d: text(row, 'dev'),
    n: whole(row, 'n'),
    h: whole(row, 'hlc'),
    s: text(row, 'feed'),
    k: text(row, 'kind'),
    e: text(row, 'entity'),
    u: text(row, 'author'),
    sv: whole(row, 'sv'),
    ...(row.grp === null ? {} : { g: text(row, 'grp') }),
    f: JSON.parse(text(row, 'body')) as Op['f'],
  }
}

/** What is left of an archived one: who wrote which fields of what when, without what they said. */
export function receivedOfStub(row: SqlRow): ReceivedOp {
  const fields = JSON.parse(text(row, 'fields')) as readonly string[]
  const f = Object.fromEntries(fields.map((name) => [name, [null] as const]))
  const op = opOfRow({ ...row, sv: 1, grp: null, body: '{}' })
  return { op: { ...op, f }, receivedMs: whole(row, 'recv_ms') }
}

export const bytesOfOp = (row: SqlRow): number => text(row, 'body').length + text(row, 'entity').length + ROW_OVERHEAD

export function entityOfRow(row: SqlRow): EntityState {
  return {
    feed: text(row, 'feed'),
    entity: text(row, 'entity'),
    kind: text(row, 'kind'),
    regs: JSON.parse(text(row, 'regs')) as Registers,
  }
}

export const bytesOfEntity = (row: SqlRow): number =>
  text(row, 'regs').length + text(row, 'entity').length + ROW_OVERHEAD
