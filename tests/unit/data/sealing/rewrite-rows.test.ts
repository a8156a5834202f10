import { describe, expect, it } from 'vitest'
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import { schemaHistory } from '#data/migrations/schema-history.ts'
import { rewriteRows } from '#data/sealing/rewrite-rows.ts'
import { createOpeningSealer, createRowSealer } from '#data/sealing/row-sealer.ts'
import { blindSealer, isSealedBox } from '#data/sealing/sealer.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { aFactory, aPhoto, aStore, IDBKeyRange, UNIT, valueOf } from '#support/store/test-store.ts'

const dataKey = crypto.getRandomValues(new Uint8Array(32))
const sealer = createRowSealer(dataKey)
const photo = aPhoto('bằng chứng')

/** Work from before the PIN: records, photos, a draft, and more operations than are rewritten at once. */
async function aUsedStore(indexedDB: IDBFactory): Promise<string> {
  const store = await aStore({ indexedDB })
  const id = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
  for (let n = 1; n <= 60; n++)
    valueOf(await store.assessments.saveAnswer(id, `Q4.${n}`, { score: 1, note: `ghi ${n}` }))
  valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of: `ans.${id}.Q4.1`, caption: 'kín đáo', photo }))
  valueOf(await store.drafts.put('d', { text: 'đang viết' }))
  store.close()
  return id
}

async function rewrite(indexedDB: IDBFactory, to: 'sealed' | 'clear', steps = Number.POSITIVE_INFINITY) {
  const db = new LocalDatabase(databaseName('one'), blindSealer, { indexedDB, IDBKeyRange })
  let left = steps
  const isDone = await rewriteRows({ db, sealer, to, shouldStop: () => left-- <= 0 })
  db.close()
  return isDone
}

async function sealedShare(indexedDB: IDBFactory): Promise<readonly [sealed: number, all: number]> {
  const rows = Object.values(await rawRows(indexedDB)).flat()
  return [rows.filter(({ box }) => isSealedBox(box)).length, rows.length]
}

async function everything(indexedDB: IDBFactory, id: string) {
  const store = await aStore({ indexedDB, identity: null, isExpected: true, sealer })
  const seen = {
    answers: (await store.assessments.get(id))?.answers,
    ops: valueOf(await store.sync.nextPush(1e7)).ops,
    bytes: await store.evidence.bytes(photo.sha256),
    draft: await store.drafts.get('d'),
  }
  store.close()
  return seen
}

describe('rows from before the PIN', () => {
  it('DAT-31: are all sealed, killed and begun again at every step; nothing is lost and both forms are read meanwhile', async () => {
    const indexedDB = aFactory()
    const id = await aUsedStore(indexedDB)
    const before = await everything(indexedDB, id)
    expect(before.ops.length).toBeGreaterThan(60)
    let kills = 0
    while (!(await rewrite(indexedDB, 'sealed', 5 + kills))) {
      kills += 1
      const [sealed, all] = await sealedShare(indexedDB)
      if (kills === 1) expect(sealed > 0 && sealed < all).toBe(true)
      expect(await everything(indexedDB, id)).toEqual(before)
    }
    expect(kills).toBeGreaterThan(3)
    const [sealed, all] = await sealedShare(indexedDB)
    expect(sealed).toBe(all)
    expect(JSON.stringify(await rawRows(indexedDB))).not.toMatch(/kín đáo|ghi 1|đang viết/)
  })

  it('DAT-31: what is written while older rows are being sealed is sealed, and stays', async () => {
    const indexedDB = aFactory()
    const id = await aUsedStore(indexedDB)
    const store = await aStore({ indexedDB, identity: null, isExpected: true, sealer })
    const rewriting = rewrite(indexedDB, 'sealed')
    for (let n = 1; n <= 20; n++) valueOf(await store.assessments.saveAnswer(id, `Q5.${n}`, { score: 2, note: 'mới' }))
    expect(await rewriting).toBe(true)
    expect(Object.keys((await store.assessments.get(id))?.answers ?? {})).toHaveLength(80)
    expect(valueOf(await store.sync.nextPush(1e7)).ops.map(({ n }) => n)).toEqual(
      Array.from({ length: valueOf(await store.sync.position()).lastN }, (_, at) => at + 1),
    )
    store.close()
    const [sealed, all] = await sealedShare(indexedDB)
    expect(sealed).toBe(all)
  })

  it('DAT-31: are all readable without a key again after the PIN was taken away, also killed on the way', async () => {
    const indexedDB = aFactory()
    const id = await aUsedStore(indexedDB)
    const before = await everything(indexedDB, id)
    await rewrite(indexedDB, 'sealed')
    expect(await rewrite(indexedDB, 'clear', 4)).toBe(false)
    const store = await aStore({
      indexedDB,
      identity: null,
      isExpected: true,
      sealer: createOpeningSealer(dataKey),
    })
    valueOf(await store.assessments.saveAnswer(id, 'Q6.1', { score: 2 }))
    store.close()
    expect(await rewrite(indexedDB, 'clear')).toBe(true)
    const open = await aStore({ indexedDB, identity: null, isExpected: true })
    expect((await open.assessments.get(id))?.answers).toMatchObject({ ...before.answers, 'Q6.1': { score: 2 } })
    open.close()
    expect((await sealedShare(indexedDB))[0]).toBe(0)
  })
})

describe('indexes', () => {
  it('DAT-32: hold nothing personal: every indexed field is on this list, and on it for a reason', () => {
    const fields = new Set(
      schemaHistory
        .flatMap(({ stores }) => Object.values(stores))
        .flatMap((text) => text.split(','))
        .flatMap((index) => index.replaceAll(/[[\]&*]/g, '').split('+'))
        .map((field) => field.trim()),
    )
    const why: Readonly<Record<string, string>> = {
      feed: 'code of a place and audience',
      e: 'id of a record: codes of places and questions, random ids',
      kind: 'kind of record',
      p: 'id of the record it belongs to',
      c: '1 where people disagree',
      n: 'counter',
      d: 'replica id',
      sha: 'hash of bytes',
      rank: 'what became of bytes',
      key: 'name of a setting, id of a draft',
      unit: 'code of a commune',
      origin: 'replica id',
    }
    expect([...fields].sort()).toEqual(Object.keys(why).sort())
  })
})
