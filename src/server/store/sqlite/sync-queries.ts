/** Push and pull on SQLite. Reading goes by ranges of (feed, seq) and (feed, entity) only: there is no filter per row. */
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { Op } from '#domain/change/op.ts'
import type { EntityState } from '#domain/change/entity-state.ts'
import type { Delta, QuarantineRow, SnapshotPage, SyncStore } from '#server/store/store-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import { ingest } from './ingest-transaction.ts'
import { bytesOfEntity, bytesOfOp, entityOfRow, opOfRow } from './op-rows.ts'
import type { SqlRow } from './sqlite-surface.ts'

const ROWS_AT_ONCE = 200
const AFTER = `SELECT * FROM op WHERE feed = ? AND seq > ? ORDER BY seq LIMIT ${ROWS_AT_ONCE}`
const PAGE = `SELECT * FROM ent WHERE feed = ? AND entity > ? ORDER BY entity LIMIT ${ROWS_AT_ONCE}`
const UNDECIDED = 'SELECT * FROM quarantine WHERE dev = ? AND decided_ms IS NULL ORDER BY n'

export const quarantineOfRow = (row: SqlRow): QuarantineRow => ({
  device: text(row, 'dev'),
  n: whole(row, 'n'),
  code: text(row, 'code') as ProblemCode,
  receivedMs: whole(row, 'recv_ms'),
  op: JSON.parse(text(row, 'body')) as Op,
})

function pull(db: Connection, feed: string, since: number, reader: string, maxBytes: number): Delta {
  const ops: Op[] = []
  let [own, to, bytes] = [0, since, 0]
  for (;;) {
    const rows = db.all(AFTER, feed, to)
    for (const row of rows) {
      if (bytes >= maxBytes) return { ops, own, to, isComplete: false, bytes }
      to = whole(row, 'seq')
      if (row.dev === reader) own++
      else {
        ops.push(opOfRow(row))
        bytes += bytesOfOp(row)
      }
    }
    if (rows.length < ROWS_AT_ONCE) return { ops, own, to, isComplete: true, bytes }
  }
}

function snapshot(db: Connection, feed: string, after: string, maxBytes: number): SnapshotPage {
  const entities: EntityState[] = []
  let [last, bytes] = [after, 0]
  for (;;) {
    const rows = db.all(PAGE, feed, last)
    for (const row of rows) {
      if (bytes >= maxBytes) return { entities, after: last, bytes }
      last = text(row, 'entity')
      entities.push(entityOfRow(row))
      bytes += bytesOfEntity(row)
    }
    if (rows.length < ROWS_AT_ONCE) return { entities, after: null, bytes }
  }
}

export function createSyncQueries(db: Connection, incarnation: string): SyncStore {
  return {
    incarnation: async () => incarnation,
    ingest: async (push) => db.transaction(() => ingest(db, push)),
    quarantineOf: async (device) => db.all(UNDECIDED, device).map(quarantineOfRow),
    positions: async (feeds) => {
      const wanted = new Set(feeds)
      const rows = db.all('SELECT id, seq FROM feed ORDER BY id')
      return rows.map((row) => ({ id: text(row, 'id'), seq: whole(row, 'seq') })).filter(({ id }) => wanted.has(id))
    },
    pull: async (feed, since, reader, maxBytes) => pull(db, feed, since, reader, maxBytes),
    isOwnOnly: async (feed, device) =>
      !db.get('SELECT 1 AS found FROM op WHERE feed = ? AND dev <> ? LIMIT 1', feed, device),
    snapshot: async (feed, after, maxBytes) => snapshot(db, feed, after, maxBytes),
  }
}
