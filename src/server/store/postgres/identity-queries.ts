/** Accounts, what they are granted, and the tree of places. */
import type { Grant } from '#domain/access/role.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import type { Account, IdentityStore, UnitChange } from '#server/store/store-contract.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import { accountOfRow, grantOfRow, placeOfRow, successionOfRow } from '#server/store/sqlite/identity-queries.ts'
import type { SqlRow } from '#server/store/sqlite/sqlite-surface.ts'
import type { PostgresDatabase, Queries } from './database.ts'
import { recordTrail } from './trail-writing.ts'

const SAVE_ACCOUNT = `INSERT INTO account (id, username, display_name, is_illustrative, password_hash, disabled_from)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (id) DO UPDATE SET username = excluded.username, display_name = excluded.display_name,
  is_illustrative = excluded.is_illustrative, password_hash = excluded.password_hash,
  disabled_from = excluded.disabled_from`
const SAVE_GRANT = `INSERT INTO grant_ (account, scope, role, valid_from, valid_to, deputy_for) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (account, scope, role, valid_from) DO UPDATE SET valid_to = excluded.valid_to`
const SAVE_PLACE = `INSERT INTO scope (id, parent, kind, name, code, position, valid_from, valid_to)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (id) DO UPDATE SET parent = excluded.parent, kind = excluded.kind, name = excluded.name,
  code = excluded.code, position = excluded.position, valid_from = excluded.valid_from, valid_to = excluded.valid_to`
const POSITION = `SELECT coalesce((SELECT position FROM scope WHERE id = $1),
  (SELECT coalesce(max(position), -1) + 1 FROM scope)) AS position`
const SAVE_SUCCESSION = `INSERT INTO succession (predecessor, successor, since) VALUES ($1, $2, $3)
  ON CONFLICT (predecessor, successor) DO UPDATE SET since = excluded.since`
const SUCCESSIONS = 'SELECT * FROM succession ORDER BY since, predecessor, successor'
const VERSION = `SELECT value FROM meta WHERE key = 'identity_version'`
export const NEW_VERSION = `INSERT INTO meta (key, value) VALUES ('identity_version', '1')
  ON CONFLICT (key) DO UPDATE SET value = (meta.value::bigint + 1)::text`
const SAVE_SETTING =
  'INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value'
const GRANTS = 'SELECT * FROM grant_ WHERE account = $1 ORDER BY scope, role, valid_from'
const ALL_GRANTS = 'SELECT * FROM grant_ ORDER BY account, scope, role, valid_from'

const found = (row: SqlRow | undefined): Account | null => (row ? accountOfRow(row) : null)

async function savePlace(db: Queries, place: WirePlace, position: number): Promise<void> {
  const { id, parent, kind, name, code, from, until } = place
  await db.run(SAVE_PLACE, id, parent, kind, name, code, position, from ?? null, until ?? null)
}

async function saveAccounts(db: Queries, accounts: readonly Account[], grants: readonly Grant[]): Promise<void> {
  await db.run(NEW_VERSION)
  for (const { id, username, displayName, isIllustrative, passwordHash, disabledFrom } of accounts)
    await db.run(SAVE_ACCOUNT, id, username, displayName, isIllustrative ? 1 : 0, passwordHash, disabledFrom ?? null)
  for (const { account, scope, role, from, to, deputyFor } of grants)
    await db.run(SAVE_GRANT, account, scope, role, from, to, deputyFor ?? null)
}

async function savePlaces(db: Queries, places: readonly WirePlace[]): Promise<void> {
  await db.run(NEW_VERSION)
  for (const [i, place] of places.entries()) await savePlace(db, place, i)
}

async function saveUnitChange(db: Queries, { places, successions, grants }: UnitChange): Promise<void> {
  await saveAccounts(db, [], grants)
  for (const place of places) {
    const row = await db.row(POSITION, place.id)
    await savePlace(db, place, row ? whole(row, 'position') : 0)
  }
  for (const { predecessor, successor, since } of successions)
    await db.run(SAVE_SUCCESSION, predecessor, successor, since)
}

export function createIdentityQueries(db: PostgresDatabase): IdentityStore {
  return {
    accountByUsername: async (username) => found(await db.row('SELECT * FROM account WHERE username = $1', username)),
    accountById: async (id) => found(await db.row('SELECT * FROM account WHERE id = $1', id)),
    accounts: async () => (await db.rows('SELECT * FROM account ORDER BY username')).map(accountOfRow),
    saveAccounts: (accounts, grants, links = []) =>
      db.transaction(async (queries) => {
        await saveAccounts(queries, accounts, grants)
        if (links.length > 0) await recordTrail(queries, links)
      }),
    grants: async (account) =>
      (await (account === undefined ? db.rows(ALL_GRANTS) : db.rows(GRANTS, account))).map(grantOfRow),
    places: async () => (await db.rows('SELECT * FROM scope ORDER BY position')).map(placeOfRow),
    savePlaces: (places) => db.transaction((queries) => savePlaces(queries, places)),
    successions: async () => (await db.rows(SUCCESSIONS)).map(successionOfRow),
    saveUnitChange: (change, links = []) =>
      db.transaction(async (queries) => {
        await saveUnitChange(queries, change)
        if (links.length > 0) await recordTrail(queries, links)
      }),
    identityVersion: async () => {
      const row = await db.row(VERSION)
      return row ? text(row, 'value') : '0'
    },
    setting: async (key) => {
      const row = await db.row('SELECT value FROM meta WHERE key = $1', key)
      return row ? text(row, 'value') : null
    },
    saveSetting: async (key, value) => {
      await db.run(SAVE_SETTING, key, value)
    },
  }
}
