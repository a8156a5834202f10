/** Replicas, sessions and challenges. Of a token or a challenge only the hash is kept: a stolen copy opens nothing. */
import type { NewDevice, SessionStore } from '#server/store/store-contract.ts'
import { type Connection, text, whole } from './connection.ts'
import { deviceOfRow } from './device-rows.ts'
import { withLinks } from './trail-writing.ts'
import type { WriteQueue } from './write-queue.ts'

const ENROL = `INSERT INTO device (id, account, label, pubkey, created_ms, password_ms, last_seen_ms)
  VALUES (?, ?, ?, ?, ?, ?, ?)`
const NEXT_COUNTER = `INSERT INTO meta (key, value) VALUES ('device_counter', '1')
  ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(meta.value AS INTEGER) + 1 AS TEXT) RETURNING value`
const OPEN = 'INSERT INTO session (token_hash, account, device, opened_ms, expires_ms) VALUES (?, ?, ?, ?, ?)'
const REVOKE = 'UPDATE device SET revoked = 1 WHERE id = ?'
const REKEY = 'UPDATE device SET pubkey = ?, label = ?, password_ms = ?, last_seen_ms = ? WHERE id = ?'

function enrol(db: Connection, { account, label, publicKey, nowMs, passwordMs = nowMs, idOf }: NewDevice): string {
  const counter = db.get(NEXT_COUNTER)
  const id = idOf(counter ? whole(counter, 'value') : 1)
  db.run(ENROL, id, account, label, publicKey, nowMs, passwordMs, nowMs)
  return id
}

function takeChallenge(db: Connection, hash: string, device: string, nowMs: number): boolean {
  const row = db.get('DELETE FROM challenge WHERE hash = ? RETURNING device, expires_ms', hash)
  return row !== undefined && row.device === device && whole(row, 'expires_ms') > nowMs
}

export function createSessionQueries(db: Connection, queue: WriteQueue): SessionStore {
  const find = (id: string) => {
    const row = db.get('SELECT * FROM device WHERE id = ?', id)
    return row ? deviceOfRow(row) : null
  }
  return {
    enrolDevice: async (device) => {
      const enrolled = find(await queue.write(() => enrol(db, device)))
      if (!enrolled) throw new Error('a device just enrolled is missing')
      return enrolled
    },
    deviceById: async (id) => find(id),
    devices: async () => db.all('SELECT * FROM device ORDER BY created_ms, id').map(deviceOfRow),
    rekeyDevice: async (id, publicKey, label, nowMs) => {
      await queue.write(() => db.run(REKEY, publicKey, label, nowMs, nowMs, id))
    },
    revokeDevice: async (id, links = []) => queue.write(() => withLinks(db, links, () => db.run(REVOKE, id) > 0)),
    openSession: async ({ tokenHash, account, device, expiresMs }, nowMs) =>
      queue.write(() => {
        db.run('DELETE FROM session WHERE expires_ms <= ?', nowMs)
        db.run(OPEN, tokenHash, account, device, nowMs, expiresMs)
      }),
    sessionByToken: async (tokenHash) => {
      const row = db.get('SELECT * FROM session WHERE token_hash = ?', tokenHash)
      if (!row) return null
      return {
        tokenHash,
        account: text(row, 'account'),
        device: text(row, 'device'),
        expiresMs: whole(row, 'expires_ms'),
      }
    },
    signOut: async (device) =>
      queue.write(() => {
        db.run('DELETE FROM session WHERE device = ?', device)
        db.run('UPDATE device SET password_ms = 0 WHERE id = ?', device)
      }),
    saveChallenge: async (hash, device, expiresMs, nowMs) =>
      queue.write(() => {
        db.run('DELETE FROM challenge WHERE expires_ms <= ?', nowMs)
        db.run('INSERT INTO challenge (hash, device, expires_ms) VALUES (?, ?, ?)', hash, device, expiresMs)
      }),
    takeChallenge: async (hash, device, nowMs) => queue.write(() => takeChallenge(db, hash, device, nowMs)),
  }
}
