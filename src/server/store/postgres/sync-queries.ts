/** Push and pull on PostgreSQL. Reading goes by ranges of (feed, seq) and (feed, entity) only: there is no filter per row. */
import type { EntityState } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import { bytesOfEntity, bytesOfOp, entityOfRow, opOfRow } from '#server/store/sqlite/op-rows.ts'
import { positionOfRow } from '#server/store/sqlite/sync-queries.ts'
import type { Delta, Push, SnapshotPage, SyncStore } from '#server/store/store-contract.ts'
import type { PostgresDatabase, Queries } from './database.ts'
import { createDecisionQueries } from './decision-queries.ts'
import type { FeedWriting } from './feed-counters.ts'
import type { Home } from './home.ts'
import { glance, ingest } from './ingest-transaction.ts'

const ROWS_AT_ONCE = 200
const AFTER = `SELECT * FROM op WHERE feed = $1 AND seq > $2 ORDER BY seq LIMIT ${ROWS_AT_ONCE}`
const PAGE = `SELECT * FROM ent WHERE feed = $1 AND entity > $2 ORDER BY entity LIMIT ${ROWS_AT_ONCE}`
const POSITIONS = 'SELECT id, seq, epoch, min_seq FROM feed WHERE id = ANY ($1::text[]) ORDER BY id'
const LAST = `SELECT feed.id, op.recv_ms FROM feed JOIN op ON op.feed = feed.id AND op.seq = feed.seq
  WHERE feed.id = ANY ($1::text[])`
const FOREIGN = 'SELECT 1 AS found FROM op WHERE feed = $1 AND dev <> $2 LIMIT 1'

async function pull(db: Queries, feed: string, since: number, reader: string, maxBytes: number): Promise<Delta> {
  const ops: Op[] = []
  let [own, to, bytes] = [0, since, 0]
  for (;;) {
    const rows = await db.rows(AFTER, feed, to)
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

async function snapshot(db: Queries, feed: string, after: string, maxBytes: number): Promise<SnapshotPage> {
  const entities: EntityState[] = []
  let [last, bytes] = [after, 0]
  for (;;) {
    const rows = await db.rows(PAGE, feed, last)
    for (const row of rows) {
      if (bytes >= maxBytes) return { entities, after: last, bytes }
      last = text(row, 'entity')
      entities.push(entityOfRow(row))
      bytes += bytesOfEntity(row)
    }
    if (rows.length < ROWS_AT_ONCE) return { entities, after: null, bytes }
  }
}

export function createSyncQueries(db: PostgresDatabase, home: Home, writing: FeedWriting): SyncStore {
  return {
    incarnation: () => home.incarnation(),
    ingest: (push: Push) =>
      push.ops.length === 0 ? glance(db, push) : db.transaction((queries) => ingest(queries, push, writing)),
    ...createDecisionQueries(db, writing),
    positions: async (feeds) =>
      (await db.rows(POSITIONS, feeds)).map((row) => ({ id: text(row, 'id'), ...positionOfRow(row) })),
    lastChangeOf: async (feeds) =>
      new Map((await db.rows(LAST, feeds)).map((row) => [text(row, 'id'), whole(row, 'recv_ms')])),
    pull: (feed, since, reader, maxBytes) => pull(db, feed, since, reader, maxBytes),
    isOwnOnly: async (feed, device) => (await db.row(FOREIGN, feed, device)) === undefined,
    snapshot: (feed, after, maxBytes) => snapshot(db, feed, after, maxBytes),
  }
}
