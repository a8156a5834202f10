/** Changes of single accounts, their one-time codes, and the ends of their sessions. */
import type { AccountStore, AccountUpdate, StoredInvitation } from '#server/store/account-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import { NEW_VERSION } from './identity-queries.ts'
import type { SqlRow, SqlValue } from './sqlite-surface.ts'
import { withLinks } from './trail-writing.ts'
import type { WriteQueue } from './write-queue.ts'

const INVITE = 'INSERT INTO invitation (hash, account, created_ms, expires_ms) VALUES (?, ?, ?, ?)'
const NAME_DEVICE = 'UPDATE device SET label = ? WHERE id = ?'
const TAKE = 'DELETE FROM invitation WHERE hash = ? RETURNING *'

export const invitationOfRow = (row: SqlRow): StoredInvitation => ({
  hash: text(row, 'hash'),
  account: text(row, 'account'),
  createdMs: whole(row, 'created_ms'),
  expiresMs: whole(row, 'expires_ms'),
})

/** Columns and their new values, only those that are named. */
export const columnsOf = ({ displayName, passwordHash, disabledFrom }: AccountUpdate) =>
  Object.entries({ display_name: displayName, password_hash: passwordHash, disabled_from: disabledFrom }).filter(
    (entry): entry is [string, string | null] => entry[1] !== undefined,
  )

/** The account of a code just taken, where it had not expired. */
export const accountOfTaken = (row: SqlRow | undefined, nowMs: number): string | null =>
  row !== undefined && whole(row, 'expires_ms') > nowMs ? text(row, 'account') : null

function update(db: Connection, account: string, change: AccountUpdate): boolean {
  const columns = columnsOf(change)
  db.run(NEW_VERSION)
  if (columns.length === 0) return db.get('SELECT 1 AS found FROM account WHERE id = ?', account) !== undefined
  const values: readonly SqlValue[] = columns.map(([, value]) => value)
  const set = columns.map(([name]) => `${name} = ?`).join(', ')
  return db.run(`UPDATE account SET ${set} WHERE id = ?`, ...values, account) > 0
}

function endSessions(db: Connection, account: string, except: string): void {
  db.run('DELETE FROM session WHERE account = ? AND device <> ?', account, except)
  db.run('UPDATE device SET password_ms = 0 WHERE account = ? AND id <> ?', account, except)
}

function saveInvitation(db: Connection, { hash, account, createdMs, expiresMs }: StoredInvitation): void {
  db.run('DELETE FROM invitation WHERE account = ?', account)
  db.run(INVITE, hash, account, createdMs, expiresMs)
}

export function createAccountQueries(db: Connection, queue: WriteQueue): AccountStore {
  return {
    updateAccount: async (account, change, links = []) =>
      queue.write(() => withLinks(db, links, () => update(db, account, change))),
    saveInvitation: async (invitation) => queue.write(() => saveInvitation(db, invitation)),
    invitation: async (hash) => {
      const row = db.get('SELECT * FROM invitation WHERE hash = ?', hash)
      return row ? invitationOfRow(row) : null
    },
    takeInvitation: async (hash, nowMs) => accountOfTaken(await queue.write(() => db.get(TAKE, hash)), nowMs),
    invitations: async () => db.all('SELECT * FROM invitation ORDER BY account').map(invitationOfRow),
    endSessions: async (account, except) => queue.write(() => endSessions(db, account, except ?? '')),
    nameDevice: async (device, label, links = []) =>
      queue.write(() => withLinks(db, links, () => db.run(NAME_DEVICE, label, device) > 0)),
  }
}
