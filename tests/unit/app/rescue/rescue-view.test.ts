import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exportEverything, exportUnsent, readRescue } from '#app/rescue/rescue-data.ts'
import { showRescue } from '#app/rescue/rescue-view.ts'
import { noteRescueExports } from '#app/session/rescue-notes.ts'
import { openDeviceStore } from '#data/device-store.ts'
import { databaseName } from '#data/local-database.ts'
import { DATABASE_VERSION } from '#data/migrations/schema-history.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import english from '#locales/en/rescue.json' with { type: 'json' }
import vietnamese from '#locales/vi/rescue.json' with { type: 'json' }
import { aPhoto, aStore, IDBKeyRange, UNIT, valueOf } from '#support/store/test-store.ts'

const texts = { vi: vietnamese, en: english }
const saved: { name: string; content: Blob }[] = []

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
  saved.length = 0
  localStorage.clear()
  URL.createObjectURL = (content) => {
    saved.push({ name: '', content: content as Blob })
    return 'blob:made'
  }
  URL.revokeObjectURL = () => {}
  document.body.innerHTML = '<main id="rescue"></main>'
})

afterEach(() => vi.unstubAllGlobals())

/** A device on which one person started a self-assessment and photographed, and nothing was sent. */
async function aDeviceWithWork(): Promise<void> {
  const device = valueOf(await openDeviceStore({ indexedDB, IDBKeyRange }))
  const names = { username: 'thuky', displayName: 'Thư ký ISO', place: 'xã số 1', isIllustrative: true }
  valueOf(await device.savePerson({ storeId: 'one', replica: 'a1', lastUsedAt: 1, ...names }))
  device.close()
  const store = await aStore({ indexedDB })
  valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
  const photo = aPhoto('of a plan')
  valueOf(await store.evidence.add({ feed: `${UNIT}/pub`, of: 'stage.x', caption: '', photo }))
  store.close()
}

/** What a newer program leaves behind: a higher version with one more table. */
const makeNewer = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName('one'), (DATABASE_VERSION + 1) * 10)
    opening.onupgradeneeded = () => opening.result.createObjectStore('future')
    opening.onerror = () => reject(opening.error ?? new Error('not opened'))
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })

/** As the program leaves it beside the last of two operations. */
const sealLast = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName('one'))
    opening.onerror = () => reject(opening.error ?? new Error('not opened'))
    opening.onsuccess = () => {
      const writing = opening.result.transaction('own', 'readwrite')
      const own = writing.objectStore('own')
      const reading = own.get(2)
      reading.onsuccess = () => {
        const env = { from: 1, origin: 'a1', sha: 'a'.repeat(64), bytes: Uint8Array.of(1, 2, 3) }
        own.put({ ...(reading.result as object), env })
      }
      writing.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })

const textOf = (content: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.readAsText(content)
  })

const root = (): HTMLElement => document.querySelector('main') as HTMLElement
const buttons = (): HTMLButtonElement[] => [...root().querySelectorAll('button')]

describe('the rescue page', () => {
  it('names each person of the device with the number of changes that were not sent, and saves them as a file', async () => {
    await aDeviceWithWork()
    await showRescue(root(), texts, 'vi')
    const person = root().querySelector('li')
    expect(person).toHaveTextContent('Thư ký ISO')
    const count = (await readRescue())[0]?.unsent ?? 0
    expect(count).toBeGreaterThan(1)
    expect(person).toHaveTextContent(`${count} thay đổi chưa gửi`)
    person?.querySelector('button')?.click()
    await expect.poll(() => root().querySelector('output')?.textContent).toMatch(/Đã tạo tệp so-tay-chua-gui-/)
    const file = JSON.parse(await textOf(saved[0]?.content ?? new Blob())) as { own: object[]; blobs: object[] }
    expect(file.own).toHaveLength(count)
    expect(file.blobs.length).toBeGreaterThan(0)
  })

  it('HND-14: offers what is sealed for the server as a hand-over file', async () => {
    await aDeviceWithWork()
    await sealLast()
    await showRescue(root(), texts, 'vi')
    const [carry] = buttons()
    expect(carry).toHaveTextContent('Tạo tệp chuyển (2 thay đổi)')
    carry?.click()
    await expect.poll(() => root().querySelector('output')?.textContent).toMatch(/Đã tạo tệp so-tay-a1-.*\.sotay/)
    expect(await textOf(saved[0]?.content ?? new Blob())).toMatch(/^SOTAY1\n/)
  })

  it('speaks the other language at a press', async () => {
    await aDeviceWithWork()
    await showRescue(root(), texts, 'vi')
    buttons()
      .find((button) => button.textContent === 'English')
      ?.click()
    expect(root().querySelector('h1')).toHaveTextContent('Export what was not sent')
    expect(document.documentElement.lang).toBe('en')
  })

  it('says so where nobody signed in', async () => {
    await showRescue(root(), texts, 'en')
    expect(root()).toHaveTextContent('Nobody has signed in on this device')
  })

  it('says so where the browser refuses to read', async () => {
    await aDeviceWithWork()
    await showRescue(root(), texts, 'vi')
    vi.stubGlobal('indexedDB', { databases: () => Promise.reject(new Error('no')) })
    buttons()
      .find((button) => button.textContent === vietnamese.all)
      ?.click()
    await expect.poll(() => root().querySelector('output')?.textContent).toMatch(/Chưa xuất được/)
    expect(root().querySelector('output')).toHaveAttribute('data-failed')
  })
})

describe('what is exported', () => {
  it('TRL-18: is noted for the trail when the app next opens that store, once', async () => {
    await aDeviceWithWork()
    const [person] = await readRescue()
    if (!person) throw new Error('nobody found')
    await exportUnsent(person)
    await exportEverything()
    const store = await aStore({ indexedDB })
    const noted = async () => (await store.syncCentre.unsentOps()).filter(({ k }) => k === 'activity')
    await noteRescueExports(store, 'one')
    await noteRescueExports(store, 'one')
    expect((await noted()).map(({ f }) => Object.values(f).map(([value]) => value))).toEqual([
      ['export', 'rescue', 'json', null, null],
    ])
    await noteRescueExports(store, 'another')
    expect(await noted()).toHaveLength(1)
    store.close()
  })

  it('DAT-8: comes also out of a database that a newer program made, and leaves it as it was', async () => {
    await aDeviceWithWork()
    await makeNewer()
    const before = await indexedDB.databases()
    const [person] = await readRescue()
    expect(person?.unsent).toBeGreaterThan(1)
    if (!person) throw new Error('nobody found')
    const file = JSON.parse(await textOf((await exportUnsent(person)).content)) as { database: string }
    expect(file.database).toBe(databaseName('one'))
    expect(await indexedDB.databases()).toEqual(before)
  })

  it('holds every table of every person with bytes as base64, and no key and no session of the device', async () => {
    await aDeviceWithWork()
    const device = valueOf(await openDeviceStore({ indexedDB, IDBKeyRange }))
    valueOf(await device.saveSession('one', { token: 'a-secret', expiresAt: 1, endpointKey: '{}' }))
    device.close()
    const text = await textOf((await exportEverything()).content)
    const file = JSON.parse(text) as { databases: Record<string, Record<string, readonly object[]>> }
    const tables = file.databases[databaseName('one')] ?? {}
    expect(Object.keys(tables)).toEqual(expect.arrayContaining(['blob', 'ent', 'meta', 'own']))
    expect(JSON.stringify(tables['blob'])).toContain(`{"base64":"${btoa('photo of a plan')}"}`)
    expect(text).not.toContain('a-secret')
  })
})
