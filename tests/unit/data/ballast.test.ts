import { describe, expect, it, onTestFinished } from 'vitest'
import { BALLAST_BYTES, layBallast, withBallast } from '#data/ballast.ts'
import { Connection } from '#data/connection.ts'
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import { openSealer } from '#data/sealing/sealer.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { aFactory, aPhoto, aStore, codeOf, IDBKeyRange, someRandom, UNIT, valueOf } from '#support/store/test-store.ts'

const roomy = async () => ({ usage: 50_000_000, quota: 10_000_000_000 })
const QUESTION = 'Q4.1'

const { IDBObjectStore } = await import('fake-indexeddb')
const objectStore = IDBObjectStore.prototype as unknown as IDBObjectStore

/** From now on the disk refuses every write, as a browser's does, until the ballast is deleted. */
function fillDisk(): () => void {
  const { put, add, delete: remove } = objectStore
  let isFull = true
  const unlessFull = (write: typeof put): typeof put =>
    function (this: IDBObjectStore, ...given) {
      if (isFull) throw new DOMException('no room', 'QuotaExceededError')
      return write.apply(this, given)
    }
  const deleting: typeof remove = function (this: IDBObjectStore, key) {
    if (this.name === 'meta' && key === 'ballast') isFull = false
    return remove.call(this, key)
  }
  Object.assign(objectStore, { put: unlessFull(put), add: unlessFull(add), delete: deleting })
  return () => Object.assign(objectStore, { put, add, delete: remove })
}

/** A store with an open assessment on a disk that is full from now on. */
async function storeOnFullDisk(hasBallast: boolean) {
  const indexedDB = aFactory()
  const store = await aStore({ indexedDB, storageEstimate: roomy })
  const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
  if (hasBallast) await store.photoStore.tidy()
  const restore = fillDisk()
  onTestFinished(restore)
  const isBallastThere = async () => (await rawRows(indexedDB)).meta?.some(({ key }) => key === 'ballast') ?? false
  return { store, id, restore, isBallastThere }
}

describe('ballast for a full disk', () => {
  it('DAT-13: is laid once, where there is room, and is not compressible', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB, storageEstimate: roomy })
    await store.photoStore.tidy()
    await store.photoStore.tidy()
    const row = (await rawRows(indexedDB)).meta?.find(({ key }) => key === 'ballast')
    const bytes = row?.box as Uint8Array<ArrayBuffer>
    expect(bytes.byteLength).toBe(BALLAST_BYTES)
    const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
    expect((await new Response(packed).arrayBuffer()).byteLength).toBeGreaterThan(BALLAST_BYTES * 0.99)
  })

  it.each([
    ['where photos have no room', { usage: 79_000_000, quota: 100_000_000 }],
    ['where the browser tells nothing', null],
  ])('DAT-13: is not laid %s', async (_where, room) => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB, storageEstimate: async () => room })
    await store.photoStore.tidy()
    expect((await rawRows(indexedDB)).meta?.map(({ key }) => key)).not.toContain('ballast')
  })

  it('DAT-13: is given up when an answer has no room, and the answer is saved', async () => {
    const { store, id, restore, isBallastThere } = await storeOnFullDisk(true)
    const saved = await store.assessments.saveAnswer(id, QUESTION, { score: 2 })
    restore()
    valueOf(saved)
    expect((await store.assessments.get(id))?.answers[QUESTION]).toMatchObject({ score: 2 })
    expect(await isBallastThere()).toBe(false)
  })

  it('DAT-13: is not given up for a photo', async () => {
    const { store, restore, isBallastThere } = await storeOnFullDisk(true)
    const added = await store.evidence.add({ feed: `${UNIT}/self`, of: 'x', caption: '', photo: aPhoto('one') })
    restore()
    expect(codeOf(added)).toBe('storage.full')
    expect(await isBallastThere()).toBe(true)
  })

  it('EVI-3: a refused write stops the camera where the browser talks of room it does not have, until a photo fits', async () => {
    const { store, restore } = await storeOnFullDisk(true)
    const add = () => store.evidence.add({ feed: `${UNIT}/self`, of: 'x', caption: '', photo: aPhoto('one') })
    expect(await store.evidence.room()).toMatchObject({ isFull: false })
    expect(codeOf(await add())).toBe('storage.full')
    expect(await store.evidence.room()).toMatchObject({ isFull: true })
    restore()
    valueOf(await add())
    expect(await store.evidence.room()).toMatchObject({ isFull: false })
  })

  it('DAT-3, DAT-13: without one a full disk is told, and nothing of the answer remains', async () => {
    const { store, id, restore } = await storeOnFullDisk(false)
    const saved = await store.assessments.saveAnswer(id, QUESTION, { score: 2 })
    restore()
    expect(codeOf(saved)).toBe('storage.full')
    expect((await store.assessments.get(id))?.answers[QUESTION]).toBeUndefined()
  })

  it('DAT-13: is given up once, and only for a full disk', async () => {
    const engine = { indexedDB: aFactory(), IDBKeyRange }
    const db = new LocalDatabase(databaseName('one'), openSealer, engine)
    const connection = new Connection(db)
    await layBallast(db, someRandom, roomy)
    const answers: Result<string, Problem>[] = [
      err({ code: 'storage.failed' }),
      err({ code: 'storage.full' }),
      ok('saved'),
    ]
    const write = async () => answers.shift() ?? err<Problem>({ code: 'storage.full' })
    let refusals = 0
    const noteFull = async () => void (refusals += 1)
    expect(codeOf(await withBallast(connection, write, noteFull))).toBe('storage.failed')
    expect(valueOf(await withBallast(connection, write, noteFull))).toBe('saved')
    expect(codeOf(await withBallast(connection, write, noteFull))).toBe('storage.full')
    expect(refusals).toBe(2)
  })
})
