import { describe, expect, it } from 'vitest'
import { OFFICE_CHAIN } from '#domain/trail/trail-link.ts'
import { NOW } from '#support/endpoint/edges.ts'
import { idOf } from '#support/endpoint/place-fixture.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, FEED, fill, opOf, opsOf, push, pushOf } from './store-records.ts'

const PUB = 'ls25-06001/pub'
const refuse = () => 'access.forbidden' as const
const signIn = (account: string, atMs: number) => ({
  chain: OFFICE_CHAIN,
  type: 'sign-in' as const,
  atMs,
  account,
  device: 'd1',
})

export function trailSuite(factory: StoreFactory): void {
  const opened = async () => {
    const place = await factory.open()
    await fill(place.store)
    return place
  }

  describe(`${factory.name}: the trail`, () => {
    it('TRL-5: every push leaves one link in each feed it enters, and a refused operation none until it is accepted', async () => {
      const place = await opened()
      const { store } = place
      const device = await enrol(store)
      await push(store, device, [opOf(device, 1), opOf(device, 2, { s: PUB, k: 'stage-event' }), opOf(device, 3)])
      await store.ingest(pushOf(device, [opOf(device, 4)], { judge: refuse }))
      const links = async () => {
        const page = await store.trailPage({ chains: [FEED, PUB], limit: 9 })
        return page.map(({ chain, num, firstSeq, lastSeq, account, device: on }) => [
          chain,
          num,
          firstSeq,
          lastSeq,
          account,
          on,
        ])
      }
      const [self, pub] = [
        [FEED, 1, 1, 2, device.account, device.id],
        [PUB, 1, 1, 1, device.account, device.id],
      ]
      expect(await links()).toEqual([self, pub])
      await store.decide({
        device: device.id,
        n: 4,
        verdict: 'accepted',
        by: idOf('administrator'),
        reason: '',
        nowMs: NOW + 5,
      })
      expect(await links()).toEqual([[FEED, 2, 3, 3, device.account, device.id], self, pub])
      expect(await store.kindsBetween(FEED, 1, 3)).toEqual({ answer: 3 })
      expect(await place.verifyTrail()).toMatchObject({ chains: 2, links: 3, ops: 4, broken: [] })
    })

    it('TRL-6: events of the office and of a feed are appended to their own chains, whoever writes at the same time', async () => {
      const place = await opened()
      const { store } = place
      const device = await enrol(store)
      await push(store, device, opsOf(device, 1, 2))
      const looks = { chain: FEED, type: 'handed-out' as const, account: idOf('monitor'), atMs: NOW }
      await Promise.all([
        ...Array.from({ length: 8 }, (_, i) => store.recordTrail([signIn('a', NOW + i), looks])),
        push(store, device, opsOf(device, 3, 4)),
        store.recordTrail([{ ...looks, chain: 'ls25-06999/pub' }]),
      ])
      expect(await place.verifyTrail()).toMatchObject({ chains: 2, links: 18, ops: 4, broken: [] })
    })

    it('TRL-7: is read newest first, page by page, by chain, person, kind and time', async () => {
      const { store } = await opened()
      const subject = { chain: OFFICE_CHAIN, type: 'grant' as const, atMs: NOW + 50, account: 'b', subject: 'a' }
      await store.recordTrail([...[1, 2, 3].map((i) => signIn('a', NOW + i)), signIn('b', NOW + 3), subject])
      const all = await store.trailPage({ chains: [OFFICE_CHAIN], limit: 3 })
      expect(all.map(({ num }) => num)).toEqual([5, 4, 3])
      const next = await store.trailPage({ chains: [OFFICE_CHAIN], limit: 3, before: { nums: { [OFFICE_CHAIN]: 3 } } })
      expect(next.map(({ num }) => num)).toEqual([2, 1])
      const numbers = async (query: object) => (await store.trailPage({ limit: 9, ...query })).map(({ num }) => num)
      expect(await numbers({ person: 'a' })).toEqual([5, 3, 2, 1])
      expect(await numbers({ person: 'a', before: { place: { atMs: NOW + 3, chain: OFFICE_CHAIN, num: 3 } } })).toEqual(
        [2, 1],
      )
      expect(await numbers({ chains: [OFFICE_CHAIN], account: 'b', types: ['sign-in'] })).toEqual([4])
      expect(await numbers({ person: 'a', fromMs: NOW + 2, untilMs: NOW + 50 })).toEqual([3, 2])
    })

    it('TRL-8: a root names the chains that went on since the one before, and there is none when nothing did', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      await push(store, device, opsOf(device, 1, 2))
      await store.recordTrail([signIn('a', NOW)])
      const first = await store.rootTrail(NOW + 10)
      expect(JSON.parse(first?.heads ?? '').map(([chain, num]: [string, number]) => [chain, num])).toEqual([
        [FEED, 1],
        [OFFICE_CHAIN, 1],
      ])
      expect(await store.rootTrail(NOW + 11)).toBeNull()
      await push(store, device, opsOf(device, 3, 3))
      const second = await store.rootTrail(NOW + 12)
      expect([second?.num, second?.prev]).toEqual([2, first?.hash])
      expect(JSON.parse(second?.heads ?? '')).toMatchObject([[FEED, 2, expect.any(String)]])
    })

    it('TRL-9: a restored copy verifies, says that it was restored, and names what the roots of before knew', async () => {
      const place = await opened()
      const device = await enrol(place.store)
      await push(place.store, device, opsOf(device, 1, 2))
      const kept = [await place.store.rootTrail(NOW), null]
      await place.store.backup(NOW)
      await push(place.store, device, opsOf(device, 3, 4))
      kept[1] = await place.store.rootTrail(NOW + 1)
      const again = await place.restore()
      await push(again.store, device, opsOf(device, 3, 5))
      await again.store.rootTrail(NOW + 2)
      const report = await again.verifyTrail(kept.flatMap((root) => root ?? []))
      expect(report).toMatchObject({ ops: 5, broken: [] })
      expect(report.notices).toMatchObject([{ type: 'restored' }, { type: 'lost-by-restoration', chain: FEED, num: 2 }])
    })

    for (const [what, statement, found] of [
      [
        'a byte of an operation changed',
        `UPDATE op SET body = replace(body, '3', '4') WHERE seq = 3`,
        { num: 2, reason: 'operations-changed' },
      ],
      [
        'an operation given to somebody else',
        `UPDATE op SET author = 'x' WHERE seq = 3`,
        { num: 2, reason: 'operations-changed' },
      ],
      ['an operation removed', 'DELETE FROM op WHERE seq = 2', { num: 1, reason: 'operations-changed' }],
      ['the last operation removed', 'DELETE FROM op WHERE seq = 6', { num: 3, reason: 'operations-changed' }],
      [
        'two operations exchanged',
        `UPDATE op SET seq = 99 WHERE seq = 3; UPDATE op SET seq = 3 WHERE seq = 4; UPDATE op SET seq = 4 WHERE seq = 99`,
        { num: 2, reason: 'operations-changed' },
      ],
      [
        'an operation inserted behind the last',
        `INSERT INTO op (feed, seq, dev, n, hlc, recv_ms, ehlc, author, kind, entity, sv, grp, hash, body)
          SELECT feed, 7, dev, 7, hlc, recv_ms, ehlc, author, kind, entity, sv, grp, hash, body FROM op WHERE seq = 6`,
        { num: 4, reason: 'operations-uncovered' },
      ],
      [
        'a link changed',
        `UPDATE trail SET account = 'x' WHERE chain = '${FEED}' AND num = 2`,
        { num: 2, reason: 'link-changed' },
      ],
      ['a link removed', `DELETE FROM trail WHERE chain = '${FEED}' AND num = 2`, { num: 2, reason: 'link-missing' }],
      [
        'the last link removed',
        `DELETE FROM trail WHERE chain = '${FEED}' AND num = 3`,
        { num: 3, reason: 'tail-missing' },
      ],
      [
        'the tail removed with everything that knows of it but the kept roots',
        `DELETE FROM op WHERE seq > 4; DELETE FROM trail WHERE chain = '${FEED}' AND num = 3; DELETE FROM trail_root;
         UPDATE feed SET seq = 4, links = 2, head = (SELECT hash FROM trail WHERE chain = '${FEED}' AND num = 2) WHERE id = '${FEED}'`,
        { num: 3, reason: 'tail-missing' },
      ],
    ] as const) {
      it(`TRL-10: ${what} is found and named`, async () => {
        const place = await opened()
        const device = await enrol(place.store)
        for (const first of [1, 3, 5]) await push(place.store, device, opsOf(device, first, first + 1))
        await place.store.recordTrail([signIn('a', NOW)])
        const root = await place.store.rootTrail(NOW)
        expect((await place.verifyTrail(root ? [root] : [])).broken).toEqual([])
        await place.tamper(statement)
        const { broken } = await place.verifyTrail(root ? [root] : [])
        expect(broken.find(({ chain }) => chain === FEED)).toMatchObject({ chain: FEED, ...found })
      })
    }

    it('TRL-11: a detail changed or emptied by hand is found', async () => {
      const place = await opened()
      await place.store.recordTrail([{ ...signIn('a', NOW), detail: { label: 'Máy 1' } }, signIn('b', NOW + 1)])
      await place.tamper(`UPDATE trail SET detail = '{"label":"Máy 2"}' WHERE num = 1`)
      expect((await place.verifyTrail()).broken).toMatchObject([
        { chain: OFFICE_CHAIN, num: 1, reason: 'detail-changed' },
      ])
      await place.tamper('UPDATE trail SET detail = NULL, salt = NULL WHERE num = 1')
      expect((await place.verifyTrail()).broken).toMatchObject([
        { chain: OFFICE_CHAIN, num: 1, reason: 'detail-missing' },
      ])
    })
  })
  describe(`${factory.name}: a person’s data`, () => {
    it('PER-3: an erased account keeps its number and loses names, credentials and details, and the trail still verifies', async () => {
      const place = await opened()
      const { store } = place
      const device = await enrol(store)
      const { account } = device
      await push(store, device, opsOf(device, 1, 2))
      await store.recordTrail([
        { ...signIn(account, NOW), detail: { label: 'Máy của tôi' } },
        { ...signIn('other', NOW), subject: account, type: 'grant', detail: { displayName: 'Thư ký' } },
        { ...signIn('other', NOW), detail: { label: 'Máy khác' } },
      ])
      await store.erasePerson({ account, by: idOf('administrator'), device: 'd9', nowMs: NOW + 9 })
      expect(await store.accountById(account)).toMatchObject({ displayName: '', passwordHash: null })
      expect(await store.accountByUsername('secretary')).toBeNull()
      expect(await store.deviceById(device.id)).toMatchObject({ label: '', publicKey: '', isRevoked: true })
      const links = await store.trailPage({ chains: [OFFICE_CHAIN], limit: 9 })
      expect(links.map(({ type, detail }) => [type, detail])).toEqual([
        ['erased', '{}'],
        ['sign-in', '{"label":"Máy khác"}'],
        ['grant', null],
        ['sign-in', null],
      ])
      expect((await store.pull(FEED, 0, 'nobody', 9999)).ops).toHaveLength(2)
      expect(await place.verifyTrail()).toMatchObject({ broken: [] })
    })

    it('PER-4: everything one account wrote, sealed, had refused and touched can be found', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const sealed = opOf(device, 2, { s: PUB, k: 'stage-event', e: 'evt' })
      await push(store, device, [opOf(device, 1), sealed])
      await store.ingest(pushOf(device, [opOf(device, 3)], { judge: refuse }))
      const records = await store.personRecords(device.account, 9)
      expect(records.ops.map(({ n }) => n)).toEqual([2, 1])
      expect([records.refused.map(({ n }) => n), records.passkeys, records.providers]).toEqual([[3], [], []])
      expect([await store.lastSealedMs(device.account), await store.lastSealedMs('acc.chairman')]).toEqual([NOW, null])
      expect(await store.touchesOf(FEED, 'ans-1', 9)).toEqual([
        { seq: 1, atMs: NOW, account: device.account, device: device.id, fields: ['score'] },
      ])
    })

    it('PER-6: what has come to its end goes by itself', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      await store.openSession(
        { tokenHash: 'old', account: device.account, device: device.id, expiresMs: NOW + 10 },
        NOW,
      )
      await store.openSession(
        { tokenHash: 'new', account: device.account, device: device.id, expiresMs: NOW + 99 },
        NOW,
      )
      await store.saveChallenge('c', device.id, NOW + 10, NOW)
      expect(await store.sweepEnded(NOW + 50)).toBe(2)
      expect([await store.sessionByToken('old'), await store.sessionByToken('new')]).toMatchObject([
        null,
        { tokenHash: 'new' },
      ])
    })
  })
}
