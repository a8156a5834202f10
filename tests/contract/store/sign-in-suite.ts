import { describe, expect, it } from 'vitest'
import type { Passkey } from '#server/store/sign-in-contract.ts'
import { HOUR, NOW } from '#support/endpoint/edges.ts'
import { idOf } from '#support/endpoint/place-fixture.ts'
import type { StoreFactory } from './store-factory.ts'
import { fill } from './store-records.ts'

const passkey = (change: Partial<Passkey> = {}): Passkey => ({
  id: 'credential-1',
  account: idOf('secretary'),
  publicKey: 'pQECAyYg',
  counter: 1,
  transports: ['internal', 'hybrid'],
  label: 'Điện thoại',
  isBackedUp: true,
  createdMs: NOW,
  usedMs: null,
  ...change,
})

const linkOf = (username: string, identifier: string, issuer = 'https://id.example.vn') => ({
  issuer,
  identifier,
  account: idOf(username),
  linkedMs: NOW,
})

export function signInSuite(factory: StoreFactory): void {
  const opened = async () => fill((await factory.open()).store)

  describe(`${factory.name}: ways to sign in`, () => {
    it('keeps passkeys as they were given, over a restart and a restored backup, and gives an id once', async () => {
      const first = await factory.open()
      await fill(first.store)
      const [one, two] = [passkey(), passkey({ id: 'credential-2', transports: [], isBackedUp: false, counter: 0 })]
      expect([await first.store.addPasskey(one), await first.store.addPasskey(two)]).toEqual([true, true])
      expect(await first.store.addPasskey(passkey({ account: idOf('chairman') }))).toBe(false)
      await first.store.backup(NOW)
      const { store } = await (await first.reopen()).restore()
      expect(await store.passkeysOf(idOf('secretary'))).toEqual([one, two])
      expect(await store.passkeyById('credential-3')).toBeNull()
    })

    it('PAS-4: notes a use only where the counter rose, or the passkey never counts', async () => {
      const store = await opened()
      await store.addPasskey(passkey({ counter: 5 }))
      await store.addPasskey(passkey({ id: 'uncounted', counter: 0 }))
      for (const [counter, isTaken] of [
        [5, false],
        [4, false],
        [0, false],
        [6, true],
      ] as const)
        expect(await store.usePasskey('credential-1', counter, NOW + counter)).toBe(isTaken)
      expect(await store.passkeyById('credential-1')).toMatchObject({ counter: 6, usedMs: NOW + 6 })
      expect([await store.usePasskey('uncounted', 0, NOW), await store.usePasskey('none', 9, NOW)]).toEqual([
        true,
        false,
      ])
    })

    it('PAS-4: lets one of two that sign with the same counter in', async () => {
      const store = await opened()
      await store.addPasskey(passkey())
      const both = await Promise.all([2, 2].map((counter) => store.usePasskey('credential-1', counter, NOW)))
      expect(new Set(both)).toEqual(new Set([false, true]))
    })

    it('PAS-5: renames and removes for the owner alone', async () => {
      const store = await opened()
      await store.addPasskey(passkey())
      expect(await store.renamePasskey(idOf('chairman'), 'credential-1', 'x')).toBe(false)
      expect(await store.renamePasskey(idOf('secretary'), 'credential-1', 'Máy tính')).toBe(true)
      expect(await store.removePasskey(idOf('chairman'), 'credential-1')).toBe(false)
      expect(await store.passkeysOf(idOf('secretary'))).toMatchObject([{ label: 'Máy tính' }])
      expect(await store.removePasskey(idOf('secretary'), 'credential-1')).toBe(true)
    })

    it('OID-6: gives an identifier of an issuer to one account, and an account one identifier', async () => {
      const store = await opened()
      expect(await store.saveProviderLink(linkOf('secretary', 'a'))).toBe(true)
      expect(await store.saveProviderLink(linkOf('chairman', 'a'))).toBe(false)
      expect(await store.saveProviderLink(linkOf('chairman', 'a', 'https://other.example.vn'))).toBe(true)
      expect(await store.saveProviderLink(linkOf('secretary', 'b'))).toBe(true)
      expect(await store.saveProviderLink(linkOf('secretary', 'b'))).toBe(true)
      expect(await store.linkOf('https://id.example.vn', 'a')).toBeNull()
      expect(await store.providerLinks()).toEqual([
        linkOf('secretary', 'b'),
        linkOf('chairman', 'a', 'https://other.example.vn'),
      ])
      expect(await store.removeProviderLink(idOf('secretary'), 'https://id.example.vn')).toBe(true)
      expect(await store.removeProviderLink(idOf('secretary'), 'https://id.example.vn')).toBe(false)
    })

    it('PAS-1: gives a note back once, in time and for its purpose', async () => {
      const store = await opened()
      const note = (hash: string) => ({ hash, purpose: 'p', body: `body of ${hash}`, expiresMs: NOW + HOUR })
      for (const hash of ['once', 'late', 'mixed']) await store.keepOnce(note(hash), NOW)
      expect(await store.takeOnce('once', 'p', NOW)).toBe('body of once')
      expect(await store.takeOnce('once', 'p', NOW)).toBeNull()
      expect(await store.takeOnce('late', 'p', NOW + HOUR)).toBeNull()
      expect(await store.takeOnce('mixed', 'q', NOW)).toBeNull()
      expect(await store.takeOnce('mixed', 'p', NOW)).toBeNull()
    })
  })
}
