// The data folder of the bench: the communes of a country in round figures, three accounts each, ten devices each, and
// ten communes of one area with a year of shared records for the monitor. Filled through the store, not over HTTP.
import { createHash } from 'node:crypto'
import process from 'node:process'
import type { Grant } from '#domain/access/role.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { findSqlite } from '#server/store/sqlite/sqlite-surface.ts'
import type { Account, EndpointStore } from '#server/store/store-contract.ts'
import { createDeviceKeyPair, type DeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { repeatableRandom } from '#support/endpoint/edges.ts'
import { sentence } from './texts.ts'
import { hashOfContent } from '#support/sealed-fields.ts'

/** A smaller world for a quick look (SOTAY_BENCH_COMMUNES, a multiple of 33); gates are meant for the whole. */
const COMMUNES = Number(process.env.SOTAY_BENCH_COMMUNES ?? 3300)
const PROVINCES = 33
const [ACCOUNTS_EACH, DEVICES_EACH] = [3, 10]
/** Keys are shared by many devices: making 33,000 would measure the generator. Checking them costs the same. */
const KEYS = 50
const FROM = '2026-01-01' as LocalDate

export interface BenchDevice {
  readonly id: string
  readonly account: string
  readonly commune: string
  readonly key: DeviceKeyPair
}

export interface World {
  readonly devices: readonly BenchDevice[]
  readonly monitor: BenchDevice
  readonly monitored: { readonly communes: number; readonly operations: number }
}

const communeId = (i: number): string => `vn26-${String(i).padStart(5, '0')}`

function placesOf(): WirePlace[] {
  const provinces = Array.from({ length: PROVINCES }, (_, i) => `p${String(i + 1).padStart(2, '0')}`)
  const place = (id: string, parent: string | null, kind: WirePlace['kind']): WirePlace => ({
    id,
    parent,
    kind,
    name: `${kind} ${id}`,
    code: id.slice(-5),
  })
  const communes = Array.from({ length: COMMUNES }, (_, i) => {
    const province = provinces[Math.floor(i / (COMMUNES / PROVINCES))] ?? null
    return place(communeId(i), i < 10 ? 'area-180' : province, 'commune')
  })
  return [...provinces.map((id) => place(id, null, 'province')), place('area-180', 'p01', 'area'), ...communes]
}

const account = (id: string): Account => ({
  id,
  username: id,
  displayName: 'Chức danh minh họa',
  isIllustrative: true,
  passwordHash: null,
})

function peopleOf(): { accounts: Account[]; grants: Grant[] } {
  const grants: Grant[] = [{ account: 'acc.monitor', scope: 'area-180', role: 'area-monitor', from: FROM, to: null }]
  for (let c = 0; c < COMMUNES; c++)
    for (let a = 0; a < ACCOUNTS_EACH; a++)
      grants.push({ account: `acc.${c}.${a}`, scope: communeId(c), role: 'iso-secretary', from: FROM, to: null })
  return { accounts: grants.map((grant) => account(grant.account)), grants }
}

const answersOf = (seed: number): JsonValue =>
  Object.fromEntries(
    Array.from({ length: 132 }, (_, i) => [
      `q${i + 1}`,
      { score: (i * 7 + seed) % 4, reason: null, note: i % 3 === 0 ? sentence(seed * 132 + i) : '' },
    ]),
  )

interface Shared {
  readonly kind: string
  readonly entity: string
  readonly fields: Readonly<Record<string, JsonValue>>
}

const sealedYear = (commune: number, i: number): Shared['fields'] => {
  const content = { answers: answersOf(commune + i) }
  return { unit: communeId(commune), content, sha256: hashOfContent(content) }
}

/** What one commune shares in a year: 2 self-assessments, 2 audits with 24 findings, 60 stage events, 12 visits, 120 photos. */
function yearOf(commune: number): Shared[] {
  const many = (count: number, make: (i: number) => Shared): Shared[] =>
    Array.from({ length: count }, (_, i) => make(i))
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
  const id = (kind: string, i: number): string => `${kind}.${commune}.${i}`
  return [
    ...many(2, (i) => ({
      kind: 'submission',
      entity: id('sub', i),
      fields: sealedYear(commune, i),
    })),
    ...many(24, (i) => ({
      kind: 'finding',
      entity: id('fin', i),
      fields: {
        clause: `${4 + (i % 7)}.${1 + (i % 3)}`,
        grade: i % 5 === 0 ? 'major' : 'minor',
        facts: sentence(i),
        requirement: sentence(i + 3),
      },
    })),
    ...many(60, (i) => ({
      kind: 'stage-event',
      entity: id('evt', i),
      fields: {
        stage: `G${1 + (i % 8)}`,
        type: i % 2 ? 'finished' : 'started',
        on: '2026-05-12',
        note: i % 4 ? '' : sentence(i),
      },
    })),
    ...many(12, (i) => ({
      kind: 'visit',
      entity: id('vis', i),
      fields: {
        on: `2026-${String(i + 1).padStart(2, '0')}-15`,
        minutes: `${sentence(i)} ${sentence(i + 1)} ${sentence(i + 2)}`,
      },
    })),
    ...many(120, (i) => ({
      kind: 'evidence',
      entity: id('evi', i),
      fields: { sha256: sha(id('p', i)), thumbnailSha256: sha(id('t', i)), caption: sentence(i), size: 180_000 + i },
    })),
    ...many(2, (i) => ({
      kind: 'assessment-progress',
      entity: id('prg', i),
      fields: { answered: 132, total: 132, submittedAt: 1_790_000_000_000 + i },
    })),
  ]
}

async function shareYear(store: EndpointStore, { id, account: author }: BenchDevice, commune: number): Promise<number> {
  const nowMs = Date.now()
  const start = nowMs - 360 * 86_400_000
  const ops = yearOf(commune).map(
    ({ kind, entity, fields }, i): Op => ({
      d: id,
      n: i + 1,
      h: hlcAt(start + i * 3_600_000),
      s: `${communeId(commune)}/pub`,
      k: kind,
      e: entity,
      u: author,
      sv: 1,
      f: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])),
    }),
  )
  await store.ingest({ device: id, ops, nowMs, judge: () => null })
  return ops.length
}

