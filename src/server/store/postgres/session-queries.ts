/** Replicas, sessions and challenges. Of a token or a challenge only the hash is kept: a stolen copy opens nothing. */
import type { Device, NewDevice, SessionStore, StoredSession } from '#server/store/store-contract.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import { deviceOfRow } from '#server/store/sqlite/device-rows.ts'
import type { PostgresDatabase, Queries } from './database.ts'
import { withLinks } from './trail-writing.ts'

const ENROL = `INSERT INTO device (id, account, label, pubkey, created_ms, password_ms, last_seen_ms)
  VALUES ($1, $2, $3, $4, $5, $6, $5) RETURNING *`
const NEXT_COUNTER = `INSERT INTO meta (key, value) VALUES ('device_counter', '1')
  ON CONFLICT (key) DO UPDATE SET value = (meta.value::bigint + 1)::text RETURNING value`
const OPEN = 'INSERT INTO session (token_hash, account, device, opened_ms, expires_ms) VALUES ($1, $2, $3, $4, $5)'
const REVOKE = 'UPDATE device SET revoked = 1 WHERE id = $1'
const REKEY = 'UPDATE device SET pubkey = $1, label = $2, password_ms = $3, last_seen_ms = $3 WHERE id = $4'
const TAKE = 'DELETE FROM challenge WHERE hash = $1 RETURNING device, expires_ms'

async function enrol(db: Queries, device: NewDevice): Promise<Device> {
  const { account, label, publicKey, nowMs, passwordMs = nowMs, idOf } = device
  const counter = await db.row(NEXT_COUNTER)
  const id = idOf(counter ? whole(counter, 'value') : 1)
  const row = await db.row(ENROL, id, account, label, publicKey, nowMs, passwordMs)
  if (!row) throw new Error('a device just enrolled is missing')
  return deviceOfRow(row)
}

async function openSession(db: Queries, session: StoredSession, nowMs: number): Promise<void> {
  const { tokenHash, account, device, expiresMs } = session
  await db.run('DELETE FROM session WHERE expires_ms <= $1', nowMs)
  await db.run(OPEN, tokenHash, account, device, nowMs, expiresMs)
}

async function sessionByToken(db: Queries, tokenHash: string): Promise<StoredSession | null> {
  const row = await db.row('SELECT * FROM session WHERE token_hash = $1', tokenHash)
  if (!row) return null
  return { tokenHash, account: text(row, 'account'), device: text(row, 'device'), expiresMs: whole(row, 'expires_ms') }
}

export function createSessionQueries(db: PostgresDatabase): SessionStore {
  return {
    enrolDevice: (device) => db.transaction((queries) => enrol(queries, device)),
    deviceById: async (id) => {
      const row = await db.row('SELECT * FROM device WHERE id = $1', id)
      return row ? deviceOfRow(row) : null
    },
    devices: async () => (await db.rows('SELECT * FROM device ORDER BY created_ms, id')).map(deviceOfRow),
    rekeyDevice: async (id, publicKey, label, nowMs) => {
      await db.run(REKEY, publicKey, label, nowMs, id)
    },
    revokeDevice: (id, links = []) => withLinks(db, links, async (queries) => (await queries.run(REVOKE, id)) > 0),
    openSession: (session, nowMs) => db.transaction((queries) => openSession(queries, session, nowMs)),
    sessionByToken: (tokenHash) => sessionByToken(db, tokenHash),
    signOut: (device) =>
      db.transaction(async (queries) => {
        await queries.run('DELETE FROM session WHERE device = $1', device)
        await queries.run('UPDATE device SET password_ms = 0 WHERE id = $1', device)
      }),
    saveChallenge: (hash, device, expiresMs, nowMs) =>
      db.transaction(async (queries) => {
        await queries.run('DELETE FROM challenge WHERE expires_ms <= $1', nowMs)
        await queries.run(
          'INSERT INTO challenge (hash, device, expires_ms) VALUES ($1, $2, $3)',
          hash,
          device,
          expiresMs,
        )
      }),
    takeChallenge: async (hash, device, nowMs) => {
      const row = await db.row(TAKE, hash)
      return row !== undefined && row.device === device && whole(row, 'expires_ms') > nowMs
    },
  }
}
