import { Dexie } from 'dexie'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCommit } from '#data/commit.ts'
import { isDeleted } from '#domain/change/entity-state.ts'
import { Connection } from '#data/connection.ts'
import { type GestureWrite } from '#data/gesture.ts'
import { LocalDatabase } from '#data/local-database.ts'
import { DATABASE_VERSION } from '#data/migrations/schema-history.ts'
import { readPush } from '#data/outbox.ts'
import { openSealer } from '#data/sealing/sealer.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { aClock, aFactory, aStore, codeOf, IDBKeyRange, UNIT, valueOf } from '#support/store/test-store.ts'

const feed = `${UNIT}/self`
const answer = (question: string, score: number): GestureWrite => ({
  feed,
  kind: 'answer',
  entity: `ans.asm.${UNIT}.2026-1.${question}`,
  fields: { assessment: `asm.${UNIT}.2026-1`, question, score },
})

function aCommit(indexedDB: IDBFactory = aFactory(), replica = 'a1') {
  const db = new LocalDatabase('sotay-one', openSealer, { indexedDB, IDBKeyRange })
  const connection = new Connection(db)
  const woken: number[] = []
  const author = { replica, account: 'acc' }
  const commit = createCommit({ connection, author, clock: aClock(), committed: () => woken.push(1) })
  return { db, connection, commit, woken, indexedDB }
}

