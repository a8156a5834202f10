import { describe, expect, it } from 'vitest'
import type { TransferEntry } from '#data/contract/store-contract.ts'
import type { Sealer } from '#data/sealing/sealer.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { receive } from '#support/store/receive.ts'
import { aFactory, aStore, NOW, UNIT, valueOf } from '#support/store/test-store.ts'

const entry = (at: number): TransferEntry => ({
  at,
  ms: 4000,
  ops: 1,
  records: 2,
  photos: 3,
  thumbnails: 4,
  up: 500,
  down: 600,
  problem: { code: 'network.offline' },
})

/** Not a cipher: it only shows that the row was closed. */
const marking: Sealer = {
  seal: (_table, _key, box) => ({ closed: JSON.stringify(box) }),
  open: (_table, _key, sealed) => JSON.parse((sealed as { closed: string }).closed),
}

describe('the list of transfers', () => {
  it('DAT-27: keeps the last twenty, the newest first, and they are there after a restart', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB })
    expect(await store.syncCentre.transfers()).toEqual([])
    for (let at = 1; at <= 23; at++) valueOf(await store.sync.noteTransfer(entry(at)))
    store.close()
    const again = await aStore({ indexedDB, identity: null, isExpected: true })
    expect((await again.syncCentre.transfers()).map(({ at }) => at)).toEqual(
      Array.from({ length: 20 }, (_, i) => 23 - i),
    )
    expect((await again.syncCentre.transfers())[0]).toEqual(entry(23))
  })

  it('DAT-27: is one row, closed like the others', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB, sealer: marking })
    for (const at of [1, 2]) valueOf(await store.sync.noteTransfer(entry(at)))
    const rows = (await rawRows(indexedDB))['meta']?.filter(({ key }) => key === 'transfers')
    expect(rows).toEqual([{ key: 'transfers', box: { closed: JSON.stringify([entry(2), entry(1)]) } }])
  })
})

describe('records of kinds that only a newer version knows', () => {
  it('DAT-28: are counted by their kinds, next to known ones', async () => {
    const store = await aStore()
    expect(await store.syncCentre.newerRecords()).toBe(0)
    const feed = `${UNIT}/pub`
    await receive(store, { feed, kind: 'visit', entity: 'v1', fields: { done: 'x' } })
    expect(await store.syncCentre.newerRecords()).toBe(0)
    for (const entity of ['m1', 'm2']) await receive(store, { feed, kind: 'reckoning', entity, fields: { on: 'x' } })
    await receive(store, { feed, kind: 'a-first-kind', entity: 'z1', fields: { on: 'x' } })
    expect(await store.syncCentre.newerRecords()).toBe(3)
  })

  it('DAT-28: are kept as they came, and passed on untouched', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB })
    const fields = { agenda: [['một', { hai: 3 }]] } as unknown as Op['f']
    const head = { d: 'colleague', n: 1, h: hlcAt(NOW), s: `${UNIT}/pub`, k: 'reckoning', e: 'm1', u: 'acc-b', sv: 7 }
    const op: Op = { ...head, f: fields }
    expect(valueOf(await store.sync.adoptForeign([op]))).toMatchObject({ adopted: 1 })
    expect(await store.syncCentre.newerRecords()).toBe(1)
    const raw = await rawRows(indexedDB)
    expect(raw['foreign']?.map(({ box }) => box)).toEqual([op])
    expect(JSON.stringify(raw['ent'])).toContain('["một",{"hai":3}]')
  })
})
