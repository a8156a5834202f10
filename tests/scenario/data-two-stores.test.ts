import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { aFactory, aPhoto, aStore, anIdentity, nodeHasher, UNIT, valueOf } from '#support/store/test-store.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'

const self = `${UNIT}/self`
const pub = `${UNIT}/pub`
const questions = ((await loadInstrument(COMMUNE_SELF_ASSESSMENT))?.questions ?? []).map(({ id }) => id)

async function aDevice(replica: string, account: string) {
  const indexedDB = aFactory()
  const store = await aStore({ indexedDB, identity: anIdentity(replica, account) })
  /** Registers of every entity, whatever else the rows know about their way. */
  const registers = async () =>
    ((await rawRows(indexedDB)).ent ?? []).map(({ feed, e, kind, p, box }) => ({ feed, e, kind, p, box }))
  return { store, registers }
}

const answer = async (store: OpenedPersonStore, id: string, question: string, score: 0 | 1 | 2 | 3, note: string) =>
  valueOf(await store.assessments.saveAnswer(id, question, { score, note }))

describe('two people of a commune, weeks without a network', () => {
  it('end with equal records once both have been in touch, both sides of a disagreement kept', async () => {
    const relay = new MemoryRelay()
    const [one, two] = [await aDevice('a1', 'acc-secretary'), await aDevice('b2', 'acc-chairman')]
    const id = valueOf(await one.store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    await syncAll(one.store.sync, relay, [self, pub])
    await syncAll(two.store.sync, relay, [self, pub])
    for (const [i, question] of questions.slice(0, 8).entries()) {
      await answer(i % 2 === 0 ? one.store : two.store, id, question, 2, `ghi chú ${i}`)
    }
    await answer(one.store, id, questions[9] ?? '', 3, 'tốt')
    await answer(two.store, id, questions[9] ?? '', 1, 'chưa')
    await answer(two.store, id, questions[11] ?? '', 2, 'một câu nhiều hơn')
    for (const { store } of [one, two, one]) await syncAll(store.sync, relay, [self, pub])
    expect(await one.registers()).toEqual(await two.registers())
    expect(await one.store.syncCentre.status()).toMatchObject({ pendingChanges: 0, conflicts: 1 })
    const conflicts = await two.store.syncCentre.conflicts()
    expect(conflicts.map(({ field }) => field).sort()).toEqual(['note', 'score'])
    const score = conflicts.find(({ field }) => field === 'score')!
    expect(score.heads.map(({ value, author }) => [value, author])).toEqual(
      expect.arrayContaining([
        [3, 'acc-secretary'],
        [1, 'acc-chairman'],
      ]),
    )
  })

  it('settle a conflict by a write that saw both sides, and one that arrived meanwhile stays (CHG-8)', async () => {
    const relay = new MemoryRelay()
    const [one, two, three] = [await aDevice('a1', 'acc-1'), await aDevice('b2', 'acc-2'), await aDevice('c3', 'acc-3')]
    const id = valueOf(await one.store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    await syncAll(one.store.sync, relay, [self, pub])
    for (const { store } of [two, three]) await syncAll(store.sync, relay, [self, pub])
    const question = questions[0] ?? ''
    for (const [i, { store }] of [one, two, three].entries()) {
      valueOf(await store.assessments.saveAnswer(id, question, { score: i as 0 | 1 | 2 }))
    }
    for (const { store } of [one, two]) await syncAll(store.sync, relay, [self, pub])
    const [shown] = await two.store.syncCentre.conflicts()
    for (const { store } of [three, two]) await syncAll(store.sync, relay, [self, pub])
    valueOf(await two.store.syncCentre.resolve(shown!, 1))
    expect((await two.store.syncCentre.conflicts())[0]?.heads.map(({ value }) => value).sort()).toEqual([1, 2])
    const [again] = await two.store.syncCentre.conflicts()
    valueOf(await two.store.syncCentre.resolve(again!, 2))
    expect(await two.store.syncCentre.conflicts()).toEqual([])
    for (const { store } of [two, one, three]) await syncAll(store.sync, relay, [self, pub])
    expect(await one.registers()).toEqual(await three.registers())
    expect((await one.store.assessments.get(id))?.answers[question]).toMatchObject({ score: 2, hasConflict: false })
  })

  it('lose nothing when the endpoint is replaced by an empty one', async () => {
    const [one, two] = [await aDevice('a1', 'acc-1'), await aDevice('b2', 'acc-2')]
    const first = new MemoryRelay()
    const id = valueOf(await one.store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    for (const question of questions.slice(0, 5)) await answer(one.store, id, question, 2, '')
    for (const { store } of [one, two]) await syncAll(store.sync, first, [self, pub])
    const second = new MemoryRelay()
    second.inc = 'inc-2'
    await answer(one.store, id, questions[6] ?? '', 1, 'sau khi mất máy chủ')
    for (const { store } of [one, two, one]) await syncAll(store.sync, second, [self, pub])
    expect(await one.registers()).toEqual(await two.registers())
    expect((await two.store.assessments.get(id))?.answers[questions[6] ?? '']?.note).toBe('sau khi mất máy chủ')
    expect(await one.store.syncCentre.status()).toMatchObject({ pendingChanges: 0 })
  })
})

describe('a monitor', () => {
  it('sees the completeness of a draft, then the submitted answers and their photos, never the draft', async () => {
    const relay = new MemoryRelay()
    const commune = await aDevice('a1', 'acc-secretary')
    const monitor = await aDevice('m1', 'acc-monitor')
    const id = valueOf(await commune.store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    await answer(commune.store, id, questions[0] ?? '', 2, 'chỉ xã biết')
    await syncAll(commune.store.sync, relay, [self, pub])
    await syncAll(monitor.store.sync, relay, [pub])
    expect(await monitor.store.assessments.list(UNIT)).toMatchObject([{ id, answered: 1, total: 52, location: 'sent' }])
    expect(await monitor.store.assessments.get(id)).toBeNull()
    expect(JSON.stringify(await monitor.registers())).not.toContain('chỉ xã biết')
    const of = `ans.${id}.${questions[0] ?? ''}`
    valueOf(await commune.store.evidence.add({ feed: self, of, caption: 'sổ', photo: aPhoto('book') }))
    for (const question of questions) await answer(commune.store, id, question, 3, '')
    valueOf(await commune.store.assessments.submit(id))
    await syncAll(commune.store.sync, relay, [self, pub])
    await syncAll(monitor.store.sync, relay, [pub])
    const [submission] = await monitor.store.assessments.submissions(UNIT)
    expect(submission?.content.answers).toHaveLength(52)
    expect(submission?.evidence).toMatchObject([{ of, caption: 'sổ' }])
    expect(submission?.sha256).toHaveLength((await nodeHasher.sha256(new Uint8Array())).length)
    expect(await monitor.store.sync.missingThumbnails(9)).toEqual([aPhoto('book').thumbnailSha256])
  })

  it('is told of a refused operation, which does not hold up the others', async () => {
    const relay = new MemoryRelay()
    relay.refuse = (op) => (op.k === 'visit' && op.n === 1 ? 'access.forbidden' : undefined)
    const monitor = await aDevice('m1', 'acc-monitor')
    const visit = {
      unit: UNIT,
      on: writtenDate('20/11/2026'),
      stage: 'G0',
      flag: 'green',
      done: '',
      lateReasons: [],
      recommendation: '',
    } as const
    const refused = valueOf(await monitor.store.visits.save(visit))
    const accepted = valueOf(await monitor.store.visits.save(visit))
    await syncAll(monitor.store.sync, relay, [pub])
    const locations = new Map((await monitor.store.visits.list([UNIT])).map(({ id, location }) => [id, location]))
    expect([locations.get(refused), locations.get(accepted)]).toEqual(['needs-attention', 'sent'])
    expect(await monitor.store.syncCentre.status()).toMatchObject({ pendingChanges: 0, quarantined: 1 })
  })
})