describe('commit', () => {
  it('DAT-1: the record and its operation are in the database together', async () => {
    const { db, commit, woken } = aCommit()
    const receipt = valueOf(await commit([answer('q1', 2)]))
    expect(receipt).toMatchObject({ firstN: 1, lastN: 1 })
    expect(await db.ent.count()).toBe(1)
    expect((await db.own.toArray()).map(({ box }) => box.f)).toEqual([
      { assessment: [`asm.${UNIT}.2026-1`], question: ['q1'], score: [2] },
    ])
    expect(woken).toHaveLength(1)
  })

  it('DAT-1: a transaction that is cut in the middle leaves neither the record nor the operation', async () => {
    const { db, commit } = aCommit()
    valueOf(await commit([answer('q1', 2)]))
    db.own.hook('creating', () => {
      throw Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' })
    })
    const failed = await commit([answer('q1', 3), answer('q2', 1)])
    expect(codeOf(failed)).toBe('storage.full')
    expect(await db.own.count()).toBe(1)
    expect(await db.ent.count()).toBe(1)
    expect((await db.ent.toArray())[0]?.box.score?.h[0]?.v).toBe(2)
  })

  it('DAT-1: a page closed between the writes and the end of the transaction leaves nothing half', async () => {
    const { db, commit } = aCommit()
    valueOf(await commit([answer('q1', 2)]))
    const cut = commit(async (reader) => {
      await reader.takeNumber('06001/2026')
      Dexie.currentTransaction.abort()
      return { ok: true, value: [answer('q2', 1)] }
    })
    expect((await cut).ok).toBe(false)
    expect(await db.own.count()).toBe(1)
    expect(await db.meta.get('seq:06001/2026')).toBeUndefined()
  })

  it('DAT-3: a gesture that waits for anything but the database is a defect, and nothing of it is written', async () => {
    const { db, commit } = aCommit()
    const late = commit(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      return { ok: true, value: [answer('q1', 1)] }
    })
    expect((await late.catch(() => ({ ok: false }))).ok).toBe(false)
    expect([await db.ent.count(), await db.own.count()]).toEqual([0, 0])
  })

  it('CHG-24: a record that was removed comes back when it is written again, also with the values it had', async () => {
    const { db, commit } = aCommit()
    const entity = answer('q1', 2).entity
    valueOf(await commit([answer('q1', 2)]))
    valueOf(await commit([{ feed, kind: 'answer', entity, isRemoval: true }]))
    expect(isDeleted((await db.ent.toArray())[0]?.box ?? {})).toBe(true)
    valueOf(await commit([answer('q1', 2)]))
    expect(isDeleted((await db.ent.toArray())[0]?.box ?? {})).toBe(false)
  })

  it('DAT-2: two tabs that write in any order number their operations 1, 2, 3 … without gaps', async () => {
    const tab = fc.constantFrom(0, 1)
    const gestures = fc.array(fc.tuple(tab, fc.integer({ min: 1, max: 3 }), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(gestures, async (steps) => {
        const indexedDB = aFactory()
        const [first, second] = [aCommit(indexedDB), aCommit(indexedDB)]
        const saved = steps.map(([which, size, isFailing], step) => {
          const writes = Array.from({ length: size }, (_, i) => answer(`q${step}-${i}`, i))
          const { commit } = which === 0 ? first : second
          return commit(async (reader) => {
            await reader.ofKind(feed, 'answer')
            return isFailing ? { ok: false, error: { code: 'assessment.not-found' } } : { ok: true, value: writes }
          })
        })
        await Promise.all(saved)
        const written = steps.filter(([, , isFailing]) => !isFailing).reduce((sum, [, size]) => sum + size, 0)
        const own = await first.db.own.toArray()
        expect(own.map(({ n }) => n)).toEqual(Array.from({ length: written }, (_, i) => i + 1))
        expect(own.every(({ n, box }) => box.n === n)).toBe(true)
        const stamps = own.map(({ box }) => box.h)
        expect([...stamps].sort((a, b) => a - b)).toEqual(stamps)
        for (const { connection } of [first, second]) connection.close()
      }),
      { numRuns: 25 },
    )
  })

  it('DAT-3: a full disk is told as such, however deep the error lies, and nothing of the gesture remains', async () => {
    const { db, commit, woken } = aCommit()
    db.blob.hook('creating', () => {
      throw Object.assign(new Error('aborted'), { name: 'AbortError', inner: { name: 'QuotaExceededError' } })
    })
    const blob = { sha256: 'x', bytes: new Uint8Array(3), role: 'photo' as const, mime: 'image/jpeg', feed }
    expect(codeOf(await commit([answer('q1', 2)], { blobs: [blob] }))).toBe('storage.full')
    expect([await db.ent.count(), await db.own.count(), await db.blobq.count()]).toEqual([0, 0, 0])
    expect(woken).toHaveLength(0)
  })

  it('DAT-3: a closed store answers with a problem and a defect of the program is thrown', async () => {
    const { commit, connection } = aCommit()
    await expect(commit([{ ...answer('q1', 1), kind: 'no-such-kind' }])).rejects.toThrow('unknown kind')
    connection.close()
    expect(codeOf(await commit([answer('q1', 1)]))).toBe('storage.closed')
  })

  it('DAT-3: a connection that was lost is opened again and the gesture is written once', async () => {
    const { db, commit } = aCommit()
    valueOf(await commit([answer('q1', 1)]))
    db.close({ disableAutoOpen: true })
    expect(valueOf(await commit([answer('q2', 1)]))).toMatchObject({ firstN: 2, lastN: 2 })
    expect(await db.own.count()).toBe(2)
  })

  it('DAT-8: a connection that was lost is not opened again over what a newer program wrote meanwhile', async () => {
    const { db, commit, indexedDB } = aCommit()
    valueOf(await commit([answer('q1', 1)]))
    db.close({ disableAutoOpen: false })
    const newer = new Dexie(db.name, { indexedDB, IDBKeyRange })
    newer.version(DATABASE_VERSION + 1).stores({ own: 'n', future: 'id' })
    await newer.open()
    newer.close()
    expect(codeOf(await commit([answer('q2', 1)]))).toBe('storage.newer-version')
    expect((await rawRows(indexedDB)).own).toHaveLength(1)
  })

  it('sends a gesture as a whole, however many operations it has and however little fits into a request', async () => {
    const { db, commit } = aCommit()
    valueOf(await commit(Array.from({ length: 450 }, (_, i) => answer(`q${i}`, 1))))
    valueOf(await commit([answer('later', 1)]))
    const slice = await readPush(db, 10)
    expect([slice.ops.length, slice.more]).toEqual([450, true])
  })

  it('writes nothing for a value that is already there', async () => {
    const { commit, woken } = aCommit()
    valueOf(await commit([answer('q1', 2)]))
    expect(valueOf(await commit([answer('q1', 2)]))).toMatchObject({ firstN: 2, lastN: 1 })
    expect(woken).toHaveLength(1)
  })

  it('asks for strict durability for what a person wrote and for relaxed otherwise', async () => {
    const { db, commit } = aCommit()
    const asked: unknown[] = []
    db.use({
      stack: 'dbcore',
      level: -10,
      create: (down) => ({
        ...down,
        transaction: (stores, mode, options) => {
          if (mode === 'readwrite') asked.push(options?.durability)
          return down.transaction(stores, mode, options)
        },
      }),
    })
    valueOf(await commit([answer('q1', 2)]))
    await db.draft.put({ key: 'k', at: 1, box: 'x' })
    expect(asked).toEqual(['strict', 'relaxed'])
  })
})

describe('the sealable rows', () => {
  it('DAT-7: a raw look into the database finds keys, kinds and dates in clear and the rest in one box', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB })
    const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await store.assessments.saveAnswer(id, 'Q01', { score: 2, note: 'ghi chú riêng' }))
    valueOf(await store.drafts.put('note', 'đang gõ'))
    store.close()
    const rows = await rawRows(indexedDB)
    const clear = Object.values(rows)
      .flat()
      .map(({ box: _box, ...rest }) => rest)
    expect(clear.length).toBeGreaterThan(5)
    expect(JSON.stringify(clear)).not.toMatch(/ghi chú|đang gõ|score/)
  })
})
