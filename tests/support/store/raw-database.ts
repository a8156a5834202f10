// Looks into a store's database past Dexie and past the sealing, as somebody with the disk in hand would.
import { Dexie } from 'dexie'
import { databaseName } from '#data/local-database.ts'
import { IDBKeyRange } from './test-store.ts'

type Row = Readonly<Record<string, unknown>>

export async function rawRows(
  indexedDB: IDBFactory,
  storeId = 'one',
): Promise<Readonly<Record<string, readonly Row[]>>> {
  const raw = new Dexie(databaseName(storeId), { indexedDB, IDBKeyRange })
  await raw.open()
  const tables = await Promise.all(
    raw.tables.map(async (table) => [table.name, (await table.toArray()) as Row[]] as const),
  )
  raw.close()
  return Object.fromEntries(tables)
}
