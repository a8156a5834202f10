import { describe, expect, it } from 'vitest'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { openPersonStore } from '#data/open-person-store.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { answer } from '#support/store/receive.ts'
import { aFactory, anIdentity, aPhoto, aStore, NOW, storeOptions, UNIT, valueOf } from '#support/store/test-store.ts'

const SELF = `${UNIT}/self`
const FEEDS = [SELF, `${UNIT}/pub`]

async function aStoreWithAnswers(...questions: readonly string[]) {
  const indexedDB = aFactory()
  const store = await aStore({ indexedDB })
  const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
  for (const question of questions) valueOf(await store.assessments.saveAnswer(id, question, { score: 2 }))
  return { store, id, indexedDB }
}

const push = (ack: number, safe = 0) => ({ ack, safe, expect: null, rejected: [] })

describe('a store that gets another replica', () => {
  it('DAT-22: sends what was never acknowledged under its new name, each operation once, and loses nothing', async () => {
    const { store, id } = await aStoreWithAnswers('Q01', 'Q02')
    const relay = new MemoryRelay()
    await syncAll(store.sync, relay, FEEDS)
    valueOf(await store.assessments.saveAnswer(id, 'Q03', { score: 1, note: 'chưa gửi' }))
    valueOf(await store.assessments.saveAnswer(id, 'Q01', { score: 3 }))
    valueOf(await store.sync.rekey(anIdentity('b2'), null))
    valueOf(await store.assessments.saveAnswer(id, 'Q04', { score: 0 }))
    await syncAll(store.sync, relay, FEEDS)
    const dots = [...relay.ops.values()].flat().map(({ d, n }) => `${d}:${n}`)
    expect(new Set(dots).size).toBe(dots.length)
    expect(dots.filter((dot) => dot.startsWith('b2'))).toEqual(['b2:1', 'b2:2', 'b2:3'])
    const reader = await aStore({ storeId: 'two', identity: anIdentity('r9') })
    await syncAll(reader.sync, relay, FEEDS)
    for (const [question, score] of [
      ['Q01', 3],
      ['Q02', 2],
      ['Q03', 1],
      ['Q04', 0],
    ] as const) {
      expect((await reader.assessments.question(id, question))?.answer?.score).toBe(score)
      expect((await store.assessments.question(id, question))?.answer?.score).toBe(score)
    }
    expect(await store.syncCentre.conflicts()).toEqual([])
    expect(await reader.syncCentre.conflicts()).toEqual([])
    expect(await store.syncCentre.status()).toMatchObject({ pendingChanges: 0 })
  })

  it('DAT-22, CHG-23: claims of its old name only what that had written into the same field, or what left the device', async () => {
    const { store, id, indexedDB } = await aStoreWithAnswers('Q01')
    await answer(store, { push: push(3) })
    valueOf(await store.assessments.saveAnswer(id, 'Q01', { score: 3 }))
    valueOf(await store.assessments.saveAnswer(id, 'Q02', { score: 1 }))
    const written = async (): Promise<readonly Op[]> =>
      ((await rawRows(indexedDB)).own ?? []).map(({ box }) => box as Op).filter(({ k }) => k === 'answer')
    const first = (await written()).find(({ n }) => n <= 3)
    valueOf(await store.sync.rekey(anIdentity('b2'), 4))
    const [again, other] = await written()
    expect(again?.f['score']).toEqual([3, { a1: first?.n }])
    expect(other?.f['score']).toEqual([1])
  })

  it('DAT-22: what its twin wrote under the same number arrives, and both values are kept as a conflict', async () => {
    const { store, id } = await aStoreWithAnswers('Q01')
    const relay = new MemoryRelay()
    await syncAll(store.sync, relay, FEEDS)
    const { ack } = valueOf(await store.sync.position())
    valueOf(await store.assessments.saveAnswer(id, 'Q01', { score: 0 }))
    const twin: Op = {
      d: 'a1',
      n: ack + 1,
      h: hlcAt(NOW, 50),
      s: SELF,
      k: 'answer',
      e: `ans.${id}.Q01`,
      u: 'acc-secretary',
      sv: 1,
      f: { score: [3] },
    }
    relay.push('a1', [twin])
    valueOf(await store.sync.rekey(anIdentity('b2'), ack + 1))
    await syncAll(store.sync, relay, FEEDS)
    const [conflict] = await store.syncCentre.conflicts()
    expect(conflict?.heads.map(({ value }) => value)).toEqual([0, 3])
  })

  it('DAT-22: operations of the old name stay to be passed on until they are in a backup; refusals stay listed', async () => {
    const { store, indexedDB } = await aStoreWithAnswers('Q01')
    await answer(store, { push: { ...push(3, 1), rejected: [{ n: 2, code: 'access.forbidden' }] } })
    valueOf(await store.sync.rekey(anIdentity('b2'), null))
    const { foreign, own, attention } = await rawRows(indexedDB)
    expect(foreign?.map(({ d, n }) => [d, n])).toEqual([
      ['a1', 2],
      ['a1', 3],
    ])
    expect(own).toEqual([])
    expect(attention).toHaveLength(1)
    expect(await store.syncCentre.attention()).toMatchObject([{ n: -2, code: 'access.forbidden' }])
    const at = valueOf(await store.sync.position())
    expect(at).toMatchObject({ replica: 'b2', ack: 0, lastN: 0 })
  })

  it('DAT-22, DAT-21: a refusal of the old name is listed and never asked after under the new one', async () => {
    const { store, id } = await aStoreWithAnswers('Q01', 'Q02')
    const refusal = (n: number) => ({ rejected: [{ n, code: 'access.forbidden' as const }] })
    await answer(store, { push: { ...push(3), ...refusal(2) } })
    expect(valueOf(await store.sync.position()).refused).toEqual([2])
    valueOf(await store.sync.rekey(anIdentity('b2'), null))
    expect(valueOf(await store.sync.position()).refused).toEqual([])
    valueOf(await store.assessments.saveAnswer(id, 'Q03', { score: 1 }))
    await answer(store, { push: { ...push(2), ...refusal(2) } })
    expect(valueOf(await store.sync.position()).refused).toEqual([2])
    valueOf(await store.sync.rekey(anIdentity('b3'), null))
    expect(valueOf(await store.sync.position()).refused).toEqual([])
    const listed = (await store.syncCentre.attention()).map(({ n }) => n)
    expect(new Set(listed).size).toBe(2)
    expect(listed.every((n) => n < 0)).toBe(true)
    const verdict = { n: 2, verdict: 'accepted' as const, reason: '', atMs: NOW }
    await answer(store, { push: { ...push(0), decided: [verdict] } })
    expect((await store.syncCentre.attention()).map(({ n }) => n)).toEqual(listed)
  })

  it('DAT-22: a photo follows its record under the new number', async () => {
    const { store } = await aStoreWithAnswers()
    await answer(store, { push: push(2) })
    valueOf(
      await store.evidence.add({
        feed: SELF,
        of: 'ans.x',
        photo: aPhoto('một'),
        caption: '',
      }),
    )
    valueOf(await store.sync.rekey(anIdentity('b2'), null))
    const pending = valueOf(await store.sync.pendingBlobs(5))
    expect(pending.map(({ n }) => n)).toEqual([1, 1])
  })

  it('DAT-22: where the endpoint knows nothing of the old name, everything goes again', async () => {
    const { store, indexedDB } = await aStoreWithAnswers('Q01')
    await answer(store, { push: push(3) })
    store.close()
    const opened = await openPersonStore(storeOptions({ indexedDB, identity: anIdentity('b2'), former: null }))
    expect(valueOf(await valueOf(opened).sync.position())).toMatchObject({ replica: 'b2', ack: 0, lastN: 3 })
  })

  it('DAT-22: another tab that does not know of it yet numbers and names by what the store says', async () => {
    const { store, id, indexedDB } = await aStoreWithAnswers('Q01')
    const tab = await aStore({ indexedDB, identity: null })
    valueOf(await store.sync.rekey(anIdentity('b2'), null))
    valueOf(await tab.assessments.saveAnswer(id, 'Q02', { score: 1 }))
    const unsent = await store.syncCentre.unsentOps()
    expect(new Set(unsent.map(({ d }) => d))).toEqual(new Set(['b2']))
    expect(unsent.map(({ n }) => n)).toEqual([1, 2, 3, 4])
  })

  it('DAT-22: the same replica again changes nothing', async () => {
    const { store, indexedDB } = await aStoreWithAnswers('Q01')
    const before = await rawRows(indexedDB)
    valueOf(await store.sync.rekey(anIdentity(), null))
    expect(await rawRows(indexedDB)).toEqual(before)
  })
})
