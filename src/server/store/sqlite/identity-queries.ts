/** Accounts, what they are granted, and the tree of places. */
import type { Grant, Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import type { Account, IdentityStore, Succession, UnitChange } from '#server/store/store-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import type { SqlRow } from './sqlite-surface.ts'
import { recordTrail } from './trail-writing.ts'

const SAVE_ACCOUNT = `INSERT INTO account (id, username, display_name, is_illustrative, password_hash, disabled_from)
  VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET username = excluded.username, display_name = excluded.display_name,
  is_illustrative = excluded.is_illustrative, password_hash = excluded.password_hash,
  disabled_from = excluded.disabled_from`
const SAVE_GRANT = `INSERT INTO grant_ (account, scope, role, valid_from, valid_to, deputy_for) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (account, scope, role, valid_from) DO UPDATE SET valid_to = excluded.valid_to`
const SAVE_PLACE = `INSERT INTO scope (id, parent, kind, name, code, position, valid_from, valid_to)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET parent = excluded.parent, kind = excluded.kind, name = excluded.name,
  code = excluded.code, position = excluded.position, valid_from = excluded.valid_from, valid_to = excluded.valid_to`
const POSITION = `SELECT coalesce((SELECT position FROM scope WHERE id = ?),
  (SELECT coalesce(max(position), -1) + 1 FROM scope)) AS position`
const SAVE_SUCCESSION = `INSERT INTO succession (predecessor, successor, since) VALUES (?, ?, ?)
  ON CONFLICT (predecessor, successor) DO UPDATE SET since = excluded.since`
const SUCCESSIONS = 'SELECT * FROM succession ORDER BY since, predecessor, successor'
export const NEW_VERSION = `INSERT INTO meta (key, value) VALUES ('identity_version', '1')
  ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(meta.value AS INTEGER) + 1 AS TEXT)`
const SAVE_SETTING =
  'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
const GRANTS = 'SELECT * FROM grant_ WHERE account = ? ORDER BY scope, role, valid_from'
const ALL_GRANTS = 'SELECT * FROM grant_ ORDER BY account, scope, role, valid_from'

export const accountOfRow = (row: SqlRow): Account => ({
  id: text(row, 'id'),
  username: text(row, 'username'),
  displayName: text(row, 'display_name'),
  isIllustrative: whole(row, 'is_illustrative') !== 0,
  passwordHash: row.password_hash === null ? null : text(row, 'password_hash'),
  ...(row.disabled_from === null ? {} : { disabledFrom: text(row, 'disabled_from') as LocalDate }),
})

export const grantOfRow = (row: SqlRow): Grant => ({
  account: text(row, 'account'),
  scope: text(row, 'scope'),
  role: text(row, 'role') as Role,
  from: text(row, 'valid_from') as LocalDate,
  to: row.valid_to === null ? null : (text(row, 'valid_to') as LocalDate),
  ...(row.deputy_for === null ? {} : { deputyFor: text(row, 'deputy_for') }),
})

export const placeOfRow = (row: SqlRow): WirePlace => ({
  id: text(row, 'id'),
  parent: row.parent === null ? null : text(row, 'parent'),
  kind: text(row, 'kind') as WirePlace['kind'],
  name: text(row, 'name'),
  code: text(row, 'code'),
  ...(row.valid_from === null ? {} : { from: text(row, 'valid_from') }),
  ...(row.valid_to === null ? {} : { until: text(row, 'valid_to') }),
})

export const successionOfRow = (row: SqlRow): Succession => ({
  predecessor: text(row, 'predecessor'),
  successor: text(row, 'successor'),
  since: text(row, 'since') as LocalDate,
})

const found = (row: SqlRow | undefined): Account | null => (row ? accountOfRow(row) : null)

/** `successors` is not a column: it is what the table of successions says. */
function savePlace(db: Connection, { id, parent, kind, name, code, from, until }: WirePlace, position: number): void {
  db.run(SAVE_PLACE, id, parent, kind, name, code, position, from ?? null, until ?? null)
}

function saveUnitChange(db: Connection, { places, successions, grants }: UnitChange): void {
  for (const place of places) {
    const row = db.get(POSITION, place.id)
    savePlace(db, place, row ? whole(row, 'position') : 0)
  }
  for (const { predecessor, successor, since } of successions) db.run(SAVE_SUCCESSION, predecessor, successor, since)
  saveAccounts(db, [], grants)
}

function saveAccounts(db: Connection, accounts: readonly Account[], grants: readonly Grant[]): void {
  db.run(NEW_VERSION)
  for (const { id, username, displayName, isIllustrative, passwordHash, disabledFrom } of accounts) {
    db.run(SAVE_ACCOUNT, id, username, displayName, isIllustrative ? 1 : 0, passwordHash, disabledFrom ?? null)
  }
  for (const { account, scope, role, from, to, deputyFor } of grants)
    db.run(SAVE_GRANT, account, scope, role, from, to, deputyFor ?? null)
}

export function createIdentityQueries(db: Connection): IdentityStore {
  return {
    accountByUsername: async (username) => found(db.get('SELECT * FROM account WHERE username = ?', username)),
    accountById: async (id) => found(db.get('SELECT * FROM account WHERE id = ?', id)),
    accounts: async () => db.all('SELECT * FROM account ORDER BY username').map(accountOfRow),
    saveAccounts: async (accounts, grants, links = []) =>
      db.transaction(() => {
        saveAccounts(db, accounts, grants)
        recordTrail(db, links)
      }),
    grants: async (account) => (account === undefined ? db.all(ALL_GRANTS) : db.all(GRANTS, account)).map(grantOfRow),
    places: async () => db.all('SELECT * FROM scope ORDER BY position').map(placeOfRow),
    savePlaces: async (places) =>
      db.transaction(() => {
        db.run(NEW_VERSION)
        for (const [i, place] of places.entries()) savePlace(db, place, i)
      }),
    successions: async () => db.all(SUCCESSIONS).map(successionOfRow),
    saveUnitChange: async (change, links = []) =>
      db.transaction(() => {
        saveUnitChange(db, change)
        recordTrail(db, links)
      }),
    identityVersion: async () => {
      const row = db.get(`SELECT value FROM meta WHERE key = 'identity_version'`)
      return row ? text(row, 'value') : '0'
    },
    setting: async (key) => {
      const row = db.get('SELECT value FROM meta WHERE key = ?', key)
      return row ? text(row, 'value') : null
    },
    saveSetting: async (key, value) => {
      db.run(SAVE_SETTING, key, value)
    },
  }
}