/** Fills an empty folder. */
export async function prepareWorld(folder: string, backupFolder: string): Promise<World> {
  const driver = await findSqlite()
  if (!driver.ok) throw new Error(`no usable SQLite: ${driver.error.join()}`)
  const store = openSqliteStore({ folder, backupFolder, driver: driver.value, random: repeatableRandom(3), groupMs: 2 })
  const { accounts, grants } = peopleOf()
  await store.savePlaces(placesOf())
  await store.saveAccounts(accounts, grants)
  const keys = Array.from({ length: KEYS }, createDeviceKeyPair)
  const enrol = async (owner: string, commune: string, i: number): Promise<BenchDevice> => {
    const key = keys[i % KEYS] ?? createDeviceKeyPair()
    const nowMs = Date.now()
    const made = {
      account: owner,
      label: 'bench',
      publicKey: key.publicKey,
      nowMs,
      idOf: (n: number) => `b${n.toString(36)}`,
    }
    return { id: (await store.enrolDevice(made)).id, account: owner, commune, key }
  }
  const devices = await Promise.all(
    Array.from({ length: COMMUNES * DEVICES_EACH }, (_, i) => {
      const commune = i % COMMUNES
      return enrol(`acc.${commune}.${Math.floor(i / COMMUNES) % ACCOUNTS_EACH}`, communeId(commune), i)
    }),
  )
  const monitor = await enrol('acc.monitor', 'area-180', 1)
  let operations = 0
  for (let c = 0; c < 10; c++) operations += await shareYear(store, await enrol(`acc.${c}.0`, communeId(c), c), c)
  await store.close()
  return { devices, monitor, monitored: { communes: 10, operations } }
}
