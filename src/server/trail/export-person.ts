/**
 * Everything that is kept about one account, as sections of flat rows (PER-4). Credentials are named, never given: what
 * opens an account does not belong into a file.
 */
import type { JsonValue, Op } from '#domain/change/op.ts'
import { endpointTable } from '#domain/personal-data/personal-data-table.ts'
import type { PersonExport } from '#protocol/trail-message.ts'
import { archivedOfDevices } from '#server/archive/archived-of-devices.ts'
import type { Account, EndpointStore } from '#server/store/store-contract.ts'

const MOST_OPS = 20_000
const MOST_LINKS = 20_000

type Cell = string | number | boolean | null
type Row = Record<string, Cell>

const cellOf = (value: JsonValue | undefined): Cell =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null)

const iso = (ms: number): string => new Date(ms).toISOString()

const fieldsOf = ({ f }: Op): string =>
  JSON.stringify(Object.fromEntries(Object.entries(f).map(([name, [value]]) => [name, value])))

const opRow = (op: Op): Row => ({
  feed: op.s,
  kind: op.k,
  record: op.e,
  device: op.d,
  number: op.n,
  fields: fieldsOf(op),
})

const purposeRows = (): Row[] =>
  Object.entries(endpointTable).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, { purpose, basis, retention, seen, erasure }]) => ({
      table,
      column,
      purpose,
      basis,
      seen,
      erasure,
      retention: retention.type === 'days' ? `${retention.days} days` : retention.type,
    })),
  )

/** Replaced values that left the store; one that a restoration brought back stands among the records. */
async function archivedRows(folder: string, devices: readonly string[], kept: readonly Op[]) {
  const { ops, isWhole } = await archivedOfDevices(folder, devices, MOST_OPS)
  const known = new Set(kept.map(({ d, n }) => `${d} ${n}`))
  return { rows: ops.filter(({ d, n }) => !known.has(`${d} ${n}`)).map(opRow), isWhole }
}

export interface PersonSource {
  readonly store: EndpointStore
  /** Folder of the archive beside the data. */
  readonly archive: string
}

export async function exportPerson(
  { store, archive }: PersonSource,
  account: Account,
  nowMs: number,
): Promise<PersonExport> {
  const { id, username, displayName, passwordHash } = account
  const [records, links] = [
    await store.personRecords(id, MOST_OPS),
    await store.trailPage({ person: id, limit: MOST_LINKS }),
  ]
  const devices = (await store.devices()).filter((device) => device.account === id)
  const own = devices.map(({ id: device }) => device)
  const archived = await archivedRows(archive, own, records.ops)
  const sections: readonly (readonly [string, readonly Row[]])[] = [
    ['account', [{ id, username, displayName, hasPassword: passwordHash !== null }]],
    [
      'grants',
      (await store.grants(id)).map(({ scope, role, from, to, deputyFor = null }) => ({
        scope,
        role,
        from,
        to,
        deputyFor,
      })),
    ],
    [
      'devices',
      devices.map(({ id: device, label, createdMs, lastSeenMs, isRevoked }) => ({
        device,
        label,
        isRevoked,
        created: iso(createdMs),
        lastSeen: iso(lastSeenMs),
      })),
    ],
    ['passkeys', records.passkeys.map(({ label, createdMs }) => ({ label, created: iso(createdMs) }))],
    ['identityProviders', records.providers.map((provider) => ({ provider }))],
    ['records', records.ops.map(opRow)],
    ['archived', archived.rows],
    ['refused', records.refused.map(opRow)],
    [
      'trail',
      links.map(({ atMs, type, account: by, subject, device, place, detail }) => ({
        at: iso(atMs),
        type,
        by,
        subject,
        device,
        place,
        detail: cellOf(detail),
      })),
    ],
    ['whatFor', purposeRows()],
  ]
  const isCut = records.ops.length >= MOST_OPS || links.length >= MOST_LINKS || !archived.isWhole
  return { madeMs: nowMs, account: id, sections: sections.map(([name, rows]) => ({ name, rows: [...rows] })), isCut }
}
