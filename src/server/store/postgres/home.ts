/**
 * The incarnation changes whenever the database went back in time, and nobody tells the endpoint that it did: a dump
 * was loaded, a cluster recovered to a point in time, a standby promoted, a disk image put back. So it is asked at
 * every request where the data lives: in which cluster, in which database, on which timeline, and at which place of
 * the log. A dump or a new cluster changes the first two, recovery and promotion the third; a disk image changes
 * none, but its log is behind what this endpoint saw before and noted in its folder.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RandomSource } from '#domain/kernel/clock.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import { lockInTransaction } from './advisory-lock.ts'
import type { PostgresDatabase, Queries } from './database.ts'

export const [INCARNATION_KEY, HOME_KEY] = ['incarnation', 'home']

const HOME = `(SELECT system_identifier FROM pg_control_system()) || '/' ||
  (SELECT oid FROM pg_database WHERE datname = current_database()) || '/' ||
  substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)`
const STATE = `SELECT ${HOME} AS home, (pg_current_wal_flush_lsn() - '0/0')::bigint AS position,
  (SELECT value FROM meta WHERE key = '${INCARNATION_KEY}') AS incarnation,
  (SELECT value FROM meta WHERE key = '${HOME_KEY}') AS known_home`
const SAVE = 'INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value'

/** What this endpoint knows of the database from before. */
export interface Sighting {
  readonly incarnation: string
  readonly home: string
  /** Bytes of log that were safely written. */
  readonly position: number
}

interface State extends Sighting {
  readonly hasChangedHome: boolean
  readonly isNew: boolean
}

async function readState(queries: Queries): Promise<State> {
  const row = (await queries.row(STATE)) ?? {}
  return {
    incarnation: text(row, 'incarnation'),
    home: text(row, 'home'),
    position: whole(row, 'position'),
    isNew: row.incarnation === null,
    hasChangedHome: row.known_home !== row.home,
  }
}

/** Whether devices have to be told to read again. */
const wentBack = (now: State, before: Sighting | null): boolean =>
  now.isNew ||
  now.hasChangedHome ||
  (before !== null &&
    before.incarnation === now.incarnation &&
    before.home === now.home &&
    now.position < before.position)

/** Writes where the data lives now, for a database that was filled on purpose and not restored. */
export async function saveHome(queries: Queries): Promise<void> {
  await queries.run(`INSERT INTO meta (key, value) SELECT '${HOME_KEY}', ${HOME}
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
}

const NOTE_EVERY_MS = 60_000

export class Home {
  readonly #db: PostgresDatabase
  readonly #random: RandomSource
  readonly #file: string
  #seen: Sighting | null
  #notedMs = 0

  constructor(db: PostgresDatabase, random: RandomSource, folder: string) {
    this.#db = db
    this.#random = random
    this.#file = path.join(folder, 'postgres-seen.json')
    this.#seen = existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Sighting) : null
  }

  async incarnation(): Promise<string> {
    const state = await readState(this.#db)
    const { incarnation, home, position } = wentBack(state, this.#seen) ? await this.#renew() : state
    this.#seen = { incarnation, home, position }
    if (Date.now() - this.#notedMs > NOTE_EVERY_MS) this.note()
    return incarnation
  }

  /** Another endpoint may have been quicker: then its new incarnation counts. */
  #renew(): Promise<Sighting> {
    return this.#db.transaction(async (queries) => {
      await lockInTransaction(queries, 'incarnation')
      const state = await readState(queries)
      if (!wentBack(state, this.#seen)) return state
      const incarnation = Buffer.from(this.#random.bytes(9)).toString('base64url')
      await queries.run(SAVE, INCARNATION_KEY, incarnation)
      await queries.run(SAVE, HOME_KEY, state.home)
      return { ...state, incarnation }
    })
  }

  /** Keeps on this machine how far the database was; a half-written note is never read. */
  note(): void {
    if (!this.#seen) return
    this.#notedMs = Date.now()
    mkdirSync(path.dirname(this.#file), { recursive: true })
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#seen))
    renameSync(`${this.#file}.new`, this.#file)
  }
}
