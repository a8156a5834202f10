/** Passkeys, links with an identity provider, and what is good once. */
import type { OnceNote, ProviderLink, SignInStore } from '#server/store/sign-in-contract.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import {
  bodyOfNote,
  linkOfRow,
  PASSKEY_COUNTS,
  passkeyOfRow,
  passkeyValues,
} from '#server/store/sqlite/sign-in-queries.ts'
import type { PostgresDatabase, PostgresValue, Queries } from './database.ts'

const ADD = `INSERT INTO passkey (id, account, pubkey, counter, transports, label, backed_up, created_ms, used_ms)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`
const USE = `UPDATE passkey SET counter = $1, used_ms = $2
  WHERE id = $3 AND (counter < $1 OR (counter = 0 AND $1 = 0))`
/** A row of the same identifier that another account has stays, and nothing is changed. */
const LINK = `INSERT INTO provider_link (issuer, identifier, account, linked_ms) VALUES ($1, $2, $3, $4)
  ON CONFLICT (issuer, identifier) DO UPDATE SET linked_ms = excluded.linked_ms
  WHERE provider_link.account = excluded.account`
const FORMER = 'DELETE FROM provider_link WHERE issuer = $1 AND account = $2 AND identifier <> $3'
const ONCE = 'INSERT INTO once (hash, purpose, body, expires_ms) VALUES ($1, $2, $3, $4)'
const TAKE = 'DELETE FROM once WHERE hash = $1 RETURNING purpose, body, expires_ms'

async function saveLink(db: Queries, { issuer, identifier, account, linkedMs }: ProviderLink): Promise<boolean> {
  const isOurs = (await db.run(LINK, issuer, identifier, account, linkedMs)) > 0
  if (isOurs) await db.run(FORMER, issuer, account, identifier)
  return isOurs
}

async function keepOnce(db: Queries, { hash, purpose, body, expiresMs }: OnceNote, nowMs: number): Promise<void> {
  await db.run('DELETE FROM once WHERE expires_ms <= $1', nowMs)
  await db.run(ONCE, hash, purpose, body, expiresMs)
}

export function createSignInQueries(db: PostgresDatabase): SignInStore {
  const changes = async (sql: string, ...values: readonly PostgresValue[]): Promise<boolean> =>
    (await db.run(sql, ...values)) > 0
  return {
    passkeysOf: async (account) =>
      (await db.rows('SELECT * FROM passkey WHERE account = $1 ORDER BY created_ms, id', account)).map(passkeyOfRow),
    passkeyCounts: async () =>
      new Map((await db.rows(PASSKEY_COUNTS)).map((row) => [text(row, 'account'), whole(row, 'found')])),
    passkeyById: async (id) => {
      const row = await db.row('SELECT * FROM passkey WHERE id = $1', id)
      return row ? passkeyOfRow(row) : null
    },
    addPasskey: (passkey) => changes(ADD, ...passkeyValues(passkey)),
    usePasskey: (id, counter, nowMs) => changes(USE, counter, nowMs, id),
    renamePasskey: (account, id, label) =>
      changes('UPDATE passkey SET label = $1 WHERE account = $2 AND id = $3', label, account, id),
    removePasskey: (account, id) => changes('DELETE FROM passkey WHERE account = $1 AND id = $2', account, id),
    providerLinks: async () =>
      (await db.rows('SELECT * FROM provider_link ORDER BY issuer, identifier')).map(linkOfRow),
    linkOf: async (issuer, identifier) => {
      const row = await db.row('SELECT * FROM provider_link WHERE issuer = $1 AND identifier = $2', issuer, identifier)
      return row ? linkOfRow(row) : null
    },
    saveProviderLink: (link) => db.transaction((queries) => saveLink(queries, link)),
    removeProviderLink: (account, issuer) =>
      changes('DELETE FROM provider_link WHERE account = $1 AND issuer = $2', account, issuer),
    keepOnce: (note, nowMs) => db.transaction((queries) => keepOnce(queries, note, nowMs)),
    takeOnce: async (hash, purpose, nowMs) => bodyOfNote(await db.row(TAKE, hash), purpose, nowMs),
  }
}
