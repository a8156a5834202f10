/** The trail on PostgreSQL: what a start has to settle, and the part of the contract. */
import { OFFICE_CHAIN } from '#domain/trail/trail-link.ts'
import type { Erasing, PersonStore } from '#server/store/person-contract.ts'
import type { TrailStore } from '#server/store/trail-contract.ts'
import { createPersonReading, erasedEvent, erasingSteps, type Step, sweepSteps } from '#server/trail/person-queries.ts'
import { createTrailReading, LAST_ROOT, numbered, type Rows } from '#server/trail/trail-queries.ts'
import { whole } from '#server/store/sqlite/connection.ts'
import type { PostgresDatabase, Queries } from './database.ts'
import { NEW_VERSION } from './identity-queries.ts'
import { foundTrail, recordTrail, rootTrail } from './trail-writing.ts'

/** What came without a trail gets one, and a new incarnation over an older trail is written down as a restoration. */
export async function settleTrail(db: PostgresDatabase, before: string | null, nowMs: number): Promise<void> {
  await foundTrail(db, nowMs)
  const row = await db.row(`SELECT value FROM meta WHERE key = 'incarnation'`)
  const incarnation = String(row?.value ?? '')
  if (incarnation === before || !(await db.row('SELECT 1 AS found FROM trail LIMIT 1'))) return
  const last = await db.row(LAST_ROOT)
  const detail = { incarnation, root: last ? whole(last, 'num') : 0 }
  const event = { chain: OFFICE_CHAIN, type: 'restored', atMs: nowMs, detail } as const
  await db.transaction((queries) => recordTrail(queries, [event]))
}

/** As the database has it before a start looks whether it went back in time. */
export async function incarnationBefore(db: PostgresDatabase): Promise<string | null> {
  const row = await db.row(`SELECT value FROM meta WHERE key = 'incarnation'`)
  return row ? String(row.value) : null
}

async function runSteps(queries: Queries, steps: readonly Step[]): Promise<number> {
  let changed = 0
  for (const [sql, ...values] of steps) changed += await queries.run(numbered(sql), ...values)
  return changed
}

async function erase(queries: Queries, erasing: Erasing): Promise<void> {
  await queries.run(NEW_VERSION)
  await runSteps(queries, erasingSteps(erasing))
  await recordTrail(queries, [erasedEvent(erasing)])
}

export function createTrailQueries(db: PostgresDatabase): TrailStore & PersonStore {
  const rows: Rows = (sql, ...values) => db.rows(numbered(sql), ...values)
  return {
    erasePerson: (erasing) => db.transaction((queries) => erase(queries, erasing)),
    sweepEnded: (nowMs) => db.transaction((queries) => runSteps(queries, sweepSteps(nowMs))),
    ...createPersonReading(rows),
    recordTrail: async (events) => {
      if (events.length > 0) await db.transaction((queries) => recordTrail(queries, events))
    },
    rootTrail: (nowMs) => db.transaction((queries) => rootTrail(queries, nowMs)),
    ...createTrailReading(rows),
  }
}
