import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { reviewInputs } from '#domain/management-review/review-input.ts'
import { receive, receivePlan } from '#support/store/receive.ts'
import { aPlan, aStore, codeOf, NOW, sha256, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const PUB = `${UNIT}/pub`
const head = { place: 'Phòng họp', chair: 'Chủ tịch UBND xã', secretary: 'Thư ký ISO' }
const until = writtenDate('31/12/2026')

const started = async (store: OpenedPersonStore): Promise<string> =>
  valueOf(await store.managementReviews.start(UNIT, TODAY, head))

async function filled(store: OpenedPersonStore): Promise<string> {
  const id = await started(store)
  const { managementReviews } = store
  for (const { id: input } of reviewInputs)
    valueOf(await managementReviews.saveInput(UNIT, id, { input, text: 'Không thay đổi', gatheredAt: null }))
  const chair = { name: 'Người A', post: 'Chủ tịch', side: 'chair', isPresent: true } as const
  valueOf(await managementReviews.saveAttendee(UNIT, id, chair))
  valueOf(await managementReviews.saveAttendee(UNIT, id, { ...chair, name: 'Người B', side: 'member' }))
  return id
}

const decide = async (store: OpenedPersonStore, of: string, question = 'resource'): Promise<string> =>
  valueOf(await store.reviews.addAction({ unit: UNIT, of, question, what: 'Mua máy quét', who: 'Văn phòng', until }))

describe('a review of the leaders on the device', () => {
  it('PIL-12: proves its deliverable of G8 once its minutes are sealed, not before', async () => {
    const store = await aStore()
    await receivePlan(store, aPlan())
    const id = await filled(store)
    const deliverables = [{ deliverable: 'g8-minutes', evidenceId: id, attestation: '' }]
    const declare = () => store.pilot.declare({ unitId: UNIT, stage: 'G8', on: TODAY, note: '', deliverables })
    expect(codeOf(await declare())).toBe('stage.deliverable-missing')
    valueOf(await store.managementReviews.save(UNIT, id, { hasNoDecision: true }))
    valueOf(await store.managementReviews.seal(UNIT, id))
    valueOf(await declare())
  })

  it('MR-4: is refused with what is missing, and what was written stays', async () => {
    const store = await aStore()
    const id = await started(store)
    expect(codeOf(await store.managementReviews.seal(UNIT, id))).toBe('management-review.attendance-missing')
    const filledId = await filled(store)
    expect(codeOf(await store.managementReviews.seal(UNIT, filledId))).toBe('management-review.decision-missing')
    valueOf(await store.managementReviews.save(UNIT, filledId, { hasNoDecision: true }))
    valueOf(await store.managementReviews.seal(UNIT, filledId))
    const list = await store.managementReviews.list([UNIT])
    expect(list.map(({ number, isSealed }) => [number, isSealed])).toEqual([
      [2, true],
      [1, false],
    ])
  })

  it('MR-6, MR-8: the minutes fit their hash, with the decisions as they were taken', async () => {
    const store = await aStore()
    const id = await filled(store)
    const kept = await decide(store, id)
    const dropped = await decide(store, id, 'change')
    valueOf(await store.reviews.moveAction(UNIT, dropped, 'cancelled', 'Ghi nhầm'))
    valueOf(await store.managementReviews.seal(UNIT, id))
    valueOf(await store.managementReviews.seal(UNIT, id))
    const view = await store.managementReviews.get(UNIT, id)
    expect(view?.minutes).toHaveLength(1)
    const [minutes] = view!.minutes
    expect(minutes!.content.decisions.map((one) => [one.id, one.category])).toEqual([[kept, 'resource']])
    expect(sha256(utf8Bytes(canonicalJson(minutes!.content)))).toBe(minutes!.sha256)
  })

  it('MR-7: once sealed nothing of it changes, and its decisions are still followed', async () => {
    const store = await aStore()
    const id = await filled(store)
    const action = await decide(store, id)
    valueOf(await store.managementReviews.seal(UNIT, id))
    const { managementReviews } = store
    const before = await managementReviews.get(UNIT, id)
    const attendee = before!.attendance[0]!
    const refusals = [
      await managementReviews.save(UNIT, id, { conclusion: 'Thêm' }),
      await managementReviews.saveInput(UNIT, id, { input: 'risks', text: 'Thêm', gatheredAt: null }),
      await managementReviews.saveAttendee(UNIT, id, attendee),
      await managementReviews.removeAttendee(UNIT, id, attendee.id),
    ]
    expect(refusals.map(codeOf)).toEqual(Array(4).fill('management-review.sealed'))
    valueOf(await store.reviews.moveAction(UNIT, action, 'done', 'Đã mua'))
    expect((await managementReviews.get(UNIT, id))?.decisions[0]).toMatchObject({ state: 'done' })
    expect((await managementReviews.get(UNIT, id))?.minutes).toEqual(before!.minutes)
  })

  it('MR-9: sealed twice apart, both minutes stay, the first sealed first', async () => {
    const store = await aStore()
    const id = await filled(store)
    valueOf(await store.managementReviews.save(UNIT, id, { hasNoDecision: true }))
    valueOf(await store.managementReviews.seal(UNIT, id))
    const content = { ...(await store.managementReviews.get(UNIT, id))!.minutes[0]!.content, conclusion: 'Bản khác' }
    const fields = { unit: UNIT, review: id, content, sha256: 'x' } as never
    await receive(store, { feed: PUB, kind: 'review-minutes', entity: 'min-other', fields, at: NOW - 5000 })
    const { minutes } = (await store.managementReviews.get(UNIT, id))!
    expect(minutes.map(({ content: { conclusion } }) => conclusion)).toEqual(['Bản khác', ''])
  })

  it('MR-3: the moment of gathering stays with what was taken over', async () => {
    const store = await aStore()
    const id = await started(store)
    valueOf(
      await store.managementReviews.saveInput(UNIT, id, { input: 'audits', text: 'Đã đánh giá', gatheredAt: NOW }),
    )
    expect((await store.managementReviews.get(UNIT, id))?.inputs).toEqual([
      { input: 'audits', text: 'Đã đánh giá', gatheredAt: NOW },
    ])
  })

  it('MR-2: earlier decisions are those of other reviews; actions of a self-assessment are none', async () => {
    const store = await aStore()
    const [first, second] = [await started(store), await started(store)]
    await decide(store, first)
    await decide(store, second)
    await decide(store, 'sub-1', 'Q4.1')
    const facts = await store.managementReviews.facts(UNIT, second)
    expect([facts.earlierDecisions.length, facts.improvements.length]).toEqual([1, 1])
    expect(facts).toMatchObject({ audits: [], rounds: [], pilot: null, requests: { open: 0 } })
  })

  it('refuses a day no calendar has, and somebody without a name', async () => {
    const store = await aStore()
    const id = await started(store)
    const nobody = { name: ' ', post: 'Chủ tịch', side: 'chair', isPresent: true } as const
    expect(codeOf(await store.managementReviews.save(UNIT, id, { on: '2026-02-31' as LocalDate }))).toBe(
      'date.unreadable',
    )
    expect(codeOf(await store.managementReviews.saveAttendee(UNIT, id, nobody))).toBe('management-review.name-missing')
  })
})
