import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { COMMUNE_SELF_ASSESSMENT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { Score } from '#domain/self-assessment/answer.ts'
import { submissionBytes } from '#domain/self-assessment/submission.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { receive } from '#support/store/receive.ts'
import { aFactory, aPhoto, aStore, codeOf, NOW, sha256, UNIT, valueOf } from '#support/store/test-store.ts'

const questions = ((await loadInstrument(COMMUNE_SELF_ASSESSMENT))?.questions ?? []).map(({ id }) => id)
const [Q1 = '', Q2 = ''] = questions
const start = async (store: OpenedPersonStore) =>
  valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))

async function answerAll(store: OpenedPersonStore, id: string, score: 0 | 1 | 2 | 3 = 2): Promise<void> {
  for (const question of questions) valueOf(await store.assessments.saveAnswer(id, question, { score }))
}

/** Somebody else's device answered Q1 before it heard of the submission. */
async function receiveScore(store: OpenedPersonStore, id: string, score: 0 | 1 | 2 | 3): Promise<void> {
  const { lastN } = await store.syncCentre.status()
  const place = { feed: `${UNIT}/self`, kind: 'answer', entity: `ans.${id}.${Q1}` }
  await receive(store, { ...place, fields: { score }, at: NOW + 1000, seen: { a1: lastN } })
}

