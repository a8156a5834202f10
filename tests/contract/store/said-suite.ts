/** What an operation must say, on every store (END-141 to END-145). */
import { describe, expect, it } from 'vitest'
import type { FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'
import { NOW } from '#support/endpoint/edges.ts'
import { sealedFields } from '#support/sealed-fields.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, fill, opOf, push } from './store-records.ts'

const PUB = 'ls25-06001/pub'
const SUB = 'sub-1'

type Said = Readonly<Record<string, JsonValue>>

const writes = (said: Said): Op['f'] =>
  Object.fromEntries(Object.entries(said).map(([name, value]): [string, FieldWrite] => [name, [value]]))

const submitted: Said = { answers: [{ questionId: 'Q1', score: 2, reason: '', note: '' }] }

const submission = (device: Device, n: number): Op =>
  opOf(device, n, { s: PUB, k: 'submission', e: SUB, f: sealedFields(submitted) })

const found = (device: Device, n: number, said: Said, change: Partial<Op> = {}): Op =>
  opOf(device, n, { s: PUB, k: 'verification', e: `ver.${SUB}.Q1`, f: writes(said), ...change })

const decided = (device: Device, n: number, said: Said, change: Partial<Op> = {}): Op =>
  opOf(device, n, { s: PUB, k: 'verification-state', e: `vst.${SUB}`, f: writes(said), ...change })

export function saidSuite(factory: StoreFactory): void {
  describe(`${factory.name}: what an operation says`, () => {
    async function opened() {
      const { store } = await factory.open()
      const device = await enrol(await fill(store))
      return { store, device, other: await enrol(store, 'monitor') }
    }
    const refusedOf = async (store: EndpointStore, device: Device) =>
      (await store.quarantineOf(device.id)).map(({ n, code }) => [n, code])

    it('END-141, END-142: a sealed content fits its hash and lacks nothing; of another version it is taken', async () => {
      const { store, device } = await opened()
      const { content, sha256 } = sealedFields(submitted)
      const open = sealedFields({ answers: [{ questionId: 'Q1', score: null }] })
      const sealed = (n: number, f: Op['f'], change: Partial<Op> = {}): Op =>
        opOf(device, n, { s: PUB, k: 'submission', e: `sub-${n}`, f, ...change })
      const ops = [
        sealed(1, sealedFields(submitted)),
        sealed(2, { content: [{ answers: [] }], ...(sha256 && { sha256 }) }),
        sealed(3, content ? { content } : {}),
        sealed(4, open),
        sealed(5, open, { sv: 2 }),
        sealed(6, sealedFields({ ...submitted, ofLater: { x: [1] } })),
        opOf(device, 7, { s: PUB, k: 'visit-record', e: 'vrc', f: sealedFields({ visit: 'v', done: 'x' }) }),
        opOf(device, 8, { s: PUB, k: 'corrective-action', e: 'car', f: writes({ grade: 'major', description: 'x' }) }),
        opOf(device, 9, { s: PUB, k: 'corrective-move', e: 'mov', f: writes({ of: 'car', name: 'report-done' }) }),
        opOf(device, 10, { s: PUB, k: 'corrective-move', e: 'new', f: writes({ of: 'car', name: 'of-later' }) }),
      ]
      await push(store, device, ops)
      const refused = [
        [2, 'judged.seal-unfit'],
        [3, 'judged.seal-unfit'],
        [4, 'judged.incomplete'],
        ...[7, 8, 9].map((n) => [n, 'judged.incomplete']),
      ]
      expect(await refusedOf(store, device)).toEqual(refused)
      expect(await push(store, device, ops)).toMatchObject({ ack: 10 })
      expect(await refusedOf(store, device)).toEqual(refused)
    })

    it('END-143: another level and sending back need a reason, as far as the submission is here', async () => {
      const { store, device, other } = await opened()
      await push(store, other, [found(other, 1, { level: 1, reason: '' }), submission(other, 2)])
      await push(store, device, [
        found(device, 1, { level: 1, reason: ' ' }, { e: `ver.${SUB}.Q9` }),
        found(device, 2, { level: 2, reason: '' }),
        found(device, 3, { level: 1, reason: 'chưa có hồ sơ' }),
        // Only the level changes: the reason is the one this device wrote before.
        found(device, 4, { level: 0 }),
        found(device, 5, { level: 'other', reason: '' }, { e: 'ver.sub-of-a-form.q1' }),
        decided(device, 6, { state: 'reopened', reason: '' }),
        decided(device, 7, { state: 'reopened', reason: 'thiếu minh chứng' }),
      ])
      expect(await refusedOf(store, other)).toEqual([])
      expect(await refusedOf(store, device)).toEqual([1, 5, 6].map((n) => [n, 'judged.reason-missing']))
    })

    it('END-143, END-145: nothing follows an end but sending back, where its author set it or knew of it', async () => {
      const { store, device, other } = await opened()
      await push(store, other, [submission(other, 1)])
      await push(store, device, [
        found(device, 1, { level: 2, reason: '' }),
        decided(device, 2, { state: 'closed', reason: '' }),
        found(device, 3, { level: 1, reason: 'nghĩ lại' }),
        found(device, 4, { level: 1, reason: 'mới' }, { e: `ver.${SUB}.Q2` }),
        decided(device, 5, { state: null }),
      ])
      await push(store, other, [
        // Made without a network, before anybody there heard of the end.
        found(other, 2, { level: 1, reason: 'khác' }),
        decided(other, 3, { state: 'closed', reason: '' }),
        decided(other, 4, {}, { f: { state: ['closed', { [device.id]: 2 }], reason: ['nữa'] } }),
        decided(other, 5, {}, { f: { state: ['reopened', { [device.id]: 2 }], reason: ['sửa lại'] } }),
      ])
      expect(await refusedOf(store, device)).toEqual([3, 4, 5].map((n) => [n, 'judged.not-open']))
      expect(await refusedOf(store, other)).toEqual([[4, 'judged.not-open']])
    })

    it('END-144: a live plan holds together; one is put away as it is', async () => {
      const { store, device } = await opened()
      const heavy = { ...plan174, state: 'live', stages: [{ code: 'G1', weight: 99 }] }
      const plan = (n: number, value: object): Op =>
        opOf(device, n, { s: 'p20/plan', k: 'plan', e: `plan-${n}`, f: { plan: [value as JsonValue] } })
      await push(store, device, [
        plan(1, { ...plan174, state: 'live' }),
        plan(2, heavy),
        plan(3, { ...heavy, state: 'archived' }),
      ])
      expect(await refusedOf(store, device)).toEqual([[2, 'judged.plan-unfit']])
    })

    it('END-145: what was refused for what it says enters by a person’s decision', async () => {
      const { store, device } = await opened()
      await push(store, device, [found(device, 1, { level: 'other', reason: '' })])
      const decision = { device: device.id, n: 1, verdict: 'accepted', by: 'someone', reason: '', nowMs: NOW } as const
      expect(await store.decide(decision)).toBe('decided')
      expect((await store.pull(PUB, 0, 'nobody', 1e9)).ops.map(({ e }) => e)).toEqual([`ver.${SUB}.Q1`])
    })
  })
}
