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

/** Reads asked one after another before a reader gives up: more than anything in memory takes. */
const MOST_READS = 20_000

/** Somebody who reads from a table and does not come to an end until told to. */
export async function holdOpen(
  indexedDB: IDBFactory,
  table: string,
  storeId = 'one',
): Promise<{ readonly release: () => void; readonly givenUp: Promise<'given up'> }> {
  const raw = new Dexie(databaseName(storeId), { indexedDB, IDBKeyRange })
  await raw.open()
  let isReleased = false
  const reading = raw.transaction('r', table, async () => {
    for (let read = 0; read < MOST_READS && !isReleased; read++) await raw.table(table).count()
    return isReleased
  })
  const ended = reading.finally(() => raw.close())
  const givenUp = new Promise<'given up'>((resolve, reject) => {
    ended.then((wasTold) => wasTold || resolve('given up'), reject)
  })
  return {
    release: () => {
      isReleased = true
    },
    givenUp,
  }
}
