import type { Device } from '#server/store/store-contract.ts'
import { text, whole } from './connection.ts'
import type { SqlRow } from './sqlite-surface.ts'

export function deviceOfRow(row: SqlRow): Device {
  return {
    id: text(row, 'id'),
    account: text(row, 'account'),
    label: text(row, 'label'),
    publicKey: text(row, 'pubkey'),
    createdMs: whole(row, 'created_ms'),
    lastSeenMs: whole(row, 'last_seen_ms'),
    lastN: whole(row, 'last_n'),
    safeN: whole(row, 'safe_n'),
    hlcMax: row.hlc_max === null ? null : whole(row, 'hlc_max'),
    passwordMs: whole(row, 'password_ms'),
    isRevoked: whole(row, 'revoked') !== 0,
  }
}
