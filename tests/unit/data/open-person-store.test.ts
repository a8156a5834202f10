import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { openPersonStore } from '#data/open-person-store.ts'
import { databaseName } from '#data/local-database.ts'
import { DATABASE_VERSION } from '#data/migrations/schema-history.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { rawRows } from '#support/store/raw-database.ts'
import {
  aFactory,
  anIdentity,
  aStore,
  codeOf,
  IDBKeyRange,
  storeOptions,
  UNIT,
  valueOf,
} from '#support/store/test-store.ts'

const name = databaseName('one')
const open = (indexedDB: IDBFactory, more = {}) => openPersonStore(storeOptions({ indexedDB, ...more }))

/** What a newer program leaves behind: a higher version with one more table. */
async function makeNewer(indexedDB: IDBFactory): Promise<void> {
  const newer = new Dexie(name, { indexedDB, IDBKeyRange })
  newer.version(DATABASE_VERSION + 1).stores({ ent: '[feed+e]', own: 'n', meta: 'key', future: 'id' })
  await newer.table('own').add({ n: 1, kept: 'as it is' })
  newer.close()
}

describe('opening a store', () => {
  it('DAT-8: does not open a database of a newer version and changes nothing in it', async () => {
    const indexedDB = aFactory()
    await makeNewer(indexedDB)
    expect(codeOf(await open(indexedDB))).toBe('storage.newer-version')
    expect(await indexedDB.databases()).toEqual([{ name, version: (DATABASE_VERSION + 1) * 10 }])
    expect(await rawRows(indexedDB)).toMatchObject({ own: [{ n: 1, kept: 'as it is' }], future: [] })
  })

  it('DAT-8: gives the database up when a newer program asks for it, after the write under way, and tells', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB })
    const told: string[] = []
    store.onClosed(({ code }) => told.push(code))
    await store.fetchRest()
    const underWay = store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015')
    const newer = new Dexie(name, { indexedDB, IDBKeyRange })
    newer.version(DATABASE_VERSION + 1).stores({ own: 'n', future: 'id' })
    await newer.open()
    expect((await underWay).ok).toBe(true)
    expect(told).toEqual(['storage.closed'])
    expect(await newer.table('own').count()).toBe(2)
    expect(codeOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))).toBe('storage.closed')
    expect(await newer.table('own').count()).toBe(2)
    newer.close()
  })

  it('SYN-26: the first round names what sign-in said, at a first sign-in, a second one and under another replica', async () => {
    const indexedDB = aFactory()
    const told = async (replica: string, grantsVersion: string): Promise<string> => {
      const store = valueOf(await open(indexedDB, { identity: { ...anIdentity(replica), grantsVersion } }))
      const at = valueOf(await store.sync.position())
      store.close()
      expect(at.replica).toBe(replica)
      return at.grantsVersion
    }
    expect([await told('a1', 'g1'), await told('a1', 'g2'), await told('b2', 'g3')]).toEqual(['g1', 'g2', 'g3'])
    const atStart = valueOf(await open(indexedDB, { identity: null, isExpected: true }))
    expect(valueOf(await atStart.sync.position()).grantsVersion).toBe('g3')
  })

  it('says so where the browser has no database to offer', async () => {
    const { indexedDB: _none, ...without } = storeOptions()
    expect(codeOf(await openPersonStore(without))).toBe('storage.closed')
  })

  it('tells a store that the system removed from one that never was', async () => {
    const indexedDB = aFactory()
    expect(codeOf(await open(indexedDB, { isExpected: true }))).toBe('storage.evicted')
    const store = valueOf(await open(indexedDB))
    store.close()
    expect((await open(indexedDB, { isExpected: true })).ok).toBe(true)
  })

  it('tells a store that was emptied from outside', async () => {
    const indexedDB = aFactory()
    valueOf(await open(indexedDB)).close()
    const cleaner = new Dexie(name, { indexedDB, IDBKeyRange })
    await cleaner.open()
    await Promise.all(cleaner.tables.map((table) => table.clear()))
    cleaner.close()
    expect(codeOf(await open(indexedDB, { isExpected: true }))).toBe('storage.evicted')
  })

  it('opens without a network as the person who signed in, with the grants last known', async () => {
    const indexedDB = aFactory()
    const first = await aStore({ indexedDB })
    valueOf(await first.sync.setIdentity({ ...anIdentity(), grants: [] }, 'v2'))
    expect(first.identity.grants).toEqual([])
    first.close()
    const again = await aStore({ indexedDB, identity: null })
    expect(again.identity).toMatchObject({ account: { id: 'acc-secretary' }, grants: [] })
    expect(valueOf(await again.sync.position())).toMatchObject({ grantsVersion: 'v2', replica: 'a1' })
  })

  it('DAT-22: under another replica goes on with what the endpoint has not, numbered from 1', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB })
    store.close()
    const renamed = valueOf(await open(indexedDB, { identity: anIdentity('b2') }))
    valueOf(await renamed.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    renamed.close()
    const again = valueOf(await open(indexedDB, { identity: anIdentity('c3') }))
    const unsent = await again.syncCentre.unsentOps()
    expect(unsent.map(({ d, n }) => [d, n])).toEqual([
      ['c3', 1],
      ['c3', 2],
    ])
    expect(valueOf(await again.sync.position())).toMatchObject({ replica: 'c3', ack: 0, lastN: 2 })
  })
})

