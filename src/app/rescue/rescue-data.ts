// Reads the databases below Dexie, by name and without opening a newer version, so that it works when the program's own
// way of opening them does not. Bytes become base64, everything else is JSON as it is stored; a file is put together
// row by row, because the photos of a year do not fit into one string.
import { handOverFileOf, operationsInEnvelopes } from './rescue-envelopes.ts'
import { markExport } from './rescue-marks.ts'

const PREFIX = 'sotay-'
const DEVICE = 'sotay-device'
/** Made-up records of a rehearsal, which nobody misses and nobody may send. */
const REHEARSAL = 'sotay-rehearsal'
/** Keys and session tokens: of no use elsewhere, and not to be carried about. */
const LEFT_OUT = ['setting', 'session', 'lock']
/** The same among the single values of a person's store. */
const RETURN_KEY = 'return-key'

export interface RescuePerson {
  readonly database: string
  readonly name: string
  /** Operations not acknowledged; null where the database cannot be read. */
  readonly unsent: number | null
  /** Of a sealed store: those that can go to the endpoint as a hand-over file. */
  readonly sealed: number
}

export interface RescueFile {
  readonly name: string
  readonly content: Blob
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

interface SyncRow {
  readonly box?: { readonly ack?: number; readonly sealed?: unknown }
}

/** Of a sealed store nobody can read how far it has sent; what is not in an envelope any more is sent. */
function inEnvelopes(own: readonly Row[]): Row[] {
  const runs = own.flatMap(({ n, env }) =>
    env ? [{ to: Number(n), from: (env as { readonly from: number }).from }] : [],
  )
  return own.filter(({ n }) => runs.some(({ from, to }) => Number(n) >= from && Number(n) <= to))
}

async function unsentOf(db: IDBDatabase): Promise<Row[]> {
  const [own, meta] = await Promise.all([readAll(db, 'own'), readAll(db, 'meta')])
  const sync = meta.find(({ key }) => key === 'sync') as SyncRow | undefined
  if (sync?.box?.sealed) return inEnvelopes(own)
  const ack = sync?.box?.ack ?? 0
  return own.filter(({ n }) => typeof n === 'number' && n > ack)
}

const databaseNames = async (): Promise<string[]> =>
  (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : [])).sort()

export async function readRescue(): Promise<readonly RescuePerson[]> {
  const names = await databaseNames()
  const known = names.includes(DEVICE) ? await withDatabase(DEVICE, (db) => readAll(db, 'people')).catch(() => []) : []
  const personOf = async (database: string): Promise<RescuePerson> => {
    const person = known.find(({ storeId }) => `${PREFIX}${String(storeId)}` === database)
    const unsent = await withDatabase(database, unsentOf).catch(() => null)
    const sealed = operationsInEnvelopes(unsent ?? [])
    const name = typeof person?.displayName === 'string' ? person.displayName : database
    return { database, name, unsent: unsent?.length ?? null, sealed }
  }
  return Promise.all(names.filter((name) => name !== DEVICE && name !== REHEARSAL).map(personOf))
}

const CHUNK = 0x8000

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(text)
}

const plain = (_key: string, value: unknown): unknown =>
  ArrayBuffer.isView(value)
    ? { base64: base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) }
    : value

/** A JSON list as many small pieces. */
const listOf = (rows: readonly Row[]): string[] => [
  '[',
  ...rows.flatMap((row, at) => [at === 0 ? '' : ',\n', JSON.stringify(row, plain)]),
  ']',
]

/** A JSON object whose values are already text. */
const objectOf = (entries: readonly (readonly [string, readonly string[]])[]): string[] => [
  '{',
  ...entries.flatMap(([name, text], at) => [at === 0 ? '' : ',\n', `${JSON.stringify(name)}:`, ...text]),
  '}',
]

const stamp = (): string => new Date().toISOString().slice(0, 16).replace(/[:T]/g, '-')

function fileOf(name: string, entries: readonly (readonly [string, readonly string[]])[]): RescueFile {
  const head = [['format', ['"so-tay-rescue"']] as const, ['version', ['1']] as const]
  const content = new Blob(objectOf([...head, ...entries]), { type: 'application/json' })
  return { name: `so-tay-${name}-${stamp()}.json`, content }
}

/** Operations not sent and the photos kept with them. Rejects where the database cannot be read. */
export function exportUnsent({ database }: RescuePerson): Promise<RescueFile> {
  return withDatabase(database, async (db) => {
    const [own, blobs] = [await unsentOf(db), await readAll(db, 'blob')]
    const name = [JSON.stringify(database)]
    markExport(database, 'json')
    return fileOf('chua-gui', [
      ['database', name],
      ['own', listOf(own)],
      ['blobs', listOf(blobs)],
    ])
  })
}

/** What is sealed for the endpoint, in a form that any app of ours carries and the endpoint takes in. */
export const exportEnvelopes = ({ database }: RescuePerson): Promise<RescueFile> =>
  withDatabase(database, async (db) => {
    const own = await readAll(db, 'own')
    markExport(database, 'file')
    return handOverFileOf(own, stamp())
  })

async function wholeDatabase(db: IDBDatabase): Promise<string[]> {
  const tables = [...db.objectStoreNames].filter((table) => !LEFT_OUT.includes(table))
  const entries: (readonly [string, string[]])[] = []
  for (const table of tables) {
    const rows = await readAll(db, table)
    entries.push([table, listOf(rows.filter(({ key }) => table !== 'meta' || key !== RETURN_KEY))])
  }
  return objectOf(entries)
}

/** Every database of the app on this device, one after the other. */
export async function exportEverything(): Promise<RescueFile> {
  const databases: (readonly [string, string[]])[] = []
  for (const name of await databaseNames()) databases.push([name, await withDatabase(name, wholeDatabase)])
  for (const [name] of databases) if (name !== DEVICE) markExport(name, 'json')
  return fileOf('toan-bo', [['databases', objectOf(databases)]])
}
