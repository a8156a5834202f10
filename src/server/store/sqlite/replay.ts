/**
 * Puts what a journal holds into a store: onto a restored backup, or onto an empty one. Rows go in as they stand;
 * operations that are not there yet get the next number of their feed and are merged like any other, so that records,
 * conflicts and counters come out of them by themselves. Doing it twice changes nothing.
 */
import { OpWriter } from '#server/ingest/op-texts.ts'
import type { Change, Row } from '#server/journal/journal-line.ts'
import type { JournalGroup } from '#server/journal/read-journal.ts'
import { type Connection, text, whole } from './connection.ts'
import { EntityBatch } from './entity-batch.ts'
import { FeedCounters } from './feed-counters.ts'
import { type JournalTable, journalTables } from './journal-tables.ts'
import { insertOp, opOfRow } from './op-rows.ts'

/** In a feed or moved to the archive. */
const HAS_OP = `SELECT 1 AS found FROM op WHERE dev = ? AND n = ?
  UNION ALL SELECT 1 FROM archived_op WHERE dev = ? AND n = ?`
/** What every replica has reached, from what is there; everything that is there is safe. */
const SETTLE = `UPDATE device SET
  last_n = max(last_n, ifnull((SELECT max(n) FROM op WHERE dev = device.id), 0),
                       ifnull((SELECT max(n) FROM archived_op WHERE dev = device.id), 0),
                       ifnull((SELECT max(n) FROM quarantine WHERE dev = device.id), 0));
  UPDATE device SET safe_n = last_n;
  UPDATE device SET hlc_max = held.top FROM (SELECT dev, max(hlc) AS top FROM op GROUP BY dev) AS held
    WHERE held.dev = device.id AND ifnull(hlc_max, held.top - 1) < held.top;
  UPDATE feed SET links = last.num, head = last.hash FROM trail AS last
    WHERE last.chain = feed.id AND last.num = (SELECT max(num) FROM trail WHERE chain = feed.id);`

export class Replay {
  readonly #db: Connection
  readonly #tables: ReadonlyMap<string, JournalTable>
  /** Operations that were not there. */
  ops = 0

  constructor(db: Connection) {
    this.#db = db
    this.#tables = new Map(journalTables(db).map((table) => [table.name, table]))
    db.exec('PRAGMA foreign_keys = OFF')
  }

  /** Number of the last transaction that is in the store already. */
  get lsn(): number {
    const row = this.#db.get(`SELECT value FROM meta WHERE key = 'journal_lsn'`)
    return row ? whole(row, 'value') : 0
  }

  get installation(): string | null {
    const row = this.#db.get(`SELECT value FROM meta WHERE key = 'installation'`)
    return row ? text(row, 'value') : null
  }

  apply({ changes }: JournalGroup): void {
    this.#db.transaction(() => {
      const [counters, entities] = [new FeedCounters(this.#db), new EntityBatch(this.#db)]
      for (const change of changes) {
        if (change.t !== 'op') this.#row(change)
        // What left a feed left it for the archive: from a journal alone it comes back into its feed (END-103).
        else if ('r' in change) this.#op(change.r, counters, entities)
      }
      entities.save()
      counters.save()
    })
  }

  #op(row: Row, counters: FeedCounters, entities: EntityBatch): void {
    const [device, n] = [text(row, 'dev'), whole(row, 'n')]
    if (this.#db.get(HAS_OP, device, n, device, n)) return
    const op = opOfRow(row)
    const seq = counters.next(op.s)
    const texts = new OpWriter().write(op)
    insertOp(this.#db, op, seq, texts, whole(row, 'recv_ms'))
    entities.apply(op, seq, texts.regs)
    this.ops++
  }

  /** A table or column this version does not know is left out: journals of newer versions are refused before. */
  #row(change: Change): void {
    const table = this.#tables.get(change.t)
    if (!table) return
    const row = 'r' in change ? change.r : change.d
    const columns = table.columns.filter((column) => column in row)
    const values = columns.map((column) => row[column] ?? null)
    if ('r' in change) {
      const places = columns.map(() => '?').join(', ')
      const kept = columns.filter((column) => !table.key.includes(column)).map((name) => `${name} = excluded.${name}`)
      const onConflict = kept.length > 0 ? `DO UPDATE SET ${kept.join(', ')}` : 'DO NOTHING'
      this.#db.run(
        `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${places})
         ON CONFLICT (${table.key.join(', ')}) ${onConflict}`,
        ...values,
      )
    } else {
      this.#db.run(`DELETE FROM ${table.name} WHERE ${columns.map((name) => `${name} = ?`).join(' AND ')}`, ...values)
    }
  }

  /** Once everything is in. */
  finish(restoredMark: string): void {
    this.#db.transaction(() => {
      this.#db.exec(SETTLE)
      this.#db.run(`INSERT INTO meta (key, value) VALUES (?, '1') ON CONFLICT (key) DO NOTHING`, restoredMark)
    })
    this.#db.exec('PRAGMA foreign_keys = ON')
  }
}
