/** Compaction on SQLite: each portion leaves in one transaction of the write queue, between those of the devices. */
import type { CompactionStore } from '#server/store/compaction-contract.ts'
import { CompactedMeanwhileError, compactFeeds, type CountedStep } from '#server/store/compaction/compact-feeds.ts'
import { CursorNotes, RENEW, SAVE_CURSORS } from '#server/store/compaction/cursor-notes.ts'
import type { Rows } from '#server/trail/trail-queries.ts'
import type { Connection } from './connection.ts'
import type { WriteQueue } from './write-queue.ts'

function changeWithin(db: Connection, steps: readonly CountedStep[]): void {
  for (const { step, rows } of steps) {
    const [sql, ...values] = step
    const changed = db.run(sql, ...values)
    if (rows !== undefined && changed !== rows) throw new CompactedMeanwhileError(`${changed} of ${rows} rows`)
  }
}

export function createCompactQueries(db: Connection, incarnation: string, queue: WriteQueue): CompactionStore {
  const rows: Rows = async (sql, ...values) => db.all(sql, ...values)
  const notes = new CursorNotes()
  return {
    compact: (order) => compactFeeds({ rows, change: (steps) => queue.write(() => changeWithin(db, steps)) }, order),
    noteCursors: async (device, cursors, nowMs) => {
      if (!notes.isDue(device, cursors, nowMs)) return
      await queue.write(() => void db.run(SAVE_CURSORS, device, incarnation, nowMs, JSON.stringify(cursors)))
    },
    renewFeed: async (feed) => {
      await queue.write(() => void db.run(RENEW, feed))
    },
  }
}
