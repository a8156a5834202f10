import { describe, expect, it } from 'vitest'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { answer } from '#support/store/receive.ts'
import { aFactory, aStore, codeOf, NOW, UNIT, valueOf } from '#support/store/test-store.ts'

const feed = `${UNIT}/pub`

const visitOp = (n: number, done: string, more: Partial<Op> = {}): Op => ({
  d: 'b1',
  n,
  h: hlcAt(NOW, n),
  s: feed,
  k: 'visit',
  e: 'visit-1',
  u: 'acc-monitor',
  sv: 1,
  f: { unit: [UNIT], done: [done], on: [{ text: '20/11/2026', date: '2026-11-20' }] },
  ...more,
})

async function aStoreWithFile(...ops: readonly Op[]) {
  const indexedDB = aFactory()
  const store = await aStore({ indexedDB })
  const report = valueOf(await store.sync.adoptForeign(ops))
  const visit = async () => (await store.visits.list([UNIT])).find(({ id }) => id === 'visit-1')
  return { store, indexedDB, report, visit }
}

describe('what a file brings from a colleague', () => {
  it('DAT-20: is shown at once and marked until the endpoint brings the same operation', async () => {
    const { store, report, visit } = await aStoreWithFile(visitOp(1, 'đã tập huấn'))
    expect(report).toEqual({ adopted: 1, known: 0, entities: 1 })
    expect(await visit()).toMatchObject({ done: 'đã tập huấn', location: 'unconfirmed' })
    const other = visitOp(7, 'khác', { d: 'c1', e: 'visit-2' })
    await answer(store, { feeds: [{ feed, ops: [other], snap: null, after: null, to: 1 }] })
    expect(await visit()).toMatchObject({ location: 'unconfirmed' })
    await answer(store, { feeds: [{ feed, ops: [visitOp(1, 'đã tập huấn')], snap: null, after: null, to: 2 }] })
    expect(await visit()).toMatchObject({ done: 'đã tập huấn', location: 'sent' })
  })

  it('DAT-20: a snapshot that holds what the file brought confirms it', async () => {
    const { store, indexedDB, visit } = await aStoreWithFile(visitOp(1, 'đã tập huấn'))
    const regs = Object.fromEntries(
      Object.entries(visitOp(1, 'đã tập huấn').f).map(([name, [v]]) => [
        name,
        { h: [{ d: 'b1', n: 1, h: hlcAt(NOW, 1), v, u: 'acc-monitor' }] },
      ]),
    )
    const snap = [{ feed, entity: 'visit-1', kind: 'visit', regs }]
    await answer(store, { feeds: [{ feed, ops: null, snap, after: null, to: 4 }] })
    expect(await visit()).toMatchObject({ location: 'sent' })
    const { foreign } = await rawRows(indexedDB)
    expect(foreign).toHaveLength(1)
  })

  it('DAT-20: the same file again changes nothing', async () => {
    const ops = [visitOp(1, 'lần một'), visitOp(2, 'lần hai')]
    const { store, indexedDB } = await aStoreWithFile(...ops)
    const before = await rawRows(indexedDB)
    expect(valueOf(await store.sync.adoptForeign(ops))).toEqual({ adopted: 0, known: 2, entities: 0 })
    expect(await rawRows(indexedDB)).toEqual(before)
  })

  it('DAT-20: what the endpoint had brought before is not marked, and is kept to be passed on all the same', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB })
    await answer(store, { feeds: [{ feed, ops: [visitOp(1, 'a')], snap: null, after: null, to: 1 }] })
    valueOf(await store.sync.adoptForeign([visitOp(1, 'a')]))
    expect((await store.visits.list([UNIT]))[0]).toMatchObject({ location: 'sent' })
    const { foreign } = await rawRows(indexedDB)
    expect(foreign).toHaveLength(1)
  })

  it('DAT-20: a lost feed, a new endpoint and an acknowledgement leave what is to be passed on', async () => {
    const { store, indexedDB, visit } = await aStoreWithFile(visitOp(1, 'a'))
    await answer(store, { gone: [feed] })
    await answer(store, { inc: 'another' })
    const { foreign } = await rawRows(indexedDB)
    expect(foreign).toMatchObject([{ d: 'b1', n: 1, feed }])
    expect(await visit()).toBeUndefined()
  })

  it('DAT-20: own operations that come back are known, and numbers this device never gave out are a fork', async () => {
    const store = await aStore()
    valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    const own = await store.syncCentre.unsentOps()
    expect(valueOf(await store.sync.adoptForeign(own))).toMatchObject({ adopted: 0, known: own.length })
    const stranger = visitOp(own.length + 1, 'x', { d: 'a1' })
    expect(codeOf(await store.sync.adoptForeign([visitOp(1, 'y'), stranger]))).toBe('device.forked')
    expect(await store.visits.list([UNIT])).toEqual([])
  })

  const findingOp = (n: number, f: Op['f'], more: Partial<Op> = {}): Op =>
    visitOp(n, '', { k: 'finding', e: 'fin', f, ...more })
  const published = {
    unit: [UNIT],
    audit: ['aud'],
    number: ['06001/2026/B1/01'],
    grade: ['major'],
    facts: ['thiếu'],
  } as const
  const grades = async ({ audits }: Pick<Awaited<ReturnType<typeof aStore>>, 'audits'>) =>
    (await audits.publishedFindings([UNIT])).map(({ firstGrade }) => firstGrade)

  it('AUD-26: a file writes over no published finding, in whatever order and with whatever else it brings', async () => {
    const over = findingOp(2, { grade: ['minor'] })
    const unaware = findingOp(1, { grade: ['minor'] }, { d: 'c1', h: hlcAt(NOW, 9) })
    const removed = findingOp(2, { _del: [{ x: [['b1', 1]] }] }, { d: 'c1' })
    const { store, indexedDB } = await aStoreWithFile(findingOp(1, published), over, unaware, removed)
    expect(await grades(store)).toEqual(['major'])
    const { foreign } = await rawRows(indexedDB)
    // Kept, to be passed on: the endpoint judges.
    expect(foreign).toHaveLength(4)
    expect(valueOf(await store.sync.adoptForeign([findingOp(3, { grade: ['strength'], facts: ['khác'] })]))).toEqual({
      adopted: 1,
      known: 0,
      entities: 0,
    })
    expect(await grades(store)).toEqual(['major'])
  })

  it('AUD-26: a writing over one that has not arrived does not hide it when it comes', async () => {
    const { store } = await aStoreWithFile(findingOp(1, { grade: ['minor', { b1: 1 }] }, { d: 'c1' }))
    expect(await grades(store)).toEqual([])
    await answer(store, { feeds: [{ feed, ops: [findingOp(1, published)], snap: null, after: null, to: 1 }] })
    expect(await grades(store)).toEqual(['major'])
  })
})
