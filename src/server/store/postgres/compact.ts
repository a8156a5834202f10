/** Compaction on PostgreSQL: of several endpoints one does it; the feed's row is locked while a portion leaves. */
import type { CompactionStore } from '#server/store/compaction-contract.ts'
import { CompactedMeanwhileError, compactFeeds, type CountedStep } from '#server/store/compaction/compact-feeds.ts'
import { CursorNotes, RENEW, SAVE_CURSORS } from '#server/store/compaction/cursor-notes.ts'
import { numbered, type Rows } from '#server/trail/trail-queries.ts'
import { whileLocked } from './advisory-lock.ts'
import type { PostgresDatabase, Queries } from './database.ts'
import type { Home } from './home.ts'

async function changeWithin(queries: Queries, steps: readonly CountedStep[]): Promise<void> {
  for (const { step, rows } of steps) {
    const [sql, ...values] = step
    const changed = await queries.run(numbered(sql), ...values)
    if (rows !== undefined && changed !== rows) throw new CompactedMeanwhileError(`${changed} of ${rows} rows`)
  }
}

export function createCompactQueries(db: PostgresDatabase, home: Home): CompactionStore {
  const rows: Rows = (sql, ...values) => db.rows(numbered(sql), ...values)
  const notes = new CursorNotes()
  return {
    compact: (order) =>
      whileLocked(db, 'compact', () =>
        compactFeeds({ rows, change: (steps) => db.transaction((queries) => changeWithin(queries, steps)) }, order),
      ),
    noteCursors: async (device, cursors, nowMs) => {
      if (!notes.isDue(device, cursors, nowMs)) return
      await db.run(numbered(SAVE_CURSORS), device, await home.incarnation(), nowMs, JSON.stringify(cursors))
    },
    renewFeed: async (feed) => {
      await db.run(numbered(RENEW), feed)
    },
  }
}