describe('a database that was emptied while it was open', () => {
  /** The engine, and how the browser takes an open database away. */
  function anEngine() {
    const indexedDB = aFactory()
    const opened: IDBDatabase[] = []
    const engine = new Proxy(indexedDB, {
      get(target, key) {
        if (key !== 'open') return Reflect.get(target, key) as unknown
        return (wanted: string, version?: number) => {
          const request = target.open(wanted, version)
          request.addEventListener('success', () => opened.push(request.result))
          return request
        }
      },
    })
    const close = (): void => {
      for (const raw of opened.splice(0)) {
        raw.close()
        raw.onclose?.(new Event('close'))
      }
    }
    const remove = (): Promise<void> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name)
        request.onsuccess = () => resolve()
        request.onerror = () => reject(request.error ?? new Error('not removed'))
      })
    return { indexedDB, engine, close, remove }
  }

  it('DAT-25: is told as removed by the next read or write, and stays empty', async () => {
    const { indexedDB, engine, close, remove } = anEngine()
    const store = await aStore({ indexedDB: engine })
    valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    const told: string[] = []
    store.onClosed(({ code }) => told.push(code))
    close()
    await remove()
    expect((await store.drafts.put('x', 'y')).ok).toBe(false)
    await expect(store.assessments.list(UNIT)).rejects.toThrow('emptied')
    expect(codeOf(await store.sync.position())).toBe('storage.closed')
    expect(told).toEqual(['storage.evicted'])
    const { own, meta } = await rawRows(indexedDB)
    expect([own, meta]).toEqual([[], []])
  })

  it('DAT-25: one that was only closed is opened again and goes on', async () => {
    const { engine, close } = anEngine()
    const store = await aStore({ indexedDB: engine })
    close()
    expect((await store.drafts.put('x', 'y')).ok).toBe(true)
    expect(await store.drafts.get('x')).toBe('y')
  })
})

describe('an open store', () => {
  it('DAT-9: text being typed is there after the browser was killed', async () => {
    const indexedDB = aFactory()
    const killed = await aStore({ indexedDB })
    valueOf(await killed.drafts.put('visit.new', { done: 'đang gõ dở' }))
    const again = await aStore({ indexedDB, identity: null })
    expect(await again.drafts.get('visit.new')).toEqual({ done: 'đang gõ dở' })
    await again.drafts.remove('visit.new')
    expect(await again.drafts.get('visit.new')).toBeUndefined()
  })

  it('wakes those who listen after a write and lets them go', async () => {
    const store = await aStore()
    let woken = 0
    const stop = store.onCommitted(() => woken++)
    await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015')
    stop()
    await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015')
    expect(woken).toBe(1)
  })

  it('counts pending changes by kind and hands them out for the rescue', async () => {
    const store = await aStore()
    const id = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
    expect(await store.syncCentre.pendingByKind()).toEqual({ assessment: 1, 'assessment-progress': 2, answer: 1 })
    expect(await store.syncCentre.unsentOps()).toHaveLength(4)
  })
})
