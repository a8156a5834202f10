/** What is kept about one account, and its erasing, as statements for both databases (see `trail-queries.ts`). */
import type { Op } from '#domain/change/op.ts'
import { kindRegistry, isSealedKind } from '#domain/change/kind-registry.ts'
import { OFFICE_CHAIN } from '#domain/trail/trail-link.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import { opOfRow } from '#server/store/sqlite/op-rows.ts'
import type { SqlValue } from '#server/store/sqlite/sqlite-surface.ts'
import type { Erasing, PersonCounts, PersonStore } from '#server/store/person-contract.ts'
import type { TrailEvent } from './sealed-link.ts'
import type { Rows } from './trail-queries.ts'

const OWN_DEVICES = 'SELECT id FROM device WHERE account = ?'
const OPS = `SELECT * FROM op WHERE dev IN (${OWN_DEVICES}) ORDER BY recv_ms DESC, dev, n DESC LIMIT ?`
const REFUSED = `SELECT body FROM quarantine WHERE dev IN (${OWN_DEVICES}) ORDER BY recv_ms DESC, dev, n DESC LIMIT ?`
const PASSKEYS = 'SELECT label, created_ms FROM passkey WHERE account = ? ORDER BY created_ms'
const PROVIDERS = 'SELECT issuer FROM provider_link WHERE account = ? ORDER BY issuer'
const sealedKinds = Object.keys(kindRegistry).filter(isSealedKind)
const SEALED = `SELECT max(recv_ms) AS ms FROM op WHERE dev IN (${OWN_DEVICES})
  AND kind IN (${sealedKinds.map((kind) => `'${kind}'`).join(', ')})`
const TOUCHES = `SELECT seq, recv_ms, author, dev, body, NULL AS fields FROM op WHERE feed = ? AND entity = ?
  UNION ALL SELECT seq, recv_ms, author, dev, NULL, fields FROM archived_op WHERE feed = ? AND entity = ?
  ORDER BY seq DESC LIMIT ?`

const ABOUT = 'FROM trail WHERE (account = ? OR subject = ?)'
/** What an erasing leaves of details; see `erasingSteps`. */
const GOING = `detail IS NOT NULL AND type NOT IN ('erased', 'restored')`
const COUNTS: Readonly<Record<keyof PersonCounts, readonly [sql: string, accounts: 1 | 2]>> = {
  ops: [
    `SELECT (SELECT count(*) FROM op WHERE dev IN (${OWN_DEVICES}))
      + (SELECT count(*) FROM archived_op WHERE dev IN (${OWN_DEVICES})) AS found`,
    2,
  ],
  refused: [`SELECT count(*) AS found FROM quarantine WHERE dev IN (${OWN_DEVICES})`, 1],
  devices: ['SELECT count(*) AS found FROM device WHERE account = ?', 1],
  passkeys: ['SELECT count(*) AS found FROM passkey WHERE account = ?', 1],
  providers: ['SELECT count(*) AS found FROM provider_link WHERE account = ?', 1],
  codes: ['SELECT count(*) AS found FROM invitation WHERE account = ?', 1],
  links: [`SELECT count(*) AS found ${ABOUT}`, 2],
  details: [`SELECT count(*) AS found ${ABOUT} AND ${GOING}`, 2],
}

async function countsOf(rows: Rows, account: string): Promise<PersonCounts> {
  const counted: Partial<Record<keyof PersonCounts, number>> = {}
  for (const [name, [sql, accounts]] of Object.entries(COUNTS)) {
    const [row] = await rows(sql, ...Array.from({ length: accounts }, () => account))
    counted[name as keyof PersonCounts] = row ? whole(row, 'found') : 0
  }
  return counted as PersonCounts
}

const fieldsOf = (body: string): readonly string[] => Object.keys(JSON.parse(body) as object)

type PersonReading = Pick<PersonStore, 'personRecords' | 'personCounts' | 'lastSealedMs' | 'touchesOf'>

export const createPersonReading = (rows: Rows): PersonReading => ({
  personCounts: (account) => countsOf(rows, account),
  personRecords: async (account, limit) => ({
    ops: (await rows(OPS, account, limit)).map(opOfRow),
    refused: (await rows(REFUSED, account, limit)).map((row) => JSON.parse(text(row, 'body')) as Op),
    passkeys: (await rows(PASSKEYS, account)).map((row) => ({
      label: text(row, 'label'),
      createdMs: whole(row, 'created_ms'),
    })),
    providers: (await rows(PROVIDERS, account)).map((row) => text(row, 'issuer')),
  }),
  lastSealedMs: async (account) => {
    const [row] = await rows(SEALED, account)
    return row && row.ms !== null ? whole(row, 'ms') : null
  },
  touchesOf: async (feed, entity, limit) =>
    (await rows(TOUCHES, feed, entity, feed, entity, limit)).map((row) => ({
      seq: whole(row, 'seq'),
      atMs: whole(row, 'recv_ms'),
      account: text(row, 'author'),
      device: text(row, 'dev'),
      fields: row.fields === null ? fieldsOf(text(row, 'body')) : (JSON.parse(text(row, 'fields')) as string[]),
    })),
})

export type Step = readonly [sql: string, ...values: readonly SqlValue[]]

/** The account stays as a number: everything it did still has somebody behind it, only nobody knows who. */
export function erasingSteps({ account }: Erasing): readonly Step[] {
  return [
    [
      `UPDATE account SET username = 'erased-' || id, display_name = '', password_hash = NULL, disabled_from = '2000-01-01' WHERE id = ?`,
      account,
    ],
    [`UPDATE device SET label = '', pubkey = '', password_ms = 0, revoked = 1 WHERE account = ?`, account],
    ['DELETE FROM session WHERE account = ?', account],
    ['DELETE FROM passkey WHERE account = ?', account],
    ['DELETE FROM provider_link WHERE account = ?', account],
    ['DELETE FROM invitation WHERE account = ?', account],
    [`UPDATE trail SET salt = NULL, detail = NULL WHERE ${GOING} AND (account = ? OR subject = ?)`, account, account],
  ]
}

export const erasedEvent = ({ account, by, device, nowMs }: Erasing): TrailEvent => ({
  chain: OFFICE_CHAIN,
  type: 'erased',
  atMs: nowMs,
  account: by,
  device,
  subject: account,
})

export const sweepSteps = (nowMs: number): readonly Step[] => [
  ['DELETE FROM session WHERE expires_ms <= ?', nowMs],
  ['DELETE FROM challenge WHERE expires_ms <= ?', nowMs],
  ['DELETE FROM once WHERE expires_ms <= ?', nowMs],
  ['DELETE FROM invitation WHERE expires_ms <= ?', nowMs],
]
