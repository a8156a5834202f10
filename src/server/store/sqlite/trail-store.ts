/** The trail on SQLite: what a start has to settle, and the part of the contract. */
import { OFFICE_CHAIN } from '#domain/trail/trail-link.ts'
import type { Erasing, PersonStore } from '#server/store/person-contract.ts'
import type { TrailStore } from '#server/store/trail-contract.ts'
import { createPersonReading, erasedEvent, erasingSteps, sweepSteps } from '#server/trail/person-queries.ts'
import { createTrailReading, LAST_ROOT, type Rows } from '#server/trail/trail-queries.ts'
import { type Connection, whole } from './connection.ts'
import { NEW_VERSION } from './identity-queries.ts'
import { foundTrail, recordTrail, rootTrail } from './trail-writing.ts'
import type { WriteQueue } from './write-queue.ts'

export interface TrailStart {
  readonly incarnation: string
  /** The data were put back from a backup or made again out of the journal. */
  readonly isRestored: boolean
  readonly nowMs: number
}

/** What came without a trail gets one, and a restoration is written down. */
export function settleTrail(db: Connection, { incarnation, isRestored, nowMs }: TrailStart): void {
  foundTrail(db, nowMs)
  if (!isRestored) return
  const last = db.get(LAST_ROOT)
  const detail = { incarnation, root: last ? whole(last, 'num') : 0 }
  const restored = { chain: OFFICE_CHAIN, type: 'restored', atMs: nowMs, detail } as const
  db.transaction(() => recordTrail(db, [restored]))
}

function erase(db: Connection, erasing: Erasing): void {
  db.run(NEW_VERSION)
  for (const [sql, ...values] of erasingSteps(erasing)) db.run(sql, ...values)
  recordTrail(db, [erasedEvent(erasing)])
}

export function createTrailQueries(db: Connection, incarnation: string, queue: WriteQueue): TrailStore & PersonStore {
  const rows: Rows = async (sql, ...values) => db.all(sql, ...values)
  return {
    erasePerson: (erasing) => queue.write(() => erase(db, erasing)),
    sweepEnded: (nowMs) =>
      queue.write(() => sweepSteps(nowMs).reduce((sum, [sql, ...values]) => sum + db.run(sql, ...values), 0)),
    ...createPersonReading(rows),
    recordTrail: async (events) => {
      if (events.length > 0) await queue.write(() => recordTrail(db, events))
    },
    rootTrail: (nowMs) => queue.write(() => rootTrail(db, incarnation, nowMs)),
    ...createTrailReading(rows),
  }
}
