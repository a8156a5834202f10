// A person's PIN through the whole app's session: real stores, real cipher, real Argon2id; no endpoint at all.
import { webcrypto } from 'node:crypto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pinControlOf } from '#app/lock/pin-control.ts'
import { forgetData } from '#app/platform/eviction-canary.ts'
import { readSetting } from '#app/platform/device-settings.ts'
import { type AppSession, createAppSession } from '#app/session/app-session.ts'
import { openDeviceStore } from '#data/device-store.ts'
import { isSealedBox } from '#data/sealing/sealer.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { anIdentity, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const defects: unknown[] = []
let app: AppSession

async function aStart(): Promise<AppSession> {
  const made = createAppSession()
  await made.start()
  return made
}

const openStoreOf = (session: AppSession) => {
  const state = session.state()
  if (state.at !== 'open') throw new Error(`nobody is at work: ${state.at}`)
  return state.session.store
}

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('crypto', webcrypto)
  vi.stubGlobal('reportError', (error: unknown) => defects.push(error))
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  forgetData()
  localStorage.clear()
  defects.length = 0
  const device = valueOf(await openDeviceStore())
  for (const [at, storeId] of ['two', 'one'].entries()) {
    const person = { storeId, username: storeId, displayName: `Người ${storeId}`, place: 'xã', replica: storeId }
    await device.savePerson({ ...person, lastUsedAt: at })
    const store = await aStore({ storeId, indexedDB, identity: anIdentity(storeId, `acc-${storeId}`) })
    store.close()
  }
  await device.setCurrentPerson('one')
  device.close()
  app = await aStart()
})

afterEach(async () => {
  await app.leave()
  vi.unstubAllGlobals()
  if (defects.length > 0) throw defects[0]
})

const at = (session: AppSession): string => session.state().at

describe('a PIN', () => {
  it('DAT-31: seals what is there, locks every start after it, and opens without a network', async () => {
    valueOf(await openStoreOf(app).drafts.put('d', 'đang viết'))
    const pins = pinControlOf(app)
    expect(await pins.setPin('123456')).toMatchObject({ ok: false, error: { code: 'lock.pin-weak' } })
    expect((await pins.setPin('802913')).ok).toBe(true)
    expect(at(app)).toBe('open')
    expect(readSetting('last-store')).toBe('')
    const rows = Object.values(await rawRows(indexedDB)).flat()
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.every(({ box }) => isSealedBox(box))).toBe(true)
    await app.lock()
    expect(at(app)).toBe('locked')
    expect(at(await aStart())).toBe('locked')
    expect(await pins.unlock('one', '802914')).toMatchObject({ ok: false, error: { code: 'lock.wrong-pin' } })
    expect(at(app)).toBe('locked')
    expect((await pins.unlock('one', '802913')).ok).toBe(true)
    expect(await openStoreOf(app).drafts.get('d')).toBe('đang viết')
    expect((await pins.changePin('802913', '471120')).ok).toBe(true)
    expect((await pins.removePin('471120')).ok).toBe(true)
    expect(await openStoreOf(app).drafts.get('d')).toBe('đang viết')
    expect(
      Object.values(await rawRows(indexedDB))
        .flat()
        .some(({ box }) => isSealedBox(box)),
    ).toBe(false)
    const next = await aStart()
    expect(at(next)).toBe('open')
    await next.leave()
  })

  it('DAT-35: of one person closes nobody else out, and changing person closes what was open', async () => {
    const pins = pinControlOf(app)
    valueOf(await openStoreOf(app).assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    await app.switchTo('two')
    expect(openStoreOf(app).identity.replica).toBe('two')
    expect(await openStoreOf(app).assessments.list(UNIT)).toEqual([])
    await app.switchTo('one')
    expect(await openStoreOf(app).assessments.list(UNIT)).toHaveLength(1)
    await pins.setPin('802913')
    await app.switchTo('two')
    expect(at(app)).toBe('open')
    await app.switchTo('one')
    expect(at(app)).toBe('locked')
    await app.switchTo('two')
    expect(openStoreOf(app).identity.replica).toBe('two')
  })
})
