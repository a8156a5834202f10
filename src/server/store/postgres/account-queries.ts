/** Changes of single accounts, their one-time codes, and the ends of their sessions. */
import type { AccountStore, AccountUpdate, StoredInvitation } from '#server/store/account-contract.ts'
import { accountOfTaken, columnsOf, invitationOfRow } from '#server/store/sqlite/account-queries.ts'
import type { PostgresDatabase, Queries } from './database.ts'
import { NEW_VERSION } from './identity-queries.ts'
import { withLinks } from './trail-writing.ts'

const INVITE = 'INSERT INTO invitation (hash, account, created_ms, expires_ms) VALUES ($1, $2, $3, $4)'
const NAME_DEVICE = 'UPDATE device SET label = $1 WHERE id = $2'
const TAKE = 'DELETE FROM invitation WHERE hash = $1 RETURNING *'

async function update(db: Queries, account: string, change: AccountUpdate): Promise<boolean> {
  const columns = columnsOf(change)
  await db.run(NEW_VERSION)
  if (columns.length === 0) return (await db.row('SELECT 1 AS found FROM account WHERE id = $1', account)) !== undefined
  const set = columns.map(([name], i) => `${name} = $${i + 2}`).join(', ')
  return (await db.run(`UPDATE account SET ${set} WHERE id = $1`, account, ...columns.map(([, value]) => value))) > 0
}

async function endSessions(db: Queries, account: string, except: string): Promise<void> {
  await db.run('DELETE FROM session WHERE account = $1 AND device <> $2', account, except)
  await db.run('UPDATE device SET password_ms = 0 WHERE account = $1 AND id <> $2', account, except)
}

async function saveInvitation(db: Queries, invitation: StoredInvitation): Promise<void> {
  const { hash, account, createdMs, expiresMs } = invitation
  // Two administrators at once: the second waits here and its code is the one that counts.
  await db.row('SELECT id FROM account WHERE id = $1 FOR UPDATE', account)
  await db.run('DELETE FROM invitation WHERE account = $1', account)
  await db.run(INVITE, hash, account, createdMs, expiresMs)
}

export function createAccountQueries(db: PostgresDatabase): AccountStore {
  return {
    updateAccount: (account, change, links = []) => withLinks(db, links, (queries) => update(queries, account, change)),
    saveInvitation: (invitation) => db.transaction((queries) => saveInvitation(queries, invitation)),
    invitation: async (hash) => {
      const row = await db.row('SELECT * FROM invitation WHERE hash = $1', hash)
      return row ? invitationOfRow(row) : null
    },
    takeInvitation: async (hash, nowMs) => accountOfTaken(await db.row(TAKE, hash), nowMs),
    invitations: async () => (await db.rows('SELECT * FROM invitation ORDER BY account')).map(invitationOfRow),
    endSessions: (account, except) => db.transaction((queries) => endSessions(queries, account, except ?? '')),
    nameDevice: (device, label, links = []) =>
      withLinks(db, links, async (queries) => (await queries.run(NAME_DEVICE, label, device)) > 0),
  }
}
