// The lock with its real store and real wrapping; only the costly making of a key out of a PIN is a cheap one.
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDeviceStore } from '#data/device-store.ts'
import type { HashPin } from '#data/contract/lock-contract.ts'
import { openLockStore } from '#data/sealing/lock-store.ts'
import { createPinLock } from '#data/sealing/pin-lock.ts'
import { aFactory, codeOf, IDBKeyRange, valueOf } from '#support/store/test-store.ts'

let monotonic: number
let hashed: number
const hashPin: HashPin = async (pin, salt, { iterations }) => {
  hashed += 1
  return new Uint8Array(createHash('sha256').update(`${pin}:${iterations}`).update(salt).digest())
}

let indexedDB: IDBFactory
const aLock = () => {
  const locks = openLockStore({ indexedDB, IDBKeyRange })
  return { locks, pins: createPinLock({ locks, hashPin, monotonicNow: () => monotonic }) }
}

beforeEach(async () => {
  indexedDB = aFactory()
  monotonic = 0
  hashed = 0
  const device = valueOf(await openDeviceStore({ indexedDB, IDBKeyRange }))
  const person = { username: 'thuky', displayName: 'Thư ký', place: 'xã', replica: 'a1', lastUsedAt: 1 }
  await device.savePerson({ ...person, storeId: 'one' })
  device.close()
})

/** Past every waiting time. */
const later = () => {
  monotonic += 3_600_000
}

const people = async () => {
  const device = valueOf(await openDeviceStore({ indexedDB, IDBKeyRange }))
  const all = await device.people()
  device.close()
  return all
}

describe('a PIN', () => {
  it('DAT-33: opens the same data key at every start, and no other PIN does', async () => {
    const { dataKey } = valueOf(await aLock().pins.setPin('one', '802913'))
    expect((await people()).map(({ hasPin }) => hasPin)).toEqual([true])
    expect(valueOf(await aLock().pins.unlock('one', '802913')).dataKey).toEqual(dataKey)
    expect(await aLock().pins.unlock('one', '802914')).toEqual({
      ok: false,
      error: { code: 'lock.wrong-pin', params: { left: 9 } },
    })
  })

  it('DAT-33: under another device key opens nothing, so that a copied database alone is of no use', async () => {
    const { locks, pins } = aLock()
    const { lock } = valueOf(await pins.setPin('one', '802913'))
    indexedDB = aFactory()
    const elsewhere = aLock()
    valueOf(await elsewhere.locks.keepLock(lock))
    expect(await locks.wrapKey()).toMatchObject({ extractable: false })
    expect(codeOf(await elsewhere.pins.unlock('one', '802913'))).toBe('lock.wrong-pin')
  })

  it('DAT-33: is refused where it is short or what everybody tries first', async () => {
    for (const pin of ['80291', '111111', '123456', '654321', '121212', '123123', 'a'.repeat(65)])
      expect(codeOf(await aLock().pins.setPin('one', pin))).toBe('lock.pin-weak')
    expect((await people())[0]).not.toHaveProperty('hasPin')
  })

  it('DAT-31: is changed without a change of the data key, and only by whoever knows the old one', async () => {
    const { pins } = aLock()
    const { dataKey } = valueOf(await pins.setPin('one', '802913'))
    expect(codeOf(await pins.changePin('one', '000001', '471120'))).toBe('lock.wrong-pin')
    valueOf(await pins.changePin('one', '802913', '471120'))
    expect(valueOf(await aLock().pins.unlock('one', '471120')).dataKey).toEqual(dataKey)
    expect(codeOf(await pins.unlock('one', '802913'))).toBe('lock.wrong-pin')
  })

  it('costs at least what OWASP asks, and more where the device is quick', async () => {
    const { lock } = valueOf(await aLock().pins.setPin('one', '802913'))
    expect(lock).toMatchObject({ memoryKib: 19 * 1024, iterations: 12 })
    const slow: HashPin = async (...given) => {
      monotonic += 2000
      return hashPin(...given)
    }
    const locks = openLockStore({ indexedDB, IDBKeyRange })
    const pins = createPinLock({ locks, hashPin: slow, monotonicNow: () => monotonic })
    expect(valueOf(await pins.setPin('one', '802913')).lock.iterations).toBe(2)
  })
})

describe('wrong PINs', () => {
  it('DAT-33: are counted on the disk before they are checked', async () => {
    const { locks, pins } = aLock()
    valueOf(await pins.setPin('one', '802913'))
    const killed: HashPin = () => Promise.reject(new Error('the browser was killed'))
    await expect(
      createPinLock({ locks, hashPin: killed, monotonicNow: () => monotonic }).unlock('one', '000001'),
    ).rejects.toThrow('killed')
    expect((await aLock().locks.lock('one'))?.tries).toBe(1)
  })

  it('DAT-33: slow down, and neither a page loaded anew nor any clock shortens that', async () => {
    valueOf(await aLock().pins.setPin('one', '802913'))
    const { pins, locks } = aLock()
    for (let wrong = 0; wrong < 3; wrong++) await pins.unlock('one', '000001')
    hashed = 0
    expect(await pins.unlock('one', '802913')).toEqual({
      ok: false,
      error: { code: 'lock.wait', params: { seconds: 5 } },
    })
    expect([hashed, (await locks.lock('one'))?.tries]).toEqual([0, 3])
    monotonic = 0
    const reloaded = aLock()
    expect(reloaded.pins.waitSeconds({ storeId: 'one', tries: 3 })).toBe(5)
    monotonic = 5000
    valueOf(await reloaded.pins.unlock('one', '802913'))
    expect((await locks.lock('one'))?.tries).toBe(0)
  })

  it('DAT-33: after ten nothing is checked any more, from any tab, until the person was online', async () => {
    const { pins, locks } = aLock()
    valueOf(await pins.setPin('one', '802913'))
    for (let wrong = 0; wrong < 10; wrong++) {
      later()
      await pins.unlock('one', '000001')
    }
    later()
    hashed = 0
    for (const tab of [pins, aLock().pins]) expect(codeOf(await tab.unlock('one', '802913'))).toBe('lock.too-many')
    expect([hashed, pins.isShut(await locks.lock('one'))]).toEqual([0, true])
    valueOf(await locks.change('one', { tries: 0 }))
    valueOf(await pins.unlock('one', '802913'))
  })
})
