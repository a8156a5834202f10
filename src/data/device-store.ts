/** The small database of this browser profile, beside the stores of its people. See the contract for what it is for. */
import { Dexie, type Table } from 'dexie'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { DevicePerson, DeviceSettings, DeviceStore, StoredSession } from '#data/contract/device-store-contract.ts'
import type { StoredLock } from '#data/contract/lock-contract.ts'
import { storageProblem } from './storage-problem.ts'
import { dexieEngine, type EngineOptions } from './version-guard.ts'

export const DEVICE_DATABASE = 'sotay-device'

interface SessionRow extends StoredSession {
  readonly storeId: string
}

interface SettingRow {
  readonly key: 'current' | 'device-key' | 'screen' | 'wrap-key'
  readonly value: unknown
}

export class DeviceDatabase extends Dexie {
  declare readonly people: Table<DevicePerson, string>
  declare readonly session: Table<SessionRow, string>
  declare readonly setting: Table<SettingRow, string>
  declare readonly lock: Table<StoredLock, string>

  constructor(engine: EngineOptions) {
    super(DEVICE_DATABASE, {
      cache: 'disabled',
      chromeTransactionDurability: 'strict',
      ...dexieEngine(engine),
    })
    this.version(1).stores({ people: 'storeId, lastUsedAt', session: 'storeId', setting: 'key' })
    // An older program would take sealed rows for content: the version keeps it out of the device.
    this.version(2).stores({ lock: 'storeId' })
    this.on('versionchange', () => {
      this.close()
      return false
    })
  }
}

const firstSettings: DeviceSettings = { theme: 'system', language: 'vi' }

export async function openDeviceStore(options: EngineOptions = {}): Promise<Result<DeviceStore, Problem>> {
  return attempt(async () => {
    const db = new DeviceDatabase(options)
    await db.open()
    return ok(createDeviceStore(db))
  })
}

async function attempt<T>(work: () => PromiseLike<Result<T, Problem>>): Promise<Result<T, Problem>> {
  try {
    return await work()
  } catch (error) {
    const problem = storageProblem(error)
    if (!problem) throw error
    return err(problem)
  }
}

function createDeviceStore(db: DeviceDatabase): DeviceStore {
  const change = (work: () => PromiseLike<unknown>): Promise<Result<null, Problem>> =>
    attempt(async () => {
      await work()
      return ok(null)
    })
  return {
    people: () => db.people.orderBy('lastUsedAt').reverse().toArray(),
    savePerson: (person) => change(() => savePerson(db, person)),
    removePerson: (storeId) => change(() => removePerson(db, storeId)),
    currentPerson: async () => {
      const storeId = (await setting<string>(db, 'current')) ?? ''
      return (await db.people.get(storeId)) ?? null
    },
    setCurrentPerson: (storeId) => change(() => db.setting.put({ key: 'current', value: storeId })),
    session: async (storeId) => sessionOf(await db.session.get(storeId)),
    saveSession: (storeId, session) => change(() => db.session.put({ ...session, storeId })),
    clearSession: (storeId) => change(() => db.session.delete(storeId)),
    deviceKey: async () => (await setting<CryptoKeyPair>(db, 'device-key')) ?? null,
    keepDeviceKey: (pair) => attempt(() => keepDeviceKey(db, pair)),
    settings: async () => ({ ...firstSettings, ...(await setting<DeviceSettings>(db, 'screen')) }),
    saveSettings: (settings) => change(() => saveSettings(db, settings)),
    close: () => db.close(),
  }
}

const setting = async <T>(db: DeviceDatabase, key: SettingRow['key']): Promise<T | undefined> =>
  ((await db.setting.get(key))?.value ?? undefined) as T | undefined

const sessionOf = (row: SessionRow | undefined): StoredSession | null =>
  row ? { token: row.token, expiresAt: row.expiresAt, endpointKey: row.endpointKey } : null

/** Whether there is a PIN is the lock's to say, never that of whoever signs in again. */
const savePerson = (db: DeviceDatabase, { hasPin: _told, ...person }: DevicePerson): PromiseLike<unknown> =>
  db.transaction('rw', [db.people], async () => {
    const known = await db.people.get(person.storeId)
    await db.people.put(known?.hasPin ? { ...person, hasPin: true } : person)
  })

const removePerson = (db: DeviceDatabase, storeId: string): PromiseLike<void> =>
  db.transaction('rw', [db.people, db.session, db.setting, db.lock], async () => {
    await db.people.delete(storeId)
    await db.session.delete(storeId)
    await db.lock.delete(storeId)
    if ((await setting<string>(db, 'current')) === storeId) await db.setting.delete('current')
  })

const keepDeviceKey = (db: DeviceDatabase, pair: CryptoKeyPair): PromiseLike<Result<CryptoKeyPair, Problem>> =>
  db.transaction('rw', [db.setting], async () => {
    const known = await setting<CryptoKeyPair>(db, 'device-key')
    if (!known) await db.setting.put({ key: 'device-key', value: pair })
    return ok(known ?? pair)
  })

const saveSettings = (db: DeviceDatabase, settings: Partial<DeviceSettings>): PromiseLike<void> =>
  db.transaction('rw', [db.setting], async () => {
    const before = { ...firstSettings, ...(await setting<DeviceSettings>(db, 'screen')) }
    await db.setting.put({ key: 'screen', value: { ...before, ...settings } })
  })
