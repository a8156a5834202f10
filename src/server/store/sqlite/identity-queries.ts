/** Accounts, what they are granted, and the tree of places. */
import type { Grant, Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import type { Account, IdentityStore } from '#server/store/store-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import type { SqlRow } from './sqlite-surface.ts'

const SAVE_ACCOUNT = `INSERT INTO account (id, username, display_name, is_illustrative, password_hash) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET username = excluded.username, display_name = excluded.display_name,
  is_illustrative = excluded.is_illustrative, password_hash = excluded.password_hash`
const SAVE_GRANT = `INSERT INTO grant_ (account, scope, role, valid_from, valid_to) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (account, scope, role, valid_from) DO UPDATE SET valid_to = excluded.valid_to`
const SAVE_PLACE = `INSERT INTO scope (id, parent, kind, name, code, position) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET parent = excluded.parent, kind = excluded.kind, name = excluded.name,
  code = excluded.code, position = excluded.position`
const SAVE_SETTING =
  'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
const GRANTS = 'SELECT * FROM grant_ WHERE account = ? ORDER BY scope, role, valid_from'
const ALL_GRANTS = 'SELECT * FROM grant_ ORDER BY account, scope, role, valid_from'

const accountOfRow = (row: SqlRow): Account => ({
  id: text(row, 'id'),
  username: text(row, 'username'),
  displayName: text(row, 'display_name'),
  isIllustrative: whole(row, 'is_illustrative') !== 0,
  passwordHash: row.password_hash === null ? null : text(row, 'password_hash'),
})

const grantOfRow = (row: SqlRow): Grant => ({
  account: text(row, 'account'),
  scope: text(row, 'scope'),
  role: text(row, 'role') as Role,
  from: text(row, 'valid_from') as LocalDate,
  to: row.valid_to === null ? null : (text(row, 'valid_to') as LocalDate),
})

const placeOfRow = (row: SqlRow): WirePlace => ({
  id: text(row, 'id'),
  parent: row.parent === null ? null : text(row, 'parent'),
  kind: text(row, 'kind') as WirePlace['kind'],
  name: text(row, 'name'),
  code: text(row, 'code'),
})

const found = (row: SqlRow | undefined): Account | null => (row ? accountOfRow(row) : null)

function saveAccounts(db: Connection, accounts: readonly Account[], grants: readonly Grant[]): void {
  for (const { id, username, displayName, isIllustrative, passwordHash } of accounts) {
    db.run(SAVE_ACCOUNT, id, username, displayName, isIllustrative ? 1 : 0, passwordHash)
  }
  for (const { account, scope, role, from, to } of grants) db.run(SAVE_GRANT, account, scope, role, from, to)
}

export function createIdentityQueries(db: Connection): IdentityStore {
  return {
    accountByUsername: async (username) => found(db.get('SELECT * FROM account WHERE username = ?', username)),
    accountById: async (id) => found(db.get('SELECT * FROM account WHERE id = ?', id)),
    accounts: async () => db.all('SELECT * FROM account ORDER BY username').map(accountOfRow),
    saveAccounts: async (accounts, grants) => db.transaction(() => saveAccounts(db, accounts, grants)),
    grants: async (account) => (account === undefined ? db.all(ALL_GRANTS) : db.all(GRANTS, account)).map(grantOfRow),
    places: async () => db.all('SELECT * FROM scope ORDER BY position').map(placeOfRow),
    savePlaces: async (places) =>
      db.transaction(() => {
        for (const [i, { id, parent, kind, name, code }] of places.entries())
          db.run(SAVE_PLACE, id, parent, kind, name, code, i)
      }),
    setting: async (key) => {
      const row = db.get('SELECT value FROM meta WHERE key = ?', key)
      return row ? text(row, 'value') : null
    },
    saveSetting: async (key, value) => {
      db.run(SAVE_SETTING, key, value)
    },
  }
}
