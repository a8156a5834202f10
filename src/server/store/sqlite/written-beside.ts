/**
 * What another process wrote into the file is not in the journal of this one: its triggers hear this connection only.
 * Whoever writes beside leaves a mark; here the rows it may have written are set to what they are, so that they go the
 * way of every change (END-110). Small tables, and the office's links since the mark.
 */
import { OFFICE_CHAIN } from '#domain/trail/trail-link.ts'
import { WRITTEN_BESIDE } from '#server/store/written-beside-mark.ts'
import { type Connection, whole } from './connection.ts'

const MARK = 'SELECT value FROM meta WHERE key = ?'
const AGAIN = [
  'UPDATE account SET username = username',
  'UPDATE grant_ SET valid_to = valid_to',
  'UPDATE invitation SET account = account',
  'UPDATE meta SET value = value',
]
const LINKS = 'UPDATE trail SET place = place WHERE chain = ? AND at_ms >= ?'
/** Clocks of one machine, read by two processes. */
const SLACK_MS = 60_000

/** Asked every few seconds: where there is no mark nothing is written. */
export const settleBeside = (db: Connection): boolean => db.get(MARK, WRITTEN_BESIDE) !== undefined && settleMarked(db)

const settleMarked = (db: Connection): boolean =>
  db.transaction(() => {
    const row = db.get(MARK, WRITTEN_BESIDE)
    if (!row) return false
    for (const sql of AGAIN) db.run(sql)
    db.run(LINKS, OFFICE_CHAIN, whole(row, 'value') - SLACK_MS)
    db.run('DELETE FROM meta WHERE key = ?', WRITTEN_BESIDE)
    return true
  })
