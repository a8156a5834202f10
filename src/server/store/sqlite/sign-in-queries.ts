/** Passkeys, links with an identity provider, and what is good once. */
import type { OnceNote, Passkey, ProviderLink, SignInStore } from '#server/store/sign-in-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import type { SqlRow } from './sqlite-surface.ts'
import type { WriteQueue } from './write-queue.ts'

const ADD = `INSERT INTO passkey (id, account, pubkey, counter, transports, label, backed_up, created_ms, used_ms)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`
const USE = `UPDATE passkey SET counter = ?, used_ms = ? WHERE id = ? AND (counter < ? OR (counter = 0 AND ? = 0))`
const LINK = `INSERT INTO provider_link (issuer, identifier, account, linked_ms) VALUES (?, ?, ?, ?)`
const ONCE = 'INSERT INTO once (hash, purpose, body, expires_ms) VALUES (?, ?, ?, ?)'
const TAKE = 'DELETE FROM once WHERE hash = ? RETURNING purpose, body, expires_ms'

export const passkeyOfRow = (row: SqlRow): Passkey => ({
  id: text(row, 'id'),
  account: text(row, 'account'),
  publicKey: text(row, 'pubkey'),
  counter: whole(row, 'counter'),
  transports: text(row, 'transports').split(' ').filter(Boolean),
  label: text(row, 'label'),
  isBackedUp: whole(row, 'backed_up') !== 0,
  createdMs: whole(row, 'created_ms'),
  usedMs: row.used_ms === null ? null : whole(row, 'used_ms'),
})

export const linkOfRow = (row: SqlRow): ProviderLink => ({
  issuer: text(row, 'issuer'),
  identifier: text(row, 'identifier'),
  account: text(row, 'account'),
  linkedMs: whole(row, 'linked_ms'),
})

export const PASSKEY_COUNTS = 'SELECT account, count(*) AS found FROM passkey GROUP BY account'

/** The body of a note that was just taken, where it is still good for this. */
export const bodyOfNote = (row: SqlRow | undefined, purpose: string, nowMs: number): string | null =>
  row !== undefined && row.purpose === purpose && whole(row, 'expires_ms') > nowMs ? text(row, 'body') : null

/** In the order of the columns of `ADD`. */
export const passkeyValues = (key: Passkey) => [
  key.id,
  key.account,
  key.publicKey,
  key.counter,
  key.transports.join(' '),
  key.label,
  key.isBackedUp ? 1 : 0,
  key.createdMs,
  key.usedMs,
]

function saveLink(db: Connection, { issuer, identifier, account, linkedMs }: ProviderLink): boolean {
  const known = db.get('SELECT account FROM provider_link WHERE issuer = ? AND identifier = ?', issuer, identifier)
  if (known && known.account !== account) return false
  db.run('DELETE FROM provider_link WHERE issuer = ? AND account = ?', issuer, account)
  return db.run(LINK, issuer, identifier, account, linkedMs) > 0
}

function keepOnce(db: Connection, { hash, purpose, body, expiresMs }: OnceNote, nowMs: number): void {
  db.run('DELETE FROM once WHERE expires_ms <= ?', nowMs)
  db.run(ONCE, hash, purpose, body, expiresMs)
}

export function createSignInQueries(db: Connection, queue: WriteQueue): SignInStore {
  const changes = async (sql: string, ...values: readonly (string | number | null)[]): Promise<boolean> =>
    queue.write(() => db.run(sql, ...values) > 0)
  const link = (row: SqlRow | undefined) => (row ? linkOfRow(row) : null)
  return {
    passkeysOf: async (account) =>
      db.all('SELECT * FROM passkey WHERE account = ? ORDER BY created_ms, id', account).map(passkeyOfRow),
    passkeyCounts: async () =>
      new Map(db.all(PASSKEY_COUNTS).map((row) => [text(row, 'account'), whole(row, 'found')])),
    passkeyById: async (id) => {
      const row = db.get('SELECT * FROM passkey WHERE id = ?', id)
      return row ? passkeyOfRow(row) : null
    },
    addPasskey: (passkey) => changes(ADD, ...passkeyValues(passkey)),
    usePasskey: (id, counter, nowMs) => changes(USE, counter, nowMs, id, counter, counter),
    renamePasskey: (account, id, label) =>
      changes('UPDATE passkey SET label = ? WHERE account = ? AND id = ?', label, account, id),
    removePasskey: (account, id) => changes('DELETE FROM passkey WHERE account = ? AND id = ?', account, id),
    providerLinks: async () => db.all('SELECT * FROM provider_link ORDER BY issuer, identifier').map(linkOfRow),
    linkOf: async (issuer, identifier) =>
      link(db.get('SELECT * FROM provider_link WHERE issuer = ? AND identifier = ?', issuer, identifier)),
    saveProviderLink: async (wanted) => queue.write(() => saveLink(db, wanted)),
    removeProviderLink: (account, issuer) =>
      changes('DELETE FROM provider_link WHERE account = ? AND issuer = ?', account, issuer),
    keepOnce: async (note, nowMs) => queue.write(() => keepOnce(db, note, nowMs)),
    takeOnce: async (hash, purpose, nowMs) => bodyOfNote(await queue.write(() => db.get(TAKE, hash)), purpose, nowMs),
  }
}
