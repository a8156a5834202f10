// The second way in with its real store and real wrapping; the authenticator is one in software that answers as WebAuthn's
// PRF does: always the same for the same key and salt, and for nobody else.
import { createHmac, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDeviceStore } from '#data/device-store.ts'
import type { HashPin } from '#data/contract/lock-contract.ts'
import { openLockStore } from '#data/sealing/lock-store.ts'
import { addPasskey, type Authenticator, removePasskey, unlockByPasskey } from '#data/sealing/passkey-lock.ts'
import { createPinLock } from '#data/sealing/pin-lock.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { aFactory, codeOf, IDBKeyRange, valueOf } from '#support/store/test-store.ts'

const hashPin: HashPin = async (pin, salt) => new Uint8Array(createHmac('sha256', salt).update(pin).digest())

/** A phone that knows its owner's finger, until it forgets the keys. */
class SoftAuthenticator implements Authenticator {
  readonly #keys = new Map<string, Buffer>()
  isRefused = false

  async make(salt: Uint8Array) {
    const credential = randomBytes(16)
    this.#keys.set(credential.toString('hex'), randomBytes(32))
    const answer = await this.answer(credential, salt)
    return answer.ok ? ok({ credential: new Uint8Array(credential), answer: answer.value }) : answer
  }

  async answer(credential: Uint8Array, salt: Uint8Array) {
    const key = this.#keys.get(Buffer.from(credential).toString('hex'))
    if (!key || this.isRefused) return err({ code: 'lock.passkey-failed' as const })
    return ok(new Uint8Array(createHmac('sha256', key).update(salt).digest()))
  }

  forget(): void {
    this.#keys.clear()
  }
}

let indexedDB: IDBFactory
let phone: SoftAuthenticator
const aLock = () => {
  const locks = openLockStore({ indexedDB, IDBKeyRange })
  return { locks, pins: createPinLock({ locks, hashPin, monotonicNow: () => 3_600_000 }) }
}
const byPasskey = (authenticator: Authenticator = phone, storeId = 'one') =>
  unlockByPasskey(aLock().locks, authenticator, storeId)

async function withPasskey() {
  const { locks, pins } = aLock()
  const unlocked = valueOf(await pins.setPin('one', '802913'))
  valueOf(await addPasskey(locks, phone, unlocked))
  return unlocked
}

beforeEach(async () => {
  indexedDB = aFactory()
  phone = new SoftAuthenticator()
  const device = valueOf(await openDeviceStore({ indexedDB, IDBKeyRange }))
  for (const storeId of ['one', 'two']) {
    const person = { username: storeId, displayName: 'Thư ký', place: 'xã', replica: 'a1', lastUsedAt: 1 }
    await device.savePerson({ ...person, storeId })
  }
  device.close()
})

describe('a passkey beside the PIN', () => {
  it('DAT-37: opens the same data key at every start, and the PIN goes on working', async () => {
    const { dataKey } = await withPasskey()
    expect(valueOf(await byPasskey()).dataKey).toEqual(dataKey)
    expect(valueOf(await aLock().pins.unlock('one', '802913')).dataKey).toEqual(dataKey)
  })

  it('DAT-37: answers nobody else: another phone, another browser, another person, a person who did not touch it', async () => {
    const { lock } = await withPasskey()
    expect(codeOf(await byPasskey(new SoftAuthenticator()))).toBe('lock.passkey-failed')
    expect(codeOf(await byPasskey(phone, 'two'))).toBe('lock.passkey-failed')
    phone.isRefused = true
    expect(codeOf(await byPasskey())).toBe('lock.passkey-failed')
    phone.isRefused = false
    const { passkey } = (await aLock().locks.lock('one')) ?? {}
    valueOf(await aLock().locks.keepLock({ ...lock, storeId: 'two', passkey }))
    expect(codeOf(await byPasskey(phone, 'two'))).toBe('lock.passkey-failed')
    indexedDB = aFactory()
    valueOf(await aLock().locks.keepLock({ ...lock, passkey }))
    expect(codeOf(await byPasskey())).toBe('lock.passkey-failed')
  })

  it('DAT-37: outlives a changed PIN, and goes with the PIN', async () => {
    const { dataKey } = await withPasskey()
    valueOf(await aLock().pins.changePin('one', '802913', '471120'))
    expect(valueOf(await byPasskey()).dataKey).toEqual(dataKey)
    valueOf(await aLock().locks.dropLock('one'))
    expect(codeOf(await byPasskey())).toBe('lock.passkey-failed')
    valueOf(await aLock().pins.setPin('one', '802913'))
    expect(codeOf(await byPasskey())).toBe('lock.passkey-failed')
  })

  it('DAT-37: goes with a store that is begun anew after a forgotten PIN', async () => {
    await withPasskey()
    const device = valueOf(await openDeviceStore({ indexedDB, IDBKeyRange }))
    valueOf(await device.removePerson('one'))
    device.close()
    expect(await aLock().locks.lock('one')).toBeUndefined()
  })

  it('DAT-37: is removed by itself, and lost in the phone it leaves the PIN', async () => {
    const { dataKey } = await withPasskey()
    phone.forget()
    expect(codeOf(await byPasskey())).toBe('lock.passkey-failed')
    expect(valueOf(await aLock().pins.unlock('one', '802913')).dataKey).toEqual(dataKey)
    valueOf(await removePasskey(aLock().locks, 'one'))
    expect((await aLock().locks.lock('one'))?.passkey).toBeUndefined()
  })

  it('DAT-37: gives a forgotten PIN a new one and keeps the data key', async () => {
    const { dataKey } = await withPasskey()
    const { pins } = aLock()
    expect(codeOf(await pins.renewPin(valueOf(await byPasskey()), '123456'))).toBe('lock.pin-weak')
    valueOf(await pins.renewPin(valueOf(await byPasskey()), '471120'))
    expect(valueOf(await aLock().pins.unlock('one', '471120')).dataKey).toEqual(dataKey)
    expect(valueOf(await byPasskey()).dataKey).toEqual(dataKey)
  })

  it('DAT-37: is not kept where the authenticator cannot answer', async () => {
    const { locks, pins } = aLock()
    const unlocked = valueOf(await pins.setPin('one', '802913'))
    const plain: Authenticator = { make: async () => err({ code: 'lock.passkey-none' }), answer: phone.answer }
    expect(codeOf(await addPasskey(locks, plain, unlocked))).toBe('lock.passkey-none')
    expect((await locks.lock('one'))?.passkey).toBeUndefined()
  })

  it('DAT-33, DAT-37: after ten wrong PINs it opens still, and the PIN may be tried again', async () => {
    const { dataKey } = await withPasskey()
    valueOf(await aLock().locks.change('one', { tries: 10 }))
    expect(codeOf(await aLock().pins.unlock('one', '802913'))).toBe('lock.too-many')
    expect(valueOf(await byPasskey()).dataKey).toEqual(dataKey)
    valueOf(await aLock().pins.unlock('one', '802913'))
  })
})
