import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { COMMUNE_SELF_ASSESSMENT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { submissionBytes } from '#domain/self-assessment/submission.ts'
import { receive } from '#support/store/receive.ts'
import { aStore, codeOf, NOW, sha256, UNIT, valueOf } from '#support/store/test-store.ts'

const questions = ((await loadInstrument(COMMUNE_SELF_ASSESSMENT))?.questions ?? []).map(({ id }) => id)
const PUB = `${UNIT}/pub`

async function submitted(): Promise<{ store: OpenedPersonStore; round: string; submission: string }> {
  const store = await aStore()
  const round = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
  for (const question of questions) valueOf(await store.assessments.saveAnswer(round, question, { score: 2 }))
  valueOf(await store.assessments.submit(round))
  return { store, round, submission: await latestOf(store) }
}

const latestOf = async (store: OpenedPersonStore): Promise<string> =>
  (await store.assessments.submissions(UNIT))[0]?.id ?? ''

const agreed = Object.fromEntries(questions.map((id) => [id, { level: 2 as const, reason: '' }]))

describe('verification on the device', () => {
  it('SA-10: another level without a reason is refused whole, and nothing of the gesture is written', async () => {
    const { store, submission } = await submitted()
    const found = { ...agreed, 'Q4.1': { level: 1 as const, reason: '' } }
    expect(codeOf(await store.reviews.verify(UNIT, submission, found))).toBe('verification.reason-missing')
    expect(await store.reviews.of(UNIT, submission)).toMatchObject({ state: 'submitted', verifications: {} })
  })

  it('SA-11: question by question, then closed; nothing is verified after that', async () => {
    const { store, submission } = await submitted()
    const { 'Q4.1': _first, ...rest } = agreed
    valueOf(await store.reviews.verify(UNIT, submission, rest))
    expect(codeOf(await store.reviews.decide(UNIT, submission, 'closed', ''))).toBe('verification.incomplete')
    valueOf(await store.reviews.verify(UNIT, submission, { 'Q4.1': { level: 0, reason: 'Chưa có bảng bối cảnh' } }))
    valueOf(await store.reviews.decide(UNIT, submission, 'closed', ''))
    const view = await store.reviews.of(UNIT, submission)
    expect(view).toMatchObject({ state: 'closed', revision: 1, decision: { decision: 'closed', by: 'acc-secretary' } })
    expect(view?.verifications['Q4.1']).toMatchObject({ level: 0, reason: 'Chưa có bảng bối cảnh', hasConflict: false })
    expect(codeOf(await store.reviews.verify(UNIT, submission, agreed))).toBe('verification.not-open')
  })

  it('merges what two people found question by question, and shows where they differ', async () => {
    const { store, submission } = await submitted()
    valueOf(await store.reviews.verify(UNIT, submission, { 'Q4.1': { level: 1, reason: 'Thiếu' } }))
    const fields = { unit: UNIT, submission, level: 0, reason: 'Không có' }
    for (const question of ['Q4.1', 'Q4.2'])
      await receive(store, {
        feed: PUB,
        kind: 'verification',
        entity: `ver.${submission}.${question}`,
        fields: { ...fields, question },
        at: NOW + 5000,
      })
    const view = await store.reviews.of(UNIT, submission)
    expect(view?.verifications['Q4.1']?.hasConflict).toBe(true)
    expect(view?.verifications['Q4.2']).toMatchObject({ level: 0, by: 'acc-colleague', hasConflict: false })
  })
})

describe('closing a verification on the device', () => {
  const about = (submission: string, question: string, level: number) => ({
    feed: PUB,
    kind: 'verification' as const,
    entity: `ver.${submission}.${question}`,
    fields: { unit: UNIT, submission, question, level, reason: 'Không có' },
    at: NOW + 5000,
  })

  it('SA-28: a finding about a question nobody asked is refused here, and closes nothing where it came from elsewhere', async () => {
    const { store, submission } = await submitted()
    const { 'Q4.1': first, ...rest } = agreed
    const madeUp = { Q99: { level: 2 as const, reason: '' } }
    expect(codeOf(await store.reviews.verify(UNIT, submission, { ...rest, ...madeUp }))).toBe(
      'verification.no-question',
    )
    expect(await store.reviews.of(UNIT, submission)).toMatchObject({ state: 'submitted', verifications: {} })
    await receive(store, about(submission, 'Q99', 2))
    expect(await store.reviews.of(UNIT, submission)).toMatchObject({ state: 'submitted' })
    valueOf(await store.reviews.verify(UNIT, submission, rest))
    expect(codeOf(await store.reviews.decide(UNIT, submission, 'closed', ''))).toBe('verification.incomplete')
    valueOf(await store.reviews.verify(UNIT, submission, { 'Q4.1': first! }))
    valueOf(await store.reviews.decide(UNIT, submission, 'closed', ''))
  })

  it('SA-29: two different findings about one question are chosen between before anything is closed', async () => {
    const { store, submission } = await submitted()
    valueOf(await store.reviews.verify(UNIT, submission, agreed))
    await receive(store, about(submission, 'Q4.1', 0))
    expect(codeOf(await store.reviews.decide(UNIT, submission, 'closed', ''))).toBe('verification.disputed')
    valueOf(await store.reviews.verify(UNIT, submission, { 'Q4.1': { level: 1, reason: 'Thiếu' } }))
    valueOf(await store.reviews.decide(UNIT, submission, 'closed', ''))
  })
})

describe('a correction on the device', () => {
  it('SA-13: only what was sent back is opened, and the first revision stays byte-identical beside the second', async () => {
    const { store, round, submission } = await submitted()
    const [before] = await store.assessments.submissions(UNIT)
    expect(codeOf(await store.reviews.startRevision(round))).toBe('assessment.not-reopened')
    valueOf(await store.reviews.decide(UNIT, submission, 'reopened', 'Câu 4.1 chấm nhầm'))
    expect(codeOf(await store.assessments.saveAnswer(round, 'Q4.1', { score: 1 }))).toBe('assessment.submitted')
    valueOf(await store.reviews.startRevision(round))
    valueOf(await store.assessments.saveAnswer(round, 'Q4.1', { score: 1 }))
    valueOf(await store.assessments.submit(round))
    const [second, first] = await store.assessments.submissions(UNIT)
    expect(second?.content).toMatchObject({ revision: 2, corrects: submission, round: '2026-1' })
    expect(second?.content.answers[0]).toMatchObject({ questionId: 'Q4.1', score: 1 })
    expect(first).toEqual({ ...before })
    expect(sha256(submissionBytes(first!.content))).toBe(first?.sha256)
    expect(sha256(submissionBytes(second!.content))).toBe(second?.sha256)
  })

  it('SA-12: the earlier one is superseded, and the new one waits to be verified', async () => {
    const { store, round, submission } = await submitted()
    valueOf(await store.reviews.decide(UNIT, submission, 'reopened', 'Sửa lại'))
    valueOf(await store.reviews.startRevision(round))
    valueOf(await store.reviews.startRevision(round))
    valueOf(await store.assessments.submit(round))
    const view = await store.reviews.of(UNIT, await latestOf(store))
    expect(view).toMatchObject({ state: 'submitted', revision: 2, decision: null })
    expect(view?.revisions.map(({ revision, state }) => [revision, state])).toEqual([
      [2, 'submitted'],
      [1, 'superseded'],
    ])
    expect(codeOf(await store.reviews.verify(UNIT, submission, agreed))).toBe('verification.not-open')
  })

  it('HON-5: a hasty pace is sealed along, a calm one is not', async () => {
    const { store } = await submitted()
    const [hasty] = await store.assessments.submissions(UNIT)
    expect(hasty?.content.pace).toEqual({ answers: 52, ms: 0 })
    const clock = { at: NOW, now: () => (clock.at += 30_000) }
    const calm = await aStore({ clock })
    const round = valueOf(await calm.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    for (const question of questions) valueOf(await calm.assessments.saveAnswer(round, question, { score: 2 }))
    valueOf(await calm.assessments.submit(round))
    expect((await calm.assessments.submissions(UNIT))[0]?.content.pace).toBeUndefined()
  })
})

describe('improvement actions on the device', () => {
  const until = writtenDate('30/11/2026')

  it('IMP-1, IMP-5: are written with what they hang on, the most urgent first', async () => {
    const { store, submission } = await submitted()
    const action = { unit: UNIT, of: submission, question: 'Q4.1', what: 'Lập bảng', who: 'Thư ký ISO', until }
    expect(codeOf(await store.reviews.addAction({ ...action, who: ' ' }))).toBe('action.who-missing')
    const late = valueOf(await store.reviews.addAction(action))
    const soon = valueOf(await store.reviews.addAction({ ...action, until: writtenDate('22/11/2026') }))
    expect((await store.reviews.actions([UNIT])).map(({ id }) => id)).toEqual([soon, late])
    valueOf(await store.reviews.changeAction(UNIT, late, { ...action, until: writtenDate('01/11/2026') }))
    expect((await store.reviews.actions([UNIT])).map(({ id }) => id)).toEqual([late, soon])
    expect((await store.reviews.actions([UNIT]))[0]).toMatchObject({ state: 'open', question: 'Q4.1', of: submission })
  })

  it('IMP-2, IMP-3: are done with words, and opened again', async () => {
    const { store, submission } = await submitted()
    const action = { unit: UNIT, of: submission, question: 'Q4.1', what: 'Lập bảng', who: 'Thư ký ISO', until }
    const id = valueOf(await store.reviews.addAction(action))
    expect(codeOf(await store.reviews.moveAction(UNIT, id, 'done', ''))).toBe('action.outcome-missing')
    valueOf(await store.reviews.moveAction(UNIT, id, 'done', 'Đã ban hành'))
    expect(codeOf(await store.reviews.moveAction(UNIT, id, 'cancelled', 'x'))).toBe('action.not-possible')
    expect((await store.reviews.actions([UNIT]))[0]).toMatchObject({ state: 'done', outcome: 'Đã ban hành' })
    valueOf(await store.reviews.moveAction(UNIT, id, 'open', ''))
    expect((await store.reviews.actions([UNIT]))[0]?.state).toBe('open')
  })
})

describe('the distribution of communes', () => {
  it('SA-19: one commune alone is shared with nobody; what came is read', async () => {
    const { store } = await submitted()
    expect(await store.reviews.distribution(COMMUNE_SELF_ASSESSMENT)).toBeNull()
    valueOf(await store.reviews.shareDistribution(COMMUNE_SELF_ASSESSMENT, [UNIT]))
    expect(await store.reviews.distribution(COMMUNE_SELF_ASSESSMENT)).toEqual({
      instrument: COMMUNE_SELF_ASSESSMENT,
      on: '2026-11-21',
      parts: {},
    })
  })
})
