/** Refused operations until somebody decides, and what was decided. No row ever leaves: it is the log of the decision. */
import type { Op } from '#domain/change/op.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type {
  DecidedRow,
  Decision,
  DecisionOutcome,
  QuarantineRow,
  ReceivedOp,
  RefusedRow,
  SyncStore,
  Verdict,
} from '#server/store/store-contract.ts'
import type { Links } from '#server/store/trail-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import { admit } from './ingest-transaction.ts'
import { opOfRow, receivedOfStub } from './op-rows.ts'
import type { SqlRow } from './sqlite-surface.ts'
import { recordTrail } from './trail-writing.ts'

const UNDECIDED = 'SELECT * FROM quarantine WHERE dev = ? AND decided_ms IS NULL ORDER BY n'
const WAITING = 'SELECT * FROM quarantine WHERE dev = ? AND n = ? AND decided_ms IS NULL'
const DECIDED = 'SELECT * FROM quarantine WHERE dev = ? AND n = ? AND decided_ms IS NOT NULL'
const DECIDE = 'UPDATE quarantine SET verdict = ?, decided_by = ?, reason = ?, decided_ms = ? WHERE dev = ? AND n = ?'

export type DecisionQueries = Pick<
  SyncStore,
  'quarantineOf' | 'waitingFor' | 'refusedUnder' | 'decidedOf' | 'decide' | 'receivedOf' | 'opAt'
>

export const quarantineOfRow = (row: SqlRow): QuarantineRow => ({
  device: text(row, 'dev'),
  n: whole(row, 'n'),
  code: text(row, 'code') as ProblemCode,
  receivedMs: whole(row, 'recv_ms'),
  op: JSON.parse(text(row, 'body')) as Op,
})

export const refusedOfRow = (row: SqlRow): RefusedRow => ({
  ...quarantineOfRow(row),
  verdict: row['verdict'] === null ? null : (text(row, 'verdict') as Verdict),
})

export const decidedOfRow = (row: SqlRow): DecidedRow => ({
  ...quarantineOfRow(row),
  verdict: text(row, 'verdict') as Verdict,
  by: text(row, 'decided_by'),
  reason: text(row, 'reason'),
  decidedMs: whole(row, 'decided_ms'),
})

function decide(db: Connection, { device, n, verdict, by, reason, nowMs }: Decision, links: Links): DecisionOutcome {
  const row = db.get(WAITING, device, n)
  if (!row) return 'not-waiting'
  if (verdict === 'accepted' && !admit(db, quarantineOfRow(row).op, nowMs)) return 'impossible'
  db.run(DECIDE, verdict, by, reason, nowMs, device, n)
  recordTrail(db, links)
  return 'decided'
}

function waitingFor(db: Connection, codes: readonly ProblemCode[], limit: number): readonly QuarantineRow[] {
  const places = codes.map(() => '?').join()
  // Asked with every push, and nearly always nothing waits: putting nothing in order costs ten times as much.
  if (!db.get(`SELECT 1 AS found FROM quarantine WHERE decided_ms IS NULL AND code IN (${places}) LIMIT 1`, ...codes))
    return []
  return db
    .all(
      `SELECT * FROM quarantine WHERE decided_ms IS NULL AND code IN (${places}) ORDER BY recv_ms, dev, n LIMIT ?`,
      ...codes,
      limit,
    )
    .map(quarantineOfRow)
}

function refusedUnder(db: Connection, codes: readonly ProblemCode[], decidedSinceMs: number): readonly RefusedRow[] {
  const places = codes.map(() => '?').join()
  const wanted = `code IN (${places}) AND (decided_ms IS NULL OR decided_ms >= ?)`
  const rows = db.all(`SELECT * FROM quarantine WHERE ${wanted} ORDER BY recv_ms, dev, n`, ...codes, decidedSinceMs)
  return rows.map(refusedOfRow)
}

function opAt(db: Connection, device: string, n: number): ReceivedOp | null {
  const stored = db.get('SELECT * FROM op WHERE dev = ? AND n = ?', device, n)
  if (stored) return { op: opOfRow(stored), receivedMs: whole(stored, 'recv_ms') }
  const archived = db.get('SELECT * FROM archived_op WHERE dev = ? AND n = ?', device, n)
  if (archived) return receivedOfStub(archived)
  const refused = db.get('SELECT * FROM quarantine WHERE dev = ? AND n = ?', device, n)
  return refused ? { op: quarantineOfRow(refused).op, receivedMs: whole(refused, 'recv_ms') } : null
}

export function createDecisionQueries(db: Connection): DecisionQueries {
  const one = (sql: string, ...values: readonly (string | number)[]): SqlRow[] => {
    const row = db.get(sql, ...values)
    return row ? [row] : []
  }
  return {
    quarantineOf: async (device) => db.all(UNDECIDED, device).map(quarantineOfRow),
    waitingFor: async (codes, limit) => waitingFor(db, codes, limit),
    refusedUnder: async (codes, since) => refusedUnder(db, codes, since),
    decidedOf: async (device, numbers) => numbers.flatMap((n) => one(DECIDED, device, n)).map(decidedOfRow),
    decide: async (decision, links = []) => db.transaction(() => decide(db, decision, links)),
    receivedOf: async (devices) => {
      const rows = devices.flatMap((device) => one('SELECT id, last_n FROM device WHERE id = ?', device))
      return new Map(rows.map((row) => [text(row, 'id'), whole(row, 'last_n')]))
    },
    opAt: async (device, n) => opAt(db, device, n),
  }
}
