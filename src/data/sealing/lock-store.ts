/** Locks of this device, see the contract. Beside the device store, so that nobody without a PIN loads it. */
import { Dexie } from 'dexie'
import { databaseName } from '#data/local-database.ts'
import { DeviceDatabase } from '#data/device-store.ts'
import { storageProblem } from '#data/storage-problem.ts'
import type { EngineOptions } from '#data/version-guard.ts'
import type { LockChange, LockStore, StoredLock } from '#data/contract/lock-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'

async function attempt<T>(work: () => PromiseLike<T>): Promise<Result<T, Problem>> {
  try {
    return ok(await work())
  } catch (error) {
    const problem = storageProblem(error)
    if (!problem) throw error
    return err(problem)
  }
}

const keepLock = (db: DeviceDatabase, lock: StoredLock): PromiseLike<null> =>
  db.transaction('rw', [db.people, db.lock], async () => {
    await db.lock.put(lock)
    await db.people.update(lock.storeId, { hasPin: true })
    return null
  })

const dropLock = (db: DeviceDatabase, storeId: string): PromiseLike<null> =>
  db.transaction('rw', [db.people, db.lock], async () => {
    await db.lock.delete(storeId)
    const person = await db.people.get(storeId)
    if (!person) return null
    const { hasPin: _gone, ...rest } = person
    await db.people.put(rest)
    return null
  })

const change = (db: DeviceDatabase, storeId: string, changed: LockChange): PromiseLike<null> =>
  db.transaction('rw', [db.lock], async () => {
    const lock = await db.lock.get(storeId)
    if (lock) await db.lock.put({ ...lock, ...changed })
    return null
  })

const countTry = (db: DeviceDatabase, storeId: string, most: number): PromiseLike<number | null> =>
  db.transaction('rw', [db.lock], async () => {
    const lock = await db.lock.get(storeId)
    if (!lock || lock.tries >= most) return null
    await db.lock.put({ ...lock, tries: lock.tries + 1 })
    return lock.tries + 1
  })

const AES = { name: 'AES-GCM', length: 256 } as const

/** The first key stays: a second tab that made one at the same time gets the first back. */
async function wrapKey(db: DeviceDatabase): Promise<CryptoKey> {
  const known = (await db.setting.get('wrap-key'))?.value
  if (known) return known as CryptoKey
  const made = await crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt'])
  return db.transaction('rw', [db.setting], async () => {
    const first = (await db.setting.get('wrap-key'))?.value
    if (first) return first as CryptoKey
    await db.setting.put({ key: 'wrap-key', value: made })
    return made
  })
}

/** A sealed store whose key nobody has any more, once what could leave it has left. */
export const removeSealedStore = (storeId: string): Promise<void> => Dexie.delete(databaseName(storeId))

export function openLockStore(engine: EngineOptions = {}): LockStore {
  const db = new DeviceDatabase(engine)
  return {
    lock: (storeId) => db.lock.get(storeId),
    keepLock: (lock) => attempt(() => keepLock(db, lock)),
    change: (storeId, changed) => attempt(() => change(db, storeId, changed)),
    dropLock: (storeId) => attempt(() => dropLock(db, storeId)),
    countTry: (storeId, most) => attempt(() => countTry(db, storeId, most)),
    wrapKey: () => wrapKey(db),
    close: () => db.close(),
  }
}
