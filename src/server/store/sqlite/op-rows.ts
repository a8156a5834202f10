/** Operations and entities as rows: the only place that knows which column holds what. */
import type { EntityState, Registers } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import type { CoveredOp } from '#domain/trail/trail-link.ts'
import { coveredOp } from '#server/trail/sealed-link.ts'
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

/** Gives back what was written, for the trail to commit to. */
export function addOp(rows: MultiRow, op: Op, seq: number, hash: string, nowMs: number): CoveredOp {
  const ehlc = Math.min(op.h, hlcAt(nowMs))
  const { s, d, n, h, u, k, e, sv, g = null } = op
  const body = JSON.stringify(op.f)
  rows.add([s, seq, d, n, h, nowMs, ehlc, u, k, e, sv, g, hash, body])
  return coveredOp(op, seq, { fingerprint: hash, body, receivedMs: nowMs })
}

export function insertOp(db: Connection, op: Op, seq: number, hash: string, nowMs: number): CoveredOp {
  const rows = opRows(db)
  const covered = addOp(rows, op, seq, hash, nowMs)
  rows.flush()
  return covered
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
