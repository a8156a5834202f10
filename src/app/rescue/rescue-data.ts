// Reads the databases below Dexie, by name and without opening a newer version, so that it works when the program's own
// way of opening them does not. Bytes become base64, everything else is JSON as it is stored.
const PREFIX = 'sotay-'
const DEVICE = 'sotay-device'

export interface RescuePerson {
  readonly database: string
  readonly name: string
  /** Operations not acknowledged; null where the database cannot be read. */
  readonly unsent: number | null
}

type Row = Readonly<Record<string, unknown>>

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the database did not answer'))
  })

async function withDatabase<T>(name: string, read: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const db = await done(indexedDB.open(name))
  try {
    return await read(db)
  } finally {
    db.close()
  }
}

const readAll = (db: IDBDatabase, table: string): Promise<Row[]> =>
  db.objectStoreNames.contains(table)
    ? done(db.transaction(table).objectStore(table).getAll() as IDBRequest<Row[]>)
    : Promise.resolve([])

async function unsentOf(db: IDBDatabase): Promise<Row[]> {
  const [own, meta] = await Promise.all([readAll(db, 'own'), readAll(db, 'meta')])
  const sync = meta.find(({ key }) => key === 'sync') as
    | { box?: { ack?: number }; value?: { ack?: number } }
    | undefined
  const ack = sync?.box?.ack ?? sync?.value?.ack ?? 0
  return own.filter(({ n }) => typeof n === 'number' && n > ack)
}

const databaseNames = async (): Promise<string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : []))

export async function readRescue(): Promise<readonly RescuePerson[]> {
  const names = await databaseNames()
  const known = names.includes(DEVICE) ? await withDatabase(DEVICE, (db) => readAll(db, 'people')).catch(() => []) : []
  return Promise.all(
    names
      .filter((name) => name !== DEVICE)
      .map(async (database) => {
        const person = known.find(({ storeId }) => `${PREFIX}${String(storeId)}` === database)
        const unsent = await withDatabase(database, unsentOf).catch(() => null)
        return {
          database,
          name: typeof person?.displayName === 'string' ? person.displayName : database,
          unsent: unsent?.length ?? null,
        }
      }),
  )
}

function plain(_key: string, value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value
  let text = ''
  for (const byte of value) text += String.fromCharCode(byte)
  return { base64: btoa(text) }
}

function download(name: string, content: unknown): string {
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, plain)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return name
}

const stamp = (): string => new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')

export async function exportUnsent({ database }: RescuePerson): Promise<string> {
  const [own, blobs] = await withDatabase(
    database,
    async (db) => [await unsentOf(db), await readAll(db, 'blob')] as const,
  )
  return download(`so-tay-chua-gui-${stamp()}.json`, { format: 'so-tay-rescue', version: 1, database, own, blobs })
}

export async function exportEverything(): Promise<string> {
  const databases: Record<string, Record<string, Row[]>> = {}
  for (const name of await databaseNames()) {
    databases[name] = await withDatabase(name, async (db) => {
      const tables: Record<string, Row[]> = {}
      for (const table of [...db.objectStoreNames].filter((one) => one !== 'setting' && one !== 'session')) {
        tables[table] = await readAll(db, table)
      }
      return tables
    })
  }
  return download(`so-tay-toan-bo-${stamp()}.json`, { format: 'so-tay-rescue', version: 1, databases })
}
