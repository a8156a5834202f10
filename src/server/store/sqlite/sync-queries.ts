/** Push and pull on SQLite. Reading goes by ranges of (feed, seq) and (feed, entity) only: there is no filter per row. */
import type { Op } from '#domain/change/op.ts'
import type { EntityState } from '#domain/change/entity-state.ts'
import type { Delta, FeedPosition, Push, PushOutcome, SnapshotPage, SyncStore } from '#server/store/store-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import { createDecisionQueries } from './decision-queries.ts'
import { bringsNothing, ingest } from './ingest-transaction.ts'
import { bytesOfEntity, bytesOfOp, entityOfRow, opOfRow } from './op-rows.ts'
import type { SqlRow } from './sqlite-surface.ts'
import type { StoreJournal } from './store-journal.ts'
import type { WriteQueue } from './write-queue.ts'

const ROWS_AT_ONCE = 200
const OTHERS = `SELECT * FROM op WHERE feed = ? AND seq > ? AND dev <> ? ORDER BY seq LIMIT ${ROWS_AT_ONCE}`
const OWN = `SELECT count(*) AS own, ifnull(max(seq), 0) AS last FROM op
  WHERE feed = ? AND seq > ? AND seq <= ? AND dev = ?`
const LAST = 'SELECT recv_ms FROM op WHERE feed = ? ORDER BY seq DESC LIMIT 1'
const PAGE = `SELECT * FROM ent WHERE feed = ? AND entity > ? ORDER BY entity LIMIT ${ROWS_AT_ONCE}`

/** The reader's own operations are counted where they lie: after a push of thousands they are nearly all there is. */
function pull(db: Connection, feed: string, since: number, reader: string, maxBytes: number): Delta {
  const ops: Op[] = []
  let [to, bytes] = [since, 0]
  const upTo = (last: number, isComplete: boolean): Delta => {
    const row = db.get(OWN, feed, since, last, reader) ?? {}
    return { ops, own: whole(row, 'own'), to: Math.max(to, whole(row, 'last')), isComplete, bytes }
  }
  for (;;) {
    const rows = db.all(OTHERS, feed, to, reader)
    for (const row of rows) {
      if (bytes >= maxBytes) return upTo(to, false)
      to = whole(row, 'seq')
      ops.push(opOfRow(row))
      bytes += bytesOfOp(row)
    }
    if (rows.length < ROWS_AT_ONCE) return upTo(Number.MAX_SAFE_INTEGER, true)
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

export const positionOfRow = (row: SqlRow): Omit<FeedPosition, 'id'> => ({
  seq: whole(row, 'seq'),
  epoch: whole(row, 'epoch'),
  minSeq: whole(row, 'min_seq'),
})

/** By key, because a caller reads a handful of the thousands of feeds there are. */
function positions(db: Connection, feeds: readonly string[]): readonly FeedPosition[] {
  const rows = [...feeds]
    .sort()
    .map((id) => ({ id, row: db.get('SELECT seq, epoch, min_seq FROM feed WHERE id = ?', id) }))
  return rows.flatMap(({ id, row }) => (row ? [{ id, ...positionOfRow(row) }] : []))
}

const RAISE = 'UPDATE device SET safe_n = ? WHERE id = ? AND safe_n < ?'

/** What the fsynced journal holds is safe as well (END-50); it is noted when the device's row is written anyway. */
function ingestNoting(db: Connection, push: Push, journal: StoreJournal | undefined): PushOutcome {
  if (!journal) return ingest(db, push)
  const safe = journal.safeOf(push.device)
  if (safe > 0) db.run(RAISE, safe, push.device, safe)
  const outcome = ingest(db, push)
  if (outcome.type === 'stored') journal.noteAcknowledged(push.device, outcome.ack)
  return outcome
}

export function createSyncQueries(
  db: Connection,
  incarnation: string,
  queue: WriteQueue,
  journal: StoreJournal | undefined,
): SyncStore {
  const withSafe = (outcome: PushOutcome, device: string): PushOutcome =>
    outcome.type === 'stored' && journal
      ? { ...outcome, safe: Math.max(outcome.safe, journal.safeOf(device)) }
      : outcome
  return {
    incarnation: async () => incarnation,
    ingest: async (push) => {
      const outcome = bringsNothing(db, push)
        ? ingest(db, push)
        : await queue.write(() => ingestNoting(db, push, journal))
      return withSafe(outcome, push.device)
    },
    ...createDecisionQueries(db),
    positions: async (feeds) => positions(db, feeds),
    lastChangeOf: async (feeds) => {
      const rows = feeds.map((feed) => [feed, db.get(LAST, feed)] as const)
      return new Map(rows.flatMap(([feed, row]) => (row ? [[feed, whole(row, 'recv_ms')]] : [])))
    },
    pull: async (feed, since, reader, maxBytes) => pull(db, feed, since, reader, maxBytes),
    isOwnOnly: async (feed, device) =>
      !db.get('SELECT 1 AS found FROM op WHERE feed = ? AND dev <> ? LIMIT 1', feed, device),
    snapshot: async (feed, after, maxBytes) => snapshot(db, feed, after, maxBytes),
  }
}
