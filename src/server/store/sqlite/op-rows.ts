/** Operations and entities as rows: the only place that knows which column holds what. */
import type { EntityState, Registers } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { type Connection, text, whole } from './connection.ts'
import type { SqlRow } from './sqlite-surface.ts'

const INSERT_OP = `INSERT INTO op (feed, seq, dev, n, hlc, recv_ms, ehlc, author, kind, entity, sv, grp, hash, body)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** What an operation costs on the wire beside its values. */
const ROW_OVERHEAD = 40

export function insertOp(db: Connection, op: Op, seq: number, hash: string, nowMs: number): void {
  const ehlc = Math.min(op.h, hlcAt(nowMs))
  const fields = JSON.stringify(op.f)
  db.run(INSERT_OP, op.s, seq, op.d, op.n, op.h, nowMs, ehlc, op.u, op.k, op.e, op.sv, op.g ?? null, hash, fields)
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