describe('self-assessments', () => {
  it('opens rounds one after the other within a year', async () => {
    const store = await aStore()
    expect([await start(store), await start(store)]).toEqual([`asm.${UNIT}.2026-1`, `asm.${UNIT}.2026-2`])
    expect((await store.assessments.list(UNIT)).map(({ round }) => round)).toEqual(['2026-2', '2026-1'])
  })

  it('saves an answer field by field and counts completeness', async () => {
    const store = await aStore()
    const id = await start(store)
    valueOf(await store.assessments.saveAnswer(id, Q1, { score: 2 }))
    valueOf(await store.assessments.saveAnswer(id, Q1, { note: 'có sổ theo dõi' }))
    valueOf(await store.assessments.saveAnswer(id, Q2, { note: 'chưa chấm điểm' }))
    const view = await store.assessments.get(id)
    expect(view).toMatchObject({ answered: 1, total: 52, submittedAt: null, edition: '2015', location: 'on-device' })
    expect(view?.answers[Q1]).toMatchObject({
      score: 2,
      note: 'có sổ theo dõi',
      reason: '',
      changedBy: 'acc-secretary',
    })
    expect((await store.assessments.question(id, Q1))?.answer).toMatchObject({ score: 2, note: 'có sổ theo dõi' })
    expect(await store.assessments.question(id, 'nobody')).toMatchObject({ answer: null, previousScore: null })
  })

  it('refuses "not applicable" without a reason and keeps what was there', async () => {
    const store = await aStore()
    const id = await start(store)
    valueOf(await store.assessments.saveAnswer(id, Q1, { score: 1 }))
    expect(codeOf(await store.assessments.saveAnswer(id, Q1, { score: 'na' }))).toBe('answer.reason-missing')
    expect((await store.assessments.get(id))?.answers[Q1]?.score).toBe(1)
    valueOf(await store.assessments.saveAnswer(id, Q1, { score: 'na', reason: 'xã không có' }))
    expect((await store.assessments.get(id))?.answers[Q1]).toMatchObject({ score: 'na', reason: 'xã không có' })
  })

  it.each([7, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '2', 'nah'])(
    'SA-30: the score %s is refused by its code, and what was there stays',
    async (wrong) => {
      const store = await aStore()
      const id = await start(store)
      valueOf(await store.assessments.saveAnswer(id, Q1, { score: 2 }))
      expect(codeOf(await store.assessments.saveAnswer(id, Q1, { score: wrong as Score }))).toBe('answer.no-score')
      expect((await store.assessments.get(id))?.answers[Q1]?.score).toBe(2)
    },
  )

  it('puts completeness and nothing else of a draft into the shared feed (D4)', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB })
    const id = await start(store)
    valueOf(await store.assessments.saveAnswer(id, Q1, { score: 0, note: 'điểm yếu' }))
    const shared = (await rawRows(indexedDB)).ent?.filter(({ feed }) => feed === `${UNIT}/pub`) ?? []
    expect(shared.map(({ kind }) => kind)).toEqual(['assessment-progress'])
    expect(JSON.stringify(shared)).not.toContain('điểm yếu')
  })

  it('says how many answers are missing and submits nothing', async () => {
    const store = await aStore()
    const id = await start(store)
    valueOf(await store.assessments.saveAnswer(id, Q1, { score: 3 }))
    expect(await store.assessments.submit(id)).toEqual({
      ok: false,
      error: { code: 'assessment.incomplete', params: { missing: 51 } },
    })
    expect(await store.assessments.submissions(UNIT)).toEqual([])
    expect(codeOf(await store.assessments.submit('asm.nowhere.2026-1'))).toBe('assessment.not-found')
  })

  it('seals a submission whose hash anybody can compute again, with its photos in the shared feed', async () => {
    const store = await aStore()
    const id = await start(store)
    await answerAll(store, id)
    const photo = aPhoto('proof')
    const of = `ans.${id}.${Q1}`
    valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of, caption: 'ảnh sổ', photo }))
    valueOf(await store.assessments.submit(id))
    const [submission] = await store.assessments.submissions(UNIT)
    expect(submission?.content.answers).toHaveLength(52)
    expect(submission?.content.evidence).toMatchObject([{ questionId: Q1, sha256: photo.sha256, caption: 'ảnh sổ' }])
    expect(submission?.sha256).toBe(sha256(submissionBytes(submission!.content)))
    expect(submission?.evidence).toMatchObject([{ of, sha256: photo.sha256 }])
    expect(await store.evidence.listOf(`${UNIT}/pub`, of)).toHaveLength(1)
    expect((await store.assessments.list(UNIT))[0]?.submittedAt).not.toBeNull()
  })

  it('leaves out a photo that was taken away again', async () => {
    const store = await aStore()
    const id = await start(store)
    await answerAll(store, id)
    const self = `${UNIT}/self`
    const of = `ans.${id}.${Q1}`
    const wrong = valueOf(await store.evidence.add({ feed: self, of, caption: '', photo: aPhoto('wrong') }))
    const right = valueOf(await store.evidence.add({ feed: self, of, caption: '', photo: aPhoto('right') }))
    valueOf(await store.evidence.remove(self, wrong.id))
    valueOf(await store.evidence.describe(self, right.id, { caption: 'đúng' }))
    expect(await store.evidence.listOf(self, of)).toMatchObject([{ id: right.id, caption: 'đúng' }])
    valueOf(await store.assessments.submit(id))
    expect((await store.assessments.submissions(UNIT))[0]?.content.evidence).toMatchObject([{ caption: 'đúng' }])
  })

  it('submits once, however often the button is pressed', async () => {
    const store = await aStore()
    const id = await start(store)
    await answerAll(store, id)
    const receipts = await Promise.all([store.assessments.submit(id), store.assessments.submit(id)])
    expect(receipts.every(({ ok }) => ok)).toBe(true)
    expect(await store.assessments.submissions(UNIT)).toHaveLength(1)
  })

  it('seals what stands in the store when it is sealed, also when an answer changes meanwhile', async () => {
    let meanwhile: () => Promise<unknown> = async () => undefined
    const hasher = {
      sha256: async (bytes: Uint8Array) => {
        await meanwhile()
        return sha256(bytes)
      },
    }
    const store = await aStore({ hasher })
    const id = await start(store)
    await answerAll(store, id)
    let times = 0
    meanwhile = async () => {
      times += 1
      if (times === 1) valueOf(await store.assessments.saveAnswer(id, Q1, { score: 0, note: 'sửa lúc nộp' }))
    }
    valueOf(await store.assessments.submit(id))
    const [submission] = await store.assessments.submissions(UNIT)
    expect(times).toBe(2)
    expect(submission?.content.answers.find(({ questionId }) => questionId === Q1)?.note).toBe('sửa lúc nộp')
    expect(submission?.sha256).toBe(sha256(submissionBytes(submission!.content)))
  })

  it('SA-9: takes no answer into a round that was submitted', async () => {
    const store = await aStore()
    const id = await start(store)
    await answerAll(store, id)
    valueOf(await store.assessments.submit(id))
    const sent = await store.syncCentre.unsentOps()
    expect(codeOf(await store.assessments.saveAnswer(id, Q1, { score: 3 }))).toBe('assessment.submitted')
    expect((await store.assessments.get(id))?.answers[Q1]?.score).toBe(2)
    expect(await store.syncCentre.unsentOps()).toEqual(sent)
  })

  it('shows the scores of the round before, as submitted', async () => {
    const store = await aStore()
    const first = await start(store)
    await answerAll(store, first, 1)
    valueOf(await store.assessments.submit(first))
    await receiveScore(store, first, 3)
    expect((await store.assessments.get(first))?.answers[Q1]?.score).toBe(3)
    const second = await start(store)
    expect((await store.assessments.get(second))?.previousScores[Q1]).toBe(1)
    expect((await store.assessments.question(second, Q2))?.previousScore).toBe(1)
  })

  it('shows the scores of the round before from its draft where it was never submitted', async () => {
    const store = await aStore()
    const first = await start(store)
    valueOf(await store.assessments.saveAnswer(first, Q1, { score: 3 }))
    const second = await start(store)
    expect((await store.assessments.get(second))?.previousScores).toEqual({ [Q1]: 3 })
    expect((await store.assessments.question(second, Q1))?.previousScore).toBe(3)
  })
})
