/** A real endpoint process with a small province in it, sessions of two roles, and eyes on what it holds and keeps. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { SqliteDriver } from '#server/store/sqlite/sqlite-surface.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { createPasswordHasher } from '#server/session/password-hasher.ts'
import { CHEAP, repeatableRandom } from '#support/endpoint/edges.ts'
import { HttpDevice } from '#support/endpoint/http-device.ts'
import { accountsWith, grants, PASSWORD, places } from '#support/endpoint/place-fixture.ts'
import { RealEndpoint } from '#support/endpoint/real-endpoint.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import type { FuzzCaller } from './requests.ts'

/** So many of each, because each may ask only so often in a minute. */
const DEVICES = 25
const INVENTED = `${'invented'.repeat(5)}`
/** What nobody without a session may change. */
export const RECORDS =
  /^(account|grant_|scope|succession|device|feed|op|ent|conflict|quarantine|blob|blob_ref|invitation|passkey|provider_link)$/
/** What nobody without the rights of an administrator may change. */
export const RIGHTS = /^(account|grant_|scope|succession|invitation)$/
/** Columns that say when somebody was here last; knocking at the door is nobody's right and everybody's doing. */
const SEEN = /seen/

type Devices = Readonly<Record<'secretary' | 'administrator', readonly HttpDevice[]>>

export class FuzzTarget {
  readonly endpoint: RealEndpoint
  readonly origin: string
  readonly #driver: SqliteDriver
  readonly #file: string
  readonly #devices: Devices
  #turn = 0

  private constructor(
    endpoint: RealEndpoint,
    origin: string,
    data: { readonly driver: SqliteDriver; readonly file: string },
    devices: Devices,
  ) {
    this.endpoint = endpoint
    this.origin = origin
    this.#driver = data.driver
    this.#file = data.file
    this.#devices = devices
  }

  static async start(outer: string): Promise<FuzzTarget> {
    const [folder, backupFolder] = [path.join(outer, 'd'), path.join(outer, 'b')]
    const driver = await sqliteDriver()
    const store = openSqliteStore({ folder, backupFolder, driver, random: repeatableRandom(7) })
    const hasher = await createPasswordHasher(CHEAP)
    await store.savePlaces(places)
    await store.saveAccounts(accountsWith(await hasher.hash(PASSWORD)), grants)
    const enrol = (username: string, letter: string) =>
      Promise.all(Array.from({ length: DEVICES }, (_, i) => HttpDevice.enrol(store, username, `${letter}${i}`)))
    const devices = { secretary: await enrol('secretary', 's'), administrator: await enrol('administrator', 'a') }
    await store.close()
    const endpoint = new RealEndpoint({ SOTAY_DATA: folder, SOTAY_BACKUPS: backupFolder })
    const origin = await endpoint.address()
    return new FuzzTarget(endpoint, origin, { driver, file: path.join(folder, 'endpoint.sqlite') }, devices)
  }

  /** A session that holds; the one before may have been signed out by what was sent. */
  async token(caller: FuzzCaller): Promise<string | null> {
    if (caller === 'nobody') return null
    if (caller === 'invented') return INVENTED
    const devices = this.#devices[caller]
    const device = devices[this.#turn++ % devices.length]
    if (!device) throw new RangeError('no device')
    if (device.token === '') await device.renew(this.origin)
    return device.token
  }

  /** After an answer that the session ran out: the device proves itself again, unless it was revoked. */
  async renew(token: string): Promise<void> {
    const device = [...this.#devices.secretary, ...this.#devices.administrator].find((one) => one.token === token)
    await device?.renew(this.origin).catch(() => undefined)
  }

  /** One text for everything in these tables. */
  state(kept: RegExp): string {
    const db = this.#driver.open(this.#file)
    try {
      const rows = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all()
      const tables = rows.map(({ name }) => String(name)).filter((name) => kept.test(name))
      if (tables.length < 4) throw new Error(`too few tables to compare: ${tables.join()}`)
      const hash = createHash('sha256')
      for (const table of tables) {
        const all = db.prepare(`SELECT * FROM "${table}"`).all()
        const told = all.map((row) => JSON.stringify(row, plain)).sort()
        hash.update(`${table}\n${told.join('\n')}\n`)
      }
      return hash.digest('hex')
    } finally {
      db.close()
    }
  }

  /** Bytes of the process, as it says itself. */
  async memory(): Promise<number> {
    const text = await (await fetch(`${this.origin}/v1/metrics`)).text()
    return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? Number.NaN)
  }
}

const plain = (key: string, value: unknown): unknown =>
  SEEN.test(key)
    ? 0
    : typeof value === 'bigint'
      ? String(value)
      : value instanceof Uint8Array
        ? Buffer.from(value).toString('hex')
        : value
