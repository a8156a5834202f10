import { afterEach, describe, expect, it } from 'vitest'
import { COMMUNE_SELF_ASSESSMENT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { instrumentKey } from '#domain/questionnaire/instrument.ts'
import { earlierVersions } from '#domain/questionnaire/instrument-versions.ts'
import { movedRound } from '#domain/self-assessment/moved-round.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { BANK_2, carryBankVersion2, withdrawInstrument } from '#support/questionnaire/bank-version-2.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { aClock, aPhoto, aStore, anIdentity, codeOf, UNIT, valueOf } from '#support/store/test-store.ts'

const [self, pub] = [`${UNIT}/self`, `${UNIT}/pub`]
const undo: (() => void)[] = []
afterEach(() => {
  for (const one of undo.splice(0).reverse()) one()
})

const start = ({ assessments }: OpenedPersonStore) =>
  assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015').then(valueOf)

const give = async ({ assessments }: OpenedPersonStore, id: string, question: string, score: 0 | 1 | 2 | 3) =>
  valueOf(await assessments.saveAnswer(id, question, { score }))

async function roundOf({ assessments }: OpenedPersonStore, id: string) {
  const round = await assessments.get(id)
  if (round === null) throw new Error('no round')
  return round
}

async function toldOf(store: OpenedPersonStore, id: string) {
  const round = await roundOf(store, id)
  const [to, earlier] = [await loadInstrument(round.instrument), await earlierVersions(round.instrument)]
  if (to === undefined) throw new Error('no instrument')
  return movedRound(round.answers, to, { earlier, at: round.moved?.at ?? 0 })
}

describe('a corrected version of the questions while a round is open', () => {
  it('SA-24: keeps what fits, sets aside what is no longer asked, also what another device answered meanwhile', async () => {
    const relay = new MemoryRelay()
    const one = await aStore({ storeId: 'move-1', identity: anIdentity('a1', 'acc-secretary') })
    const two = await aStore({ storeId: 'move-2', identity: anIdentity('b2', 'acc-chairman') })
    const sync = async () => {
      for (const store of [one, two, one]) await syncAll(store.sync, relay, [self, pub])
    }
    const id = await start(one)
    await give(one, id, 'Q4.2', 3)
    await give(one, id, 'Q4.3', 2)
    await sync()
    undo.push(carryBankVersion2())
    // Offline, one moves the round while the other goes on in version 1.
    valueOf(await one.assessments.move(id, BANK_2))
    valueOf(await two.assessments.saveAnswer(id, 'Q4.1', { score: 1, note: 'Có bảng phân tích năm trước' }))
    await give(two, id, 'Q4.4', 2)
    await sync()
    for (const store of [one, two]) {
      const round = await roundOf(store, id)
      expect([round.instrument, round.moved?.from]).toEqual([BANK_2, COMMUNE_SELF_ASSESSMENT])
      const scores = ['Q4.2', 'Q4.3', 'Q4.4'].map((question) => round.answers[question]?.score)
      expect(scores).toEqual([3, 2, 2])
      const { aside } = await toldOf(store, id)
      expect(aside).toMatchObject([{ question: 'Q4.1', answer: { score: 1, note: 'Có bảng phân tích năm trước' } }])
      expect(aside[0]?.text.vi).toContain('các vấn đề bên trong và bên ngoài')
      expect(await store.syncCentre.conflicts()).toEqual([])
    }
  })

  it('SA-25: names an answer given to other words until it is given again', async () => {
    const clock = aClock()
    const store = await aStore({ clock })
    const id = await start(store)
    await give(store, id, 'Q4.2', 3)
    undo.push(carryBankVersion2())
    valueOf(await store.assessments.move(id, BANK_2))
    expect((await toldOf(store, id)).lookAgain).toEqual(['Q4.2'])
    clock.at += 60_000
    await give(store, id, 'Q4.2', 2)
    expect((await toldOf(store, id)).lookAgain).toEqual([])
  })

  it('SA-24: what is handed in is what the new version asks, nothing of what was set aside; then nothing moves', async () => {
    const store = await aStore()
    const id = await start(store)
    await give(store, id, 'Q4.1', 1)
    valueOf(await store.evidence.add({ feed: self, of: `ans.${id}.Q4.1`, caption: '', photo: aPhoto('aside') }))
    undo.push(carryBankVersion2())
    valueOf(await store.assessments.move(id, BANK_2))
    const asked = (await loadInstrument(BANK_2))!.questions.map((question) => question.id)
    for (const question of asked) await give(store, id, question, 2)
    valueOf(await store.assessments.submit(id))
    const [sealed] = await store.assessments.submissions(UNIT)
    expect([sealed?.content.instrument, sealed?.content.evidence]).toEqual([BANK_2, []])
    expect(sealed?.content.answers.map(({ questionId }) => questionId)).toEqual(asked)
    expect((await roundOf(store, id)).answers['Q4.1']?.evidence).toHaveLength(1)
    expect(codeOf(await store.assessments.move(id, COMMUNE_SELF_ASSESSMENT))).toBe('assessment.submitted')
  })

  it('QST-8: a round whose version was withdrawn is finished and handed in under it', async () => {
    const store = await aStore()
    const id = await start(store)
    undo.push(withdrawInstrument(COMMUNE_SELF_ASSESSMENT))
    const bank = (await loadInstrument((await roundOf(store, id)).instrument))!
    for (const question of bank.questions) await give(store, id, question.id, 2)
    valueOf(await store.assessments.submit(id))
    expect((await store.assessments.submissions(UNIT))[0]?.content.instrument).toBe(instrumentKey(bank))
  })
})

describe('one round, several people offline', () => {
  it('SA-23: answers merge question by question; of two to one question both are kept until somebody chooses', async () => {
    const relay = new MemoryRelay()
    const one = await aStore({ storeId: 'merge-1', identity: anIdentity('a1', 'acc-secretary') })
    const two = await aStore({ storeId: 'merge-2', identity: anIdentity('b2', 'acc-chairman') })
    const sync = async () => {
      for (const store of [one, two, one]) await syncAll(store.sync, relay, [self, pub])
    }
    const id = await start(one)
    await sync()
    await give(one, id, 'Q4.1', 1)
    await give(two, id, 'Q4.2', 2)
    await give(one, id, 'Q4.3', 1)
    await give(two, id, 'Q4.3', 3)
    await sync()
    for (const store of [one, two]) {
      const { answers } = await roundOf(store, id)
      expect([answers['Q4.1']?.score, answers['Q4.2']?.score]).toEqual([1, 2])
      expect(Object.values(answers).filter(({ hasConflict }) => hasConflict)).toMatchObject([{ questionId: 'Q4.3' }])
    }
    const bank = (await loadInstrument(COMMUNE_SELF_ASSESSMENT))!
    for (const question of bank.questions.slice(3)) await give(one, id, question.id, 2)
    // SA-27: handed in it would be a choice that nobody made.
    expect(await one.assessments.submit(id)).toMatchObject({
      error: { code: 'assessment.disputed', params: { count: 1 } },
    })
    const [conflict] = await one.syncCentre.conflicts()
    expect(conflict?.heads.map(({ value }) => value).sort()).toEqual([1, 3])
    valueOf(await one.syncCentre.resolve(conflict!, 3))
    await sync()
    expect((await roundOf(two, id)).answers['Q4.3']).toMatchObject({ score: 3, hasConflict: false })
    expect(await two.syncCentre.conflicts()).toEqual([])
  })
})
