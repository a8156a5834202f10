import { readdirSync, readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { databaseName } from '#data/local-database.ts'
import { DATABASE_VERSION, schemaHistory } from '#data/migrations/schema-history.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { aFactory, aStore, IDBKeyRange, UNIT, valueOf } from '#support/store/test-store.ts'

interface Fixture {
  readonly version: number
  /** Schema as that version of the program declared it. */
  readonly stores: Readonly<Record<string, string>>
  readonly rows: Readonly<Record<string, readonly Record<string, unknown>[]>>
}

const folder = new URL('./fixtures/', import.meta.url)
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture)

async function install({ version, stores, rows }: Fixture): Promise<IDBFactory> {
  const indexedDB = aFactory()
  const old = new Dexie(databaseName('one'), { indexedDB, IDBKeyRange })
  old.version(version).stores({ ...stores })
  for (const [table, content] of Object.entries(rows)) await old.table(table).bulkAdd([...content])
  old.close()
  return indexedDB
}

describe('databases of older versions', () => {
  it('are all kept as fixtures: one per version of the schema', () => {
    expect(fixtures.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
      schemaHistory.map(({ version }) => version),
    )
    expect(DATABASE_VERSION).toBe(schemaHistory.at(-1)?.version)
  })

  it.each(fixtures)(
    'DAT-8: version $version opens with everything in it, own operations untouched',
    async (fixture) => {
      const indexedDB = await install(fixture)
      const store = await aStore({ indexedDB, identity: null, isExpected: true })
      const view = await store.assessments.get(`asm.${UNIT}.2026-1`)
      expect(view).toMatchObject({ round: '2026-1', answered: 1, total: 52 })
      expect(view?.answers['Q4.1']).toMatchObject({ score: 2, note: 'có sổ theo dõi', location: 'on-device' })
      expect((await rawRows(indexedDB)).own).toEqual(fixture.rows.own)
      valueOf(await store.assessments.saveAnswer(`asm.${UNIT}.2026-1`, 'Q4.2', { score: 1 }))
      expect(valueOf(await store.sync.nextPush(1e6)).ops.map(({ n }) => n)).toEqual([3, 4, 5, 6])
    },
  )

  it('is what the program of today writes: the newest fixture has the shape of a fresh store', async () => {
    const indexedDB = aFactory()
    const store = await aStore({ indexedDB })
    const id = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2, note: 'có sổ theo dõi' }))
    const shape = (rows: Fixture['rows'], table: string) => rows[table]?.map((row) => Object.keys(row).sort())
    const raw = (await rawRows(indexedDB)) as Fixture['rows']
    const newest = fixtures.find(({ version }) => version === DATABASE_VERSION)
    for (const table of ['ent', 'own', 'summary']) expect(shape(raw, table)).toEqual(shape(newest?.rows ?? {}, table))
  })
})
