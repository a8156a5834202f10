import { describe, expect, it } from 'vitest'
import { HOUR, NOW } from '#support/endpoint/edges.ts'
import { grant, grants, idOf, places } from '#support/endpoint/place-fixture.ts'
import { accountSuite } from './account-suite.ts'
import { authoritySuite } from './authority-suite.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, fill, opOf, push } from './store-records.ts'

const SHA = 'a'.repeat(64)
const PUB = 'ls25-06001/pub'

export function identitySuite(factory: StoreFactory): void {
  authoritySuite(factory)
  accountSuite(factory)
  const opened = async () => fill((await factory.open()).store)

  describe(`${factory.name}: accounts and sessions`, () => {
    it('keeps accounts, grants and places as they were given, and changes them by their key', async () => {
      const store = await opened()
      expect(await store.grants()).toHaveLength(grants.length)
      expect(await store.places()).toEqual(places)
      expect(await store.accountByUsername('secretary')).toEqual(await store.accountById(idOf('secretary')))
      expect(await store.accountByUsername('SECRETARY')).toBeNull()
      await store.saveAccounts([], [grant('secretary', 'iso-secretary', 'ls25-06001', '2026-01-01', '2026-06-30')])
      expect((await store.grants(idOf('secretary'))).map(({ to }) => to)).toEqual(['2026-06-30'])
    })

    it('keeps settings', async () => {
      const store = await opened()
      expect(await store.setting('k')).toBeNull()
      await store.saveSetting('k', '1')
      await store.saveSetting('k', '2')
      expect(await store.setting('k')).toBe('2')
    })

    it('never gives a replica id twice', async () => {
      const store = await opened()
      const devices = await Promise.all(Array.from({ length: 20 }, () => enrol(store)))
      expect(new Set(devices.map(({ id }) => id)).size).toBe(20)
    })

    it('END-8: a challenge is taken once, in time, and by its own device', async () => {
      const store = await opened()
      for (const hash of ['once', 'late', 'stolen']) await store.saveChallenge(hash, 'd1', NOW + HOUR, NOW)
      expect(await store.takeChallenge('once', 'd1', NOW)).toBe(true)
      expect(await store.takeChallenge('once', 'd1', NOW)).toBe(false)
      expect(await store.takeChallenge('late', 'd1', NOW + HOUR)).toBe(false)
      expect(await store.takeChallenge('stolen', 'd2', NOW)).toBe(false)
      expect(await store.takeChallenge('stolen', 'd1', NOW)).toBe(false)
    })

    it('END-8: signing out ends every session of that device and no other', async () => {
      const store = await opened()
      const [a, b] = [await enrol(store), await enrol(store, 'chairman')]
      for (const [tokenHash, device] of [
        ['t1', a],
        ['t2', a],
        ['t3', b],
      ] as const) {
        await store.openSession({ tokenHash, account: device.account, device: device.id, expiresMs: NOW + HOUR }, NOW)
      }
      await store.signOut(a.id)
      expect(await store.sessionByToken('t1')).toBeNull()
      expect(await store.sessionByToken('t2')).toBeNull()
      expect(await store.sessionByToken('t3')).toMatchObject({ device: b.id })
      expect((await store.deviceById(a.id))?.passwordMs).toBe(0)
    })
  })

  describe(`${factory.name}: photos`, () => {
    const evidence = { s: PUB, k: 'evidence', e: 'evd', f: { sha256: [SHA] as const } }

    it('END-11: knows in which feeds a photo is referred to, and whose bytes are missing', async () => {
      const store = await opened()
      const [a, b] = [await enrol(store), await enrol(store, 'chairman')]
      await push(store, a, [opOf(a, 1, evidence)])
      expect(await store.feedsReferringTo(SHA)).toEqual([PUB])
      expect([await store.blobsWanted(a.id, 10), await store.blobsWanted(b.id, 10)]).toEqual([[SHA], []])
      await store.saveBlob({ sha256: SHA, size: 5, mime: 'image/jpeg' }, NOW)
      expect(await store.blob(SHA)).toEqual({ sha256: SHA, size: 5, mime: 'image/jpeg' })
      expect(await store.blobsWanted(a.id, 10)).toEqual([])
    })

    it('END-11: a reference ends with its record and comes back with an edit its deleter had not seen', async () => {
      const store = await opened()
      const [a, b] = [await enrol(store), await enrol(store, 'chairman')]
      await push(store, a, [opOf(a, 1, evidence), opOf(a, 2, { ...evidence, f: { _del: [{ x: [[a.id, 1]] }] } })])
      expect(await store.feedsReferringTo(SHA)).toEqual([])
      await push(store, b, [opOf(b, 1, { ...evidence, f: { caption: ['sửa lúc không có mạng'] } })])
      expect(await store.feedsReferringTo(SHA)).toEqual([PUB])
    })

    it('END-11: text that is no hash refers to nothing', async () => {
      const store = await opened()
      const device = await enrol(store)
      await push(store, device, [opOf(device, 1, { ...evidence, f: { sha256: ['../../etc/passwd'] } })])
      expect(await store.blobsWanted(device.id, 10)).toEqual([])
    })
  })
}
