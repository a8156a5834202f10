import { webcrypto } from 'node:crypto'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { DEVICE_DATABASE, openDeviceStore } from '#data/device-store.ts'
import { aFactory, codeOf, IDBKeyRange, NOW, valueOf } from '#support/store/test-store.ts'

const aDevice = async (indexedDB: IDBFactory = aFactory()) => valueOf(await openDeviceStore({ indexedDB, IDBKeyRange }))
const person = (storeId: string, lastUsedAt = NOW) => ({
  storeId,
  username: storeId,
  displayName: 'Người dùng minh họa',
  place: 'xã số 1',
  replica: 'a1',
  lastUsedAt,
})

describe('the device store', () => {
  it('knows the people of this browser, last used first, and who is at work', async () => {
    const indexedDB = aFactory()
    const device = await aDevice(indexedDB)
    valueOf(await device.savePerson(person('one', NOW)))
    valueOf(await device.savePerson(person('two', NOW + 1)))
    valueOf(await device.setCurrentPerson('one'))
    device.close()
    const again = await aDevice(indexedDB)
    expect((await again.people()).map(({ storeId }) => storeId)).toEqual(['two', 'one'])
    expect((await again.currentPerson())?.storeId).toBe('one')
    valueOf(await again.setCurrentPerson(null))
    expect(await again.currentPerson()).toBeNull()
  })

  it('forgets a person with the session and the mark of being at work', async () => {
    const device = await aDevice()
    valueOf(await device.savePerson(person('one')))
    valueOf(await device.setCurrentPerson('one'))
    const session = { token: 't', expiresAt: NOW, endpointKey: '{}' }
    valueOf(await device.saveSession('one', session))
    expect(await device.session('one')).toEqual(session)
    valueOf(await device.removePerson('one'))
    expect([await device.people(), await device.session('one'), await device.currentPerson()]).toEqual([[], null, null])
  })

  it('keeps the first device key, as a key that cannot be exported', async () => {
    const device = await aDevice()
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const make = () => webcrypto.subtle.generateKey(algorithm, false, ['sign', 'verify']) as Promise<CryptoKeyPair>
    expect(await device.deviceKey()).toBeNull()
    const [first, second] = [await make(), await make()]
    valueOf(await device.keepDeviceKey(first))
    const kept = valueOf(await device.keepDeviceKey(second))
    const text = new TextEncoder().encode('renew:a1:challenge')
    const signing = { name: 'ECDSA', hash: 'SHA-256' }
    const signature = await webcrypto.subtle.sign(signing, kept.privateKey as webcrypto.CryptoKey, text)
    expect(await webcrypto.subtle.verify(signing, first.publicKey as webcrypto.CryptoKey, signature, text)).toBe(true)
    expect((await device.deviceKey())?.privateKey.extractable).toBe(false)
  })

  it('keeps the settings of the screen, one by one', async () => {
    const device = await aDevice()
    expect(await device.settings()).toEqual({ theme: 'system', language: 'vi' })
    valueOf(await device.saveSettings({ language: 'en' }))
    valueOf(await device.saveSettings({ theme: 'dark' }))
    expect(await device.settings()).toEqual({ theme: 'dark', language: 'en' })
  })

  it('DAT-8: is not opened over what a newer program wrote', async () => {
    const indexedDB = aFactory()
    const newer = new Dexie(DEVICE_DATABASE, { indexedDB, IDBKeyRange })
    newer.version(3).stores({ people: 'storeId' })
    await newer.open()
    newer.close()
    expect(codeOf(await openDeviceStore({ indexedDB, IDBKeyRange }))).toBe('storage.newer-version')
  })
})
