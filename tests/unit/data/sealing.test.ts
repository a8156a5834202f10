import { describe, expect, it } from 'vitest'
import { LocalDatabase } from '#data/local-database.ts'
import { openSealer, type Sealer } from '#data/sealing/sealer.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { aFactory, aPhoto, aStore, IDBKeyRange, UNIT, valueOf } from '#support/store/test-store.ts'

/** Not a cipher: it only makes every byte unreadable and notices a box that was moved to another table. */
const scrambler: Sealer = {
  seal: (table, _key, box) => {
    const text = JSON.stringify([table, box], (_key, value) =>
      value instanceof Uint8Array ? { u8: [...value] } : value,
    )
    return new TextEncoder().encode(text).map((byte) => byte ^ 0x5a)
  },
  open: (table, _key, sealed) => {
    const text = new TextDecoder().decode((sealed as Uint8Array).map((byte) => byte ^ 0x5a))
    const [from, box] = JSON.parse(text, (_key, value) => (value?.u8 ? Uint8Array.from(value.u8) : value))
    if (from !== table) throw new Error('a box of another table')
    return box
  },
}

describe('sealing', () => {
  it('DAT-7: with a sealer in place everything works and nothing a person wrote can be read from the raw database', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB, sealer: scrambler })
    const id = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 1, note: 'điều kín đáo' }))
    const photo = aPhoto('secret')
    valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of: `ans.${id}.Q4.1`, caption: 'kín đáo', photo }))
    valueOf(await store.drafts.put('d', { text: 'kín đáo' }))
    expect((await store.assessments.get(id))?.answers['Q4.1']?.note).toBe('điều kín đáo')
    expect(await store.evidence.bytes(photo.sha256)).toEqual(photo.bytes)
    expect(await store.drafts.get('d')).toEqual({ text: 'kín đáo' })
    expect(valueOf(await store.sync.nextPush(1e6)).ops).toHaveLength(5)
    const raw = await rawRows(indexedDB)
    const boxes = Object.values(raw)
      .flat()
      .map(({ box }) => box)
    expect(boxes.length).toBeGreaterThan(10)
    expect(boxes.every((box) => box instanceof Uint8Array)).toBe(true)
    expect(JSON.stringify(raw)).not.toMatch(/kín đáo|Người dùng minh họa/)
  })

  it('DAT-7: a field that nobody declared as clear cannot be stored', async () => {
    const engine = { indexedDB: aFactory(), IDBKeyRange }
    const db = new LocalDatabase('sotay-one', openSealer, engine)
    const row = { key: 'k', at: 1, box: 'x', author: 'readable' }
    await expect(db.draft.put(row)).rejects.toThrow('draft.author would be stored in clear')
    expect(await db.draft.count()).toBe(0)
  })

  it('DAT-7: a cursor of a browser, which answers only for itself, is read through the sealer', async () => {
    const { sealingMiddleware } = await import('#data/sealing/sealing-middleware.ts')
    class BrandedCursor {
      readonly #key = 'k'
      get key() {
        return this.#key
      }
      get primaryKey() {
        return this.#key
      }
      get value() {
        return { key: this.#key, box: openSealer.seal('meta', 'k', 'text') }
      }
    }
    const table = { schema: {}, openCursor: async () => new BrandedCursor() }
    const core = sealingMiddleware(openSealer).create({ table: () => table } as never) as {
      table(name: string): { openCursor(request: object): Promise<{ key: string; primaryKey: string; value: object }> }
    }
    const cursor = await core.table('meta').openCursor({ values: true })
    expect([cursor.key, cursor.primaryKey, cursor.value]).toEqual(['k', 'k', { key: 'k', box: 'text' }])
  })
})
