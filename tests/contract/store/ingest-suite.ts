import { describe, expect, it } from 'vitest'
import { fieldValue } from '#domain/change/entity-state.ts'
import type { FieldWrite, Op } from '#domain/change/op.ts'
import { NOW } from '#support/endpoint/edges.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, FEED, fill, opOf, opsOf, push, pushOf } from './store-records.ts'
import { sealedFields } from '#support/sealed-fields.ts'

export function ingestSuite(factory: StoreFactory): void {
  const opened = async () => {
    const place = await factory.open()
    await fill(place.store)
    return place
  }

  describe(`${factory.name}: ingest`, () => {
    it('END-1: a dot is stored once, whatever is sent again and in whatever order of fields', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const op = opOf(device, 1, { f: { score: [1], note: ['a', { x1: 1, x2: 2 }] } })
      const turned = opOf(device, 1, { f: { note: ['a', { x2: 2, x1: 1 }], score: [1] } })
      const first = await push(store, device, [op])
      expect(await push(store, device, [turned])).toEqual(first)
      expect((await store.facts()).ops).toBe(1)
    })

    it('END-1: a fork is told with the number at which the stores part, and stores nothing', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      await push(store, device, opsOf(device, 1, 3))
      const forked = [opOf(device, 2), opOf(device, 3, { f: { score: [99] } }), opOf(device, 4)]
      expect(await push(store, device, forked)).toEqual({ type: 'forked', n: 3 })
      expect((await store.deviceById(device.id))?.lastN).toBe(3)
    })

    it('END-2: what comes after a gap is not stored, what comes before it is', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const outcome = await push(store, device, [opOf(device, 1), opOf(device, 2), opOf(device, 4)])
      expect(outcome).toEqual({ type: 'stored', ack: 2, safe: 0, expect: 3 })
    })

    it('END-3: a refused operation is kept whole, counts as received, and leaves no trace in the feed', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const ops = opsOf(device, 1, 3)
      const judge = ({ n }: { n: number }) => (n === 2 ? ('access.forbidden' as const) : null)
      expect(await store.ingest(pushOf(device, ops, { judge }))).toMatchObject({ ack: 3 })
      expect((await store.quarantineOf(device.id)).map(({ n, code, op }) => ({ n, code, op }))).toEqual([
        { n: 2, code: 'access.forbidden', op: ops[1] },
      ])
      expect((await store.pull(FEED, 0, 'nobody', 9999)).ops.map(({ n }) => n)).toEqual([1, 3])
    })

    it('HND-4: a revoked device is unknown to a push, and by file its operations are taken in to be judged', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      await push(store, device, [opOf(device, 1)])
      await store.revokeDevice(device.id)
      expect(await push(store, device, [opOf(device, 2)])).toEqual({ type: 'unknown-device' })
      const judge = (_op: unknown, { isRevoked }: { readonly isRevoked: boolean }) =>
        isRevoked ? ('device.revoked' as const) : null
      expect(await store.ingest(pushOf(device, [opOf(device, 2)], { judge, takesRevoked: true }))).toMatchObject({
        ack: 2,
      })
      expect((await store.quarantineOf(device.id)).map(({ n, code }) => [n, code])).toEqual([[2, 'device.revoked']])
    })

    it('END-4: the numbers of a feed have no gap, also when several feeds and devices take turns', async () => {
      const { store } = await opened()
      const devices = [await enrol(store), await enrol(store, 'chairman')]
      const feeds = [FEED, 'ls25-06001/pub', 'ls25-06007/pub']
      for (let n = 1; n <= 30; n++) {
        for (const device of devices)
          await push(store, device, [opOf(device, n, { s: feeds[(n + device.lastN) % 3] ?? FEED })])
      }
      for (const { id, seq } of await store.positions(feeds)) {
        const delta = await store.pull(id, 0, 'nobody', 1_000_000)
        expect([delta.to, delta.ops.length]).toEqual([seq, seq])
      }
    })

    it('END-6: when an acknowledgement is given, anybody who opens the data sees the operations', async () => {
      const place = await opened()
      const device = await enrol(place.store)
      for (let n = 1; n <= 5; n++) {
        await push(place.store, device, [opOf(device, n)])
        expect(await place.storedOps(FEED)).toBe(n)
      }
    })

    it('END-6: a transaction that fails leaves nothing, and the push can be sent again', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const ops = opsOf(device, 1, 3)
      const judge = ({ n }: { n: number }) => {
        if (n === 3) throw new Error('the machine failed here')
        return null
      }
      await expect(store.ingest(pushOf(device, ops, { judge }))).rejects.toThrow('failed here')
      expect(await store.facts()).toMatchObject({ ops: 0, feeds: 0, entities: 0 })
      expect(await push(store, device, ops)).toMatchObject({ ack: 3 })
    })

    it('END-16, END-17: what is sealed is not written again, and no record changes its kind', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const sealed = { s: 'ls25-06001/pub', k: 'stage-event', e: 'evt' }
      const ops = [opOf(device, 1, sealed), opOf(device, 2, sealed), opOf(device, 3, { ...sealed, k: 'visit' })]
      await push(store, device, ops)
      const refused = (await store.quarantineOf(device.id)).map(({ n, code }) => [n, code])
      expect(refused).toEqual([
        [2, 'access.forbidden'],
        [3, 'op.malformed'],
      ])
    })

    it('END-72: a photo that a sealed record names stays as it is; another may go', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const [s, k] = ['ls25-06001/pub', 'evidence']
      const [sha, other] = ['a'.repeat(64), 'b'.repeat(64)]
      const deleted: Op['f'] = { _del: [{ x: [] }] }
      await push(store, device, [
        opOf(device, 1, { s, k, e: 'named', f: { sha256: [sha], caption: ['tủ hồ sơ'] } }),
        opOf(device, 2, { s, k, e: 'free', f: { sha256: [other] } }),
        opOf(device, 3, { s, k, e: 'of-stage', f: { sha256: ['c'.repeat(64)] } }),
        opOf(device, 4, { s, k: 'submission', e: 'sub', f: sealedFields({ evidence: [{ sha256: sha }] }) }),
        opOf(device, 5, { s, k: 'stage-event', e: 'evt', f: { deliverables: [[{ evidenceId: 'of-stage' }]] } }),
        opOf(device, 6, { s, k, e: 'named', f: deleted }),
      ])
      await push(store, device, [
        opOf(device, 7, { s, k, e: 'named', f: deleted }),
        opOf(device, 8, { s, k, e: 'named', f: { sha256: [other] } }),
        opOf(device, 9, { s, k, e: 'of-stage', f: deleted }),
        opOf(device, 10, { s, k, e: 'free', f: deleted }),
        opOf(device, 11, { s, k, e: 'named', f: { caption: ['tủ'], sha256: [sha] } }),
        opOf(device, 12, { s, k, e: 'late', f: { sha256: [other] } }),
        opOf(device, 13, { s, k, e: 'late', f: { sha256: [sha] } }),
        opOf(device, 14, { s, k, e: 'late', f: { sha256: [other] } }),
      ])
      const refused = (await store.quarantineOf(device.id)).map(({ n, code }) => [n, code])
      expect(refused).toEqual([6, 7, 8, 9, 14].map((n) => [n, 'evidence.sealed']))
      const accepted = { device: device.id, n: 7, verdict: 'accepted', by: '', reason: '', nowMs: NOW } as const
      expect(await store.decide(accepted)).toBe('impossible')
    })

    it('END-73: an amendment names its record by the kind that has', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const s = 'ls25-06001/pub'
      const amendment = (n: number, of: string, ofKind: string) =>
        opOf(device, n, { s, k: 'amendment', e: `amd-${n}`, f: { of: [of], ofKind: [ofKind], text: ['x'] } })
      await push(store, device, [
        opOf(device, 1, { s, k: 'submission', e: 'sub', f: sealedFields() }),
        opOf(device, 2, { s, k: 'stage-event', e: 'confirmed', f: { type: ['confirmed'] } }),
        amendment(3, 'sub', 'audit-report'),
      ])
      await push(store, device, [
        amendment(4, 'sub', 'stage-event'),
        amendment(5, 'confirmed', 'stage-event'),
        amendment(6, 'sub', 'submission'),
        amendment(7, 'not-here-yet', 'submission'),
      ])
      const refused = (await store.quarantineOf(device.id)).map(({ n, code }) => [n, code])
      expect(refused).toEqual([3, 4, 5].map((n) => [n, 'amendment.not-possible']))
    })

    it('END-116, CA-14: what was taken of a corrective action stays taken, whoever comes later with an earlier stamp', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const move = (n: number, h: number, name: string, more: Op['f'] = {}) => {
        const f: Op['f'] = {
          of: ['car'],
          name: [name],
          on: ['2026-11-21'],
          words: ['x'],
          whys: [['vì']],
          action: ['x'],
          dueOn: [{ text: '01/12/2026', date: '2026-12-01' }],
          ...more,
        }
        return opOf(device, n, { s: 'ls25-06001/pub', k: 'corrective-move', e: `mov-${n}`, h, f })
      }
      await push(store, device, [
        move(1, 10, 'start-analysis'),
        move(2, 20, 'submit-analysis'),
        move(3, 30, 'approve'),
        move(4, 25, 'return-analysis'),
        move(5, 40, 'return-analysis'),
        move(6, 35, 'register', { officialNumber: ['7'] }),
        move(7, 36, 'register', { of: ['car-2'], officialNumber: ['7'] }),
      ])
      await push(store, device, [move(8, 26, 'return-analysis'), move(9, 41, 'from-a-newer-version')])
      const refused = (await store.quarantineOf(device.id)).map(({ n, code }) => [n, code])
      expect(refused).toEqual([
        [4, 'corrective.moved-meanwhile'],
        [7, 'corrective.number-taken'],
        [8, 'corrective.moved-meanwhile'],
      ])
      const accepted = { device: device.id, n: 8, verdict: 'accepted', by: '', reason: '', nowMs: NOW } as const
      expect(await store.decide(accepted)).toBe('impossible')
    })

    it('END-41: an id no database can keep goes to quarantine and holds up nothing', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const ids = ['a\u0000b', 'nửa \uD83D cặp', 'cả cặp 😀']
      const outcome = await push(
        store,
        device,
        ids.map((e, i) => opOf(device, i + 1, { e })),
      )
      expect(outcome).toMatchObject({ ack: 3, expect: null })
      expect((await store.quarantineOf(device.id)).map(({ n, code, op }) => [n, code, op.e])).toEqual([
        [1, 'op.malformed', ids[0]],
        [2, 'op.malformed', ids[1]],
      ])
      expect((await store.pull(FEED, 0, 'nobody', 9999)).ops.map(({ e }) => e)).toEqual([ids[2]])
    })

    it('a device nobody enrolled stores nothing', async () => {
      const { store } = await opened()
      const stranger = { ...(await enrol(store)), id: 'stranger' }
      expect(await push(store, stranger, [opOf(stranger, 1)])).toEqual({ type: 'unknown-device' })
    })

    it('two values written unseen are both kept and open a conflict, which a write that saw both closes', async () => {
      const { store } = await opened()
      const [a, b] = [await enrol(store), await enrol(store, 'chairman')]
      await push(store, a, [opOf(a, 1, { e: 'same', f: { note: ['của a'] } })])
      await push(store, b, [opOf(b, 1, { e: 'same', f: { note: ['của b'] } })])
      const both = await store.snapshot(FEED, '', 9999)
      expect(both.entities[0]?.regs.note?.h.map(({ v }) => v)).toEqual(['của a', 'của b'])
      expect((await store.facts()).openConflicts).toBe(1)
      await push(store, a, [opOf(a, 2, { e: 'same', f: { note: ['cả hai', { [b.id]: 1 }] } })])
      const [settled] = (await store.snapshot(FEED, '', 9999)).entities
      expect(settled && fieldValue(settled.regs, 'note')).toBe('cả hai')
      expect((await store.facts()).openConflicts).toBe(0)
    })

    it('unknown fields, newer schemas, groups and odd values come out as they went in', async () => {
      const { store } = await opened()
      const device = await enrol(store)
      const odd = { text: 'Đoàn Kết \u0000 "\\', deep: [{ a: [null, true, -1.5e-9] }], big: 9_007_199_254_740_991 }
      const fields = new Map<string, FieldWrite>([
        ['mới', [odd]],
        ['toString', [1]],
        ['note', ['x', { other: 3 }]],
      ])
      const op = opOf(device, 1, { sv: 7, g: 'group-1', f: Object.fromEntries(fields) })
      await push(store, device, [op])
      expect((await store.pull(FEED, 0, 'nobody', 9999)).ops).toEqual([op])
    })
  })
}
