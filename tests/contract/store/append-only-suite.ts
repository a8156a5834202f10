/** What was decided is followed and never written over, on every store (END-16, END-116, END-146 to END-149). */
import { describe, expect, it } from 'vitest'
import { hlcAt } from '#domain/change/hlc.ts'
import type { FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'
import { NOW } from '#support/endpoint/edges.ts'
import { sealedFields } from '#support/sealed-fields.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, fill, opOf, push } from './store-records.ts'

const PUB = 'ls25-06001/pub'
const AUDIT = 'ls25-06001/audit'

type Said = Readonly<Record<string, JsonValue>>

const writes = (said: Said): Op['f'] =>
  Object.fromEntries(Object.entries(said).map(([name, value]): [string, FieldWrite] => [name, [value]]))

const about =
  (k: string, e: string) =>
  (device: Device, n: number, said: Said, change: Partial<Op> = {}): Op =>
    opOf(device, n, { s: PUB, k, e, f: writes(said), ...change })

const finding = about('finding', 'fin')
const review = about('management-review', 'rev')

const plan = (e: string) => about('audit-plan', e)
const approval = (e: string) => about('approval', e)

/** Takes away as much of a record as these writes say of it. */
const removal = (...seen: readonly (readonly [Device, number])[]): { readonly f: Op['f'] } => ({
  f: { _del: [{ x: seen.map(([{ id }, n]) => [id, n]) }] },
})

const published: Said = { audit: 'aud', grade: 'major', facts: 'thiếu hồ sơ', dueOn: { text: '5/12', date: null } }

const step = { of: 'fin', agrees: true, words: '', name: 'A', post: 'Trưởng đoàn', on: '2026-11-21', grade: null }

const hash = 'a'.repeat(64)

/** What sealed kinds of decisions say first, and what somebody would write over it. */
const decisions: readonly (readonly [kind: string, first: Op['f'], over: Said])[] = [
  ['approval', writes({ of: 'pln', sha256: hash, decision: 'approved' }), { sha256: 'b'.repeat(64) }],
  ['signature', writes({ of: 'rep', sha256: hash, name: 'A', post: 'B' }), { name: 'C', post: 'D', sha256: hash }],
  ['finding-response', writes({ ...step, grade: 'minor', words: 'đã xem lại' }), { grade: 'observation' }],
  ['stage-event', writes({ plan: 'p', stage: 'G1', type: 'returned' }), { type: 'confirmed' }],
  [
    'declaration',
    sealedFields({ number: '1/CB', scope: ['đất đai'], signer: 'Chủ tịch', on: '2026-11-20' }),
    { number: '2/CB' },
  ],
  ['declaration-event', writes({ of: 'dec', type: 'withdrawn', reason: 'x' }), { type: 'resumed', reason: 'x' }],
  ['corrective-action', writes({ description: 'x', requirement: 'y', grade: 'observation' }), { grade: 'major' }],
]

export function appendOnlySuite(factory: StoreFactory): void {
  describe(`${factory.name}: decisions are followed, never written over`, () => {
    async function opened() {
      const { store } = await factory.open()
      const device = await enrol(await fill(store))
      return { store, device, other: await enrol(store, 'monitor') }
    }
    const refusedOf = async (store: EndpointStore, device: Device) =>
      (await store.quarantineOf(device.id)).map(({ n, code }) => [n, code])
    const heads = async (store: EndpointStore, entity: string, field: string) => {
      const { entities } = await store.snapshot(PUB, '', 1e9)
      return entities.find((state) => state.entity === entity)?.regs[field]?.h.map(({ v }) => v)
    }

    it('END-16: an approval, a signature, a grade, a declaration and its end, a request are written once', async () => {
      const { store, device, other } = await opened()
      const first = decisions.map(([k, f], i) => opOf(device, i + 1, { s: PUB, k, e: k, f }))
      const over = decisions.map(([k, , said], i) => opOf(other, i + 1, { s: PUB, k, e: k, f: writes(said), sv: 9 }))
      await push(store, device, first)
      await push(store, other, over)
      expect(await refusedOf(store, device)).toEqual([])
      expect(await refusedOf(store, other)).toEqual(over.map(({ n }) => [n, 'access.forbidden']))
    })

    it('END-16, END-116: an official number is neither written over nor turned over by an earlier one', async () => {
      const { store, device, other } = await opened()
      const [taken, earlier] = [about('corrective-move', 'mov'), about('corrective-move', 'new')]
      const register = { of: 'car', name: 'register', on: '2026-11-20', officialNumber: '12/HĐKP' }
      await push(store, device, [
        about('corrective-action', 'car')(device, 1, { description: 'x', requirement: 'y', grade: 'observation' }),
        taken(device, 2, register),
      ])
      await push(store, other, [
        taken(other, 1, { ...register, officialNumber: '13/HĐKP' }),
        earlier(other, 2, { ...register, officialNumber: '14/HĐKP' }, { h: 1 }),
      ])
      expect(await refusedOf(store, other)).toEqual([
        [1, 'access.forbidden'],
        [2, 'corrective.moved-meanwhile'],
      ])
    })

    it('END-146: a published finding is not written over, by whomever, from whichever version, knowing of it or not', async () => {
      const { store, device, other } = await opened()
      await push(store, device, [
        finding(device, 1, published),
        finding(device, 2, { grade: 'minor' }),
        finding(device, 3, { facts: '' }, { sv: 9 }),
        // The same once more, as after a restoration, and a field of a later version.
        finding(device, 4, published),
        finding(device, 5, { ofLater: 1 }),
        finding(device, 6, { ofLater: 2 }),
      ])
      await push(store, other, [
        finding(other, 1, { grade: 'observation' }),
        finding(other, 2, {}, { f: { grade: ['minor', { [device.id]: 4 }] } }),
        finding(other, 3, {}, { f: { _del: [{ x: [[device.id, 4]] }] } }),
        finding(other, 4, { dueOn: { text: '31/12', date: '2026-12-31' } }),
        // A draft of the auditors is nobody's published word.
        finding(other, 5, { grade: 'minor' }, { s: AUDIT }),
        finding(other, 6, { grade: 'major' }, { s: AUDIT }),
        about('finding-response', 'res')(other, 7, { ...step, grade: 'minor', words: 'đã xem lại hồ sơ' }),
      ])
      expect(await refusedOf(store, device)).toEqual([2, 3].map((n) => [n, 'judged.published']))
      expect(await refusedOf(store, other)).toEqual([1, 2, 3, 4].map((n) => [n, 'judged.published']))
      expect(await heads(store, 'fin', 'grade')).toEqual(['major'])
    })

    it('END-146: nobody’s word enters it, and in one push it is refused as well', async () => {
      const { store, device } = await opened()
      const ops = [finding(device, 1, published), finding(device, 2, { grade: 'minor' })]
      await push(store, device, ops)
      const decision = { device: device.id, n: 2, verdict: 'accepted', by: 'someone', reason: '', nowMs: NOW } as const
      expect(await store.decide(decision)).toBe('impossible')
      expect(await push(store, device, ops)).toMatchObject({ ack: 2 })
      expect(await heads(store, 'fin', 'grade')).toEqual(['major'])
    })

    it('END-147: a review is not written over by who sealed its minutes or knew of them', async () => {
      const { store, device, other } = await opened()
      await push(store, device, [
        review(device, 1, { number: 1, chair: 'Chủ tịch' }),
        review(device, 2, { minutes: 'min-1' }),
        review(device, 3, { chair: 'Phó chủ tịch' }),
        review(device, 4, { minutes: null }),
        review(device, 5, { conclusion: 'thêm' }),
        review(device, 6, { chair: 'Chủ tịch', ofLater: 1 }),
      ])
      await push(store, other, [
        // Made without a network, and sealed apart (MR-9): nobody there knew of the minutes.
        review(other, 1, { place: 'Hội trường' }),
        review(other, 2, { minutes: 'min-2' }),
        review(other, 3, { place: 'Phòng họp' }),
        review(other, 4, {}, { f: { minutes: [null, { [device.id]: 2 }] } }),
        review(other, 5, {}, { f: { minutes: ['min-1', { [device.id]: 2 }] } }),
      ])
      expect(await refusedOf(store, device)).toEqual([3, 4, 5].map((n) => [n, 'judged.review-sealed']))
      expect(await refusedOf(store, other)).toEqual([3, 4].map((n) => [n, 'judged.review-sealed']))
    })

    it('END-149: a plan is not taken away by who approved it, nor once it was sent or begun', async () => {
      const { store, device, other } = await opened()
      const again = await enrol(store)
      const at = (h: number) => ({ h: hlcAt(NOW) + h })
      await push(store, device, [
        ...['approved', 'returned', 'sent', 'begun', 'theirs', 'late'].map((id, i) =>
          plan(id)(device, i + 1, { from: 'x' }),
        ),
        plan('sent')(device, 7, { sentOn: '2026-11-20' }),
        plan('begun')(device, 8, { audit: 'aud' }),
        approval('a1')(device, 9, { of: 'approved', decision: 'approved' }),
        approval('a2')(device, 10, { of: 'returned', decision: 'returned', note: 'thiếu' }),
        approval('a3')(device, 11, { of: 'late', decision: 'approved' }, at(500)),
      ])
      await push(store, other, [approval('a4')(other, 1, { of: 'theirs', decision: 'approved' })])
      await push(store, device, [
        plan('approved')(device, 12, {}, removal([device, 1])),
        plan('returned')(device, 13, {}, removal([device, 2])),
        plan('theirs')(device, 14, {}, removal([device, 5])),
      ])
      await push(store, other, [
        plan('sent')(other, 2, {}, removal([device, 3], [device, 7])),
        plan('begun')(other, 3, {}, removal([device, 4], [device, 8])),
        // Written before it was known there that the plan was sent: it takes nothing away.
        plan('sent')(other, 4, {}, removal([device, 3])),
        plan('approved')(other, 5, {}, { ...removal([device, 1]), sv: 9 }),
      ])
      // By the stamps, the same person took it away before they approved it.
      await push(store, again, [plan('late')(again, 1, {}, { ...removal([device, 6]), ...at(400) })])
      expect(await refusedOf(store, device)).toEqual([[12, 'audit-plan.stays']])
      expect(await refusedOf(store, other)).toEqual([2, 3].map((n) => [n, 'audit-plan.stays']))
      expect(await refusedOf(store, again)).toEqual([])
    })

    it('END-149: nor by the same person from another device, nor by naming what is written later', async () => {
      const { store, device } = await opened()
      const again = await enrol(store)
      await push(store, device, [
        plan('pln')(device, 1, { from: 'x' }),
        approval('a1')(device, 2, { of: 'pln', decision: 'approved' }),
        plan('pln')(device, 3, {}, removal([device, 4])),
        plan('pln')(device, 4, { from: 'x' }),
      ])
      const later = { h: hlcAt(NOW) + 99 }
      await push(store, again, [plan('pln')(again, 1, {}, { ...removal([device, 1]), ...later })])
      expect(await refusedOf(store, device)).toEqual([[4, 'audit-plan.stays']])
      expect(await refusedOf(store, again)).toEqual([[1, 'audit-plan.stays']])
      const decision = { device: device.id, n: 4, verdict: 'accepted', by: 'someone', reason: '', nowMs: NOW } as const
      expect(await store.decide(decision)).toBe('decided')
    })

    it('END-149: a plan known to be sent or begun is not made one that was not, so that it could go then', async () => {
      const { store, device, other } = await opened()
      await push(store, device, [
        plan('pln')(device, 1, { from: 'x', sentOn: null }),
        plan('pln')(device, 2, { sentOn: '2026-11-20' }),
        plan('pln')(device, 3, { sentOn: null }),
        plan('other')(device, 4, { audit: 'aud' }),
        plan('other')(device, 5, { audit: null }),
        plan('pln')(device, 6, { sentOn: '2026-11-21' }),
      ])
      await push(store, other, [
        plan('pln')(other, 1, {}, { f: { sentOn: [null, { [device.id]: 6 }] } }),
        // Without having heard of it: it stands beside, and both have to be named by a removal.
        plan('pln')(other, 2, { sentOn: null }),
        plan('pln')(other, 3, {}, removal([device, 1], [device, 6], [other, 2])),
      ])
      expect(await refusedOf(store, device)).toEqual([3, 5].map((n) => [n, 'audit-plan.stays']))
      expect(await refusedOf(store, other)).toEqual([1, 3].map((n) => [n, 'audit-plan.stays']))
    })

    it('END-149: nor a finding of the auditors by who answered or graded it', async () => {
      const { store, device, other } = await opened()
      const draft = (e: string) => (n: number, f: Op['f']) => opOf(device, n, { s: AUDIT, k: 'finding', e, f })
      const answer = (by: Device, n: number, of: string, said: Said) =>
        opOf(by, n, { s: AUDIT, k: 'finding-response', e: `res-${of}`, f: writes({ ...step, of, ...said }) })
      const ids = ['answered', 'graded', 'silent', 'theirs']
      await push(store, device, [
        ...ids.map((e, i) => draft(e)(i + 1, writes({ grade: 'major' }))),
        answer(device, 5, 'answered', {}),
        answer(device, 6, 'graded', { grade: 'minor', words: 'đã xem lại' }),
      ])
      await push(store, other, [answer(other, 1, 'theirs', {})])
      await push(
        store,
        device,
        ids.map((e, i) => draft(e)(7 + i, removal([device, i + 1]).f)),
      )
      expect(await refusedOf(store, device)).toEqual([7, 8].map((n) => [n, 'finding.answered']))
    })

    it('END-148: a step says what its rules ask for; one of a later version is taken', async () => {
      const { store, device } = await opened()
      const lacking: readonly (readonly [string, Said])[] = [
        ['finding-response', { ...step, grade: 'minor', words: ' ' }],
        ['finding-response', { ...step, agrees: false }],
        ['finding-response', { ...step, name: '' }],
        ['approval', { of: 'pln', sha256: hash, decision: 'returned', note: '' }],
        ['declaration-event', { of: 'dec', type: 'withdrawn' }],
        ['signature', { of: 'rep', sha256: hash, name: 'A', post: '' }],
        ['signature', { of: 'rep', sha256: 'x', name: 'A', post: 'B' }],
      ]
      const taken: readonly (readonly [string, Said])[] = [
        ['finding-response', { ...step }],
        ['finding-response', { ...step, grade: 'of-later', words: 'x' }],
        ['approval', { of: 'pln', sha256: hash, decision: 'of-later' }],
        ['signature', { of: 'rep', sha256: hash, name: 'A', post: 'B', side: 'of-later' }],
      ]
      const ops = [...lacking, ...taken].map(([k, said], i) => about(k, `step-${i}`)(device, i + 1, said))
      const later = lacking.map(([k, said], i) => about(k, `lat-${i}`)(device, ops.length + i + 1, said, { sv: 2 }))
      await push(store, device, [...ops, ...later])
      expect(await refusedOf(store, device)).toEqual(lacking.map((_one, i) => [i + 1, 'judged.incomplete']))
    })
  })
}
