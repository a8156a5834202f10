import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { databaseName } from '#data/local-database.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { aMove } from '#support/corrective-action-moves.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { answer, receive, receivePlan } from '#support/store/receive.ts'
import { aFactory, aPlan, aStore, IDBKeyRange, NOW, TODAY, UNIT } from '#support/store/test-store.ts'

const PUB = `${UNIT}/pub`

const written = (
  store: OpenedPersonStore,
  kind: string,
  entity: string,
  fields: Readonly<Record<string, JsonValue>>,
  more: { readonly at?: number; readonly by?: string } = {},
): Promise<void> => receive(store, { feed: PUB, kind, entity, fields: { unit: UNIT, ...fields }, ...more })

const openMajor = async (store: OpenedPersonStore) => ({
  list: (await store.communes.get(UNIT))?.summary?.openFindings.major,
  cockpit: (await store.cockpit.commune(UNIT, TODAY))?.openMajor,
})

const both = (count: number) => ({ list: count, cockpit: count })

const step = { of: 'fin-1', agrees: true, words: 'Lặp lại', name: 'A', post: 'B', on: '2026-11-21' } as const

async function aMinorFinding(indexedDB = aFactory()): Promise<OpenedPersonStore> {
  const store = await aStore({ indexedDB })
  await receivePlan(store, aPlan())
  await written(store, 'finding', 'fin-1', { grade: 'minor', number: '1' })
  return store
}

const regrade = (store: OpenedPersonStore, grade: string, at: number, entity = `res-${at}`): Promise<void> =>
  written(store, 'finding-response', entity, { ...step, grade }, { at: NOW + at * 1000 })

async function close(store: OpenedPersonStore, finding: string): Promise<void> {
  await written(store, 'corrective-action', 'car-1', { number: 'x', of: finding, grade: 'major' })
  const names = ['start-analysis', 'submit-analysis', 'approve', 'report-done', 'accept'] as const
  for (const [at, name] of names.entries()) {
    const { by, id: _id, ...move } = aMove(name, at + 1)
    const fields = { ...move, of: 'car-1' } as unknown as Readonly<Record<string, JsonValue>>
    await written(store, 'corrective-move', name, fields, { by, at: NOW + at * 1000 })
  }
}

const tellAside = (store: OpenedPersonStore, outcome: string | null, at: number): Promise<void> => {
  const said = { of: 'car-1', move: 'accept', name: 'accept', by: 'acc-auditor', on: '2026-11-21', at: NOW }
  const fields = { ...said, reason: 'corrective.moved-meanwhile', outcome }
  return written(store, 'kept-aside', 'kad.accept', fields, { at: NOW + at * 1000 })
}

/** The rows as the program before this one wrote them: without what it made nothing of, and without its mark. */
async function asWrittenBefore(indexedDB: IDBFactory): Promise<void> {
  const raw = new Dexie(databaseName('one'), { indexedDB, IDBKeyRange })
  await raw.open()
  const rows = (await raw.table('summary').toArray()) as {
    box: { facts: Record<string, { is: string; grade?: unknown }> }
  }[]
  for (const row of rows) {
    const { reading: _reading, ...box } = row.box as typeof row.box & { reading?: number }
    const facts = Object.fromEntries(
      Object.entries(box.facts)
        .filter(([, { is }]) => !['regrade', 'aside'].includes(is))
        .map(([id, { grade, ...fact }]) => [id, fact.is === 'request' ? fact : { ...fact, grade }]),
    )
    await raw.table('summary').put({ ...row, box: { ...box, facts } })
  }
  raw.close()
}

const marks = async (indexedDB: IDBFactory) =>
  ((await rawRows(indexedDB)).summary ?? []).map(({ box }) => (box as { reading?: number }).reading)

describe('what summaries count', () => {
  it('AUD-17: a finding by the grade that holds now, whatever order the steps came in', async () => {
    const store = await aMinorFinding()
    expect(await openMajor(store)).toEqual(both(0))
    await regrade(store, 'major', 20)
    expect(await openMajor(store)).toEqual(both(1))
    await regrade(store, 'minor', 10)
    await written(store, 'finding-response', 'res-answer', { ...step, grade: null }, { at: NOW + 40_000 })
    expect(await openMajor(store)).toEqual(both(1))
    await regrade(store, 'observation', 30)
    expect(await openMajor(store)).toEqual(both(0))
  })

  it('AUD-17: steps of one moment stand in the order of their ids, as in the list of findings', async () => {
    const store = await aMinorFinding()
    await regrade(store, 'minor', 20, 'res-b')
    await regrade(store, 'major', 20, 'res-c')
    await regrade(store, 'observation', 20, 'res-a')
    expect(await openMajor(store)).toEqual(both(1))
    expect((await store.declarations.outlook(UNIT)).facts.openMajor).toBe(1)
  })

  it('CA-24: no closing that the endpoint kept aside, unless it was entered after all', async () => {
    const store = await aMinorFinding()
    await regrade(store, 'major', 1)
    await close(store, 'fin-1')
    expect(await openMajor(store)).toEqual(both(0))
    await tellAside(store, null, 60)
    expect(await openMajor(store)).toEqual(both(1))
    await tellAside(store, 'rejected', 61)
    expect(await openMajor(store)).toEqual(both(1))
    await tellAside(store, 'entered', 62)
    expect(await openMajor(store)).toEqual(both(0))
  })
})

describe('a summary row of an earlier version', () => {
  it('DAT-41: gets the grade of a request, which alone says that a shortcoming is a major', async () => {
    const indexedDB = aFactory()
    const before = await aStore({ indexedDB })
    await receivePlan(before, aPlan())
    await written(before, 'corrective-action', 'car-9', { number: 'x', of: 'sho-1', grade: 'major' })
    expect(await openMajor(before)).toEqual(both(1))
    before.close()
    await asWrittenBefore(indexedDB)
    expect(await openMajor(await aStore({ indexedDB }))).toEqual(both(1))
  })

  async function anOldStore(): Promise<{ store: OpenedPersonStore; indexedDB: IDBFactory }> {
    const indexedDB = aFactory()
    const before = await aMinorFinding(indexedDB)
    await regrade(before, 'major', 1)
    await close(before, 'fin-1')
    await tellAside(before, null, 60)
    before.close()
    await asWrittenBefore(indexedDB)
    return { store: await aStore({ indexedDB }), indexedDB }
  }

  it('DAT-41: is completed from the records whenever it is read, though nothing of its commune ever changes again', async () => {
    const { store, indexedDB } = await anOldStore()
    expect(await openMajor(store)).toEqual(both(1))
    expect(await openMajor(store)).toEqual(both(1))
    expect(await marks(indexedDB)).toEqual([undefined])
  })

  it('DAT-41: is completed where the commune changes', async () => {
    const { store, indexedDB } = await anOldStore()
    await written(store, 'visit', 'visit-1', { on: { text: '20/11/2026', date: '2026-11-20' } })
    expect(await marks(indexedDB)).toEqual([3])
    expect(await openMajor(store)).toEqual(both(1))
  })

  it('DAT-41: is kept completed from the first answer of the endpoint on, also where that says nothing of it', async () => {
    const { store, indexedDB } = await anOldStore()
    await answer(store, {})
    expect(await marks(indexedDB)).toEqual([3])
    expect(await openMajor(store)).toEqual(both(1))
  })

  it('DAT-41: is completed again after a page of the program before wrote it meanwhile', async () => {
    const { store, indexedDB } = await anOldStore()
    await answer(store, {})
    await asWrittenBefore(indexedDB)
    expect(await openMajor(store)).toEqual(both(1))
  })
})
