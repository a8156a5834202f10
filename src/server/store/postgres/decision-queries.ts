/** Refused operations until somebody decides, and what was decided. No row ever leaves: it is the log of the decision. */
import type { Op } from '#domain/change/op.ts'
import { OpWriter } from '#server/ingest/op-texts.ts'
import { refusalByRecord } from '#server/ingest/record-rules.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import {
  decidedOfRow,
  type DecisionQueries,
  quarantineOfRow,
  refusedOfRow,
} from '#server/store/sqlite/decision-queries.ts'
import { opOfRow, receivedOfStub } from '#server/store/sqlite/op-rows.ts'
import type { Decision, DecisionOutcome, ReceivedOp } from '#server/store/store-contract.ts'
import type { Links } from '#server/store/trail-contract.ts'
import type { PostgresDatabase, Queries } from './database.ts'
import { EntityBatch } from './entity-batch.ts'
import { type FeedWriting, giveBack } from './feed-counters.ts'
import { insertOps } from './op-columns.ts'
import { recordTrail } from './trail-writing.ts'

const UNDECIDED = 'SELECT * FROM quarantine WHERE dev = $1 AND decided_ms IS NULL ORDER BY n'
const WAITING = 'SELECT * FROM quarantine WHERE dev = $1 AND n = $2 AND decided_ms IS NULL FOR UPDATE'
const WAITING_FOR = `SELECT * FROM quarantine WHERE decided_ms IS NULL AND code = ANY ($1::text[])
  ORDER BY recv_ms, dev, n LIMIT $2`
const REFUSED = `SELECT * FROM quarantine WHERE code = ANY ($1::text[]) AND (decided_ms IS NULL OR decided_ms >= $2)
  ORDER BY recv_ms, dev, n`
const DECIDED = 'SELECT * FROM quarantine WHERE dev = $1 AND n = ANY ($2::bigint[]) AND decided_ms IS NOT NULL'
const DECIDE = `UPDATE quarantine SET verdict = $1, decided_by = $2, reason = $3, decided_ms = $4
  WHERE dev = $5 AND n = $6`
const RECEIVED = 'SELECT id, last_n FROM device WHERE id = ANY ($1::text[])'

/** Enters an operation that was refused before into its feed; false where that would break the record (END-16, END-17). */
async function admit(queries: Queries, op: Op, nowMs: number, { take, link }: FeedWriting): Promise<boolean> {
  const one = new Map([[op.s, 1]])
  const taken = await take(queries, one)
  const seq = taken.get(op.s)?.last ?? 0
  const entities = new EntityBatch()
  await entities.load(queries, [op])
  if (refusalByRecord(op, entities)) {
    await giveBack(queries, one)
    return false
  }
  const texts = new OpWriter().write(op)
  const accepted = [{ op, seq, texts }]
  await insertOps(queries, accepted, nowMs)
  await link(queries, accepted, { type: 'ops', account: op.u, device: op.d, atMs: nowMs }, taken)
  entities.apply(op, seq, texts.regs)
  await entities.save(queries)
  return true
}

async function decide(
  queries: Queries,
  decision: Decision,
  writing: FeedWriting,
  links: Links,
): Promise<DecisionOutcome> {
  const { device, n, verdict, by, reason, nowMs } = decision
  const row = await queries.row(WAITING, device, n)
  if (!row) return 'not-waiting'
  if (verdict === 'accepted' && !(await admit(queries, quarantineOfRow(row).op, nowMs, writing))) return 'impossible'
  await queries.run(DECIDE, verdict, by, reason, nowMs, device, n)
  if (links.length > 0) await recordTrail(queries, links)
  return 'decided'
}

async function opAt(db: Queries, device: string, n: number): Promise<ReceivedOp | null> {
  const stored = await db.row('SELECT * FROM op WHERE dev = $1 AND n = $2', device, n)
  if (stored) return { op: opOfRow(stored), receivedMs: whole(stored, 'recv_ms') }
  const archived = await db.row('SELECT * FROM archived_op WHERE dev = $1 AND n = $2', device, n)
  if (archived) return receivedOfStub(archived)
  const refused = await db.row('SELECT * FROM quarantine WHERE dev = $1 AND n = $2', device, n)
  return refused ? { op: quarantineOfRow(refused).op, receivedMs: whole(refused, 'recv_ms') } : null
}

export function createDecisionQueries(db: PostgresDatabase, writing: FeedWriting): DecisionQueries {
  return {
    quarantineOf: async (device) => (await db.rows(UNDECIDED, device)).map(quarantineOfRow),
    waitingFor: async (codes, limit) => (await db.rows(WAITING_FOR, codes, limit)).map(quarantineOfRow),
    refusedUnder: async (codes, since) => (await db.rows(REFUSED, codes, since)).map(refusedOfRow),
    decidedOf: async (device, numbers) => {
      const decided = (await db.rows(DECIDED, device, numbers)).map(decidedOfRow)
      return numbers.flatMap((n) => decided.filter((row) => row.n === n))
    },
    decide: (decision, links = []) => db.transaction((queries) => decide(queries, decision, writing, links)),
    receivedOf: async (devices) =>
      new Map((await db.rows(RECEIVED, devices)).map((row) => [text(row, 'id'), whole(row, 'last_n')])),
    opAt: (device, n) => opAt(db, device, n),
  }
}
