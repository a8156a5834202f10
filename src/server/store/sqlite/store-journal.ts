/**
 * Keeps the journal in step with the store. Triggers collect what a transaction changes, in the transaction; after the
 * commit it goes to the journal file, and once that is on the disk too, the operations in it count as safe (END-50).
 * When the journal cannot be written the store goes on without it: nothing more counts as safe by it, and as soon as it
 * can be written again it first gets everything it missed.
 */
import type { JournalFile } from '#server/journal/journal-file.ts'
import { type Mark, UNKNOWN } from '#server/journal/journal-line.ts'
import { tailOfJournal } from '#server/journal/read-journal.ts'
import { type Connection, text, whole } from './connection.ts'
import { type JournalTable, journalTables, rowsAfter, rowsOf, triggersOf } from './journal-tables.ts'
import type { SqlRow } from './sqlite-surface.ts'

const COUNT_UP = `UPDATE meta SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)
  WHERE key = 'journal_lsn' AND EXISTS (SELECT 1 FROM temp.journal)`
const LINES = 'SELECT line FROM temp.journal ORDER BY id'
const LAST_OP = 'SELECT ifnull(max(rowid), 0) AS last FROM op'
const LSN = `SELECT value FROM meta WHERE key = 'journal_lsn'`
const NOT_YET_SAFE = 'SELECT id, last_n FROM device WHERE safe_n < last_n'
const ROWS_AT_ONCE = 2000
const TRY_AGAIN_MS = 30_000

const linesOf = (rows: readonly SqlRow[]): readonly string[] => rows.map((row) => text(row, 'line'))

export interface JournalIdentity {
  readonly inst: string
  readonly inc: string
}

export interface JournalWatch {
  readonly onJournal: (isInStep: boolean) => void
  readonly onJournalTrouble: (error: unknown) => void
}

/** `behind`: what is committed is not written; `catching-up`: it is, but there are holes before it. */
type State = 'behind' | 'catching-up' | 'in-step'

export class StoreJournal {
  readonly #db: Connection
  readonly #file: JournalFile
  readonly #identity: JournalIdentity
  readonly #watch: JournalWatch
  readonly #tables: readonly JournalTable[]
  readonly #safeByDevice = new Map<string, number>()
  #acknowledged = new Map<string, number>()
  #state: State = 'behind'
  /** How often something could not be written: a catching up during which that happened has to begin anew. */
  #losses = 0
  #catchingUp: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined

  constructor(db: Connection, file: JournalFile, identity: JournalIdentity, watch: JournalWatch) {
    this.#db = db
    this.#file = file
    this.#identity = identity
    this.#watch = watch
    this.#tables = journalTables(db)
    db.exec(`PRAGMA temp_store = MEMORY; CREATE TEMP TABLE journal (id INTEGER PRIMARY KEY, line TEXT NOT NULL);
      ${this.#tables.map(triggersOf).join('\n')}
      INSERT INTO meta (key, value) VALUES ('journal_lsn', '0') ON CONFLICT (key) DO NOTHING;`)
    db.onCommit({ beforeCommit: () => void db.run(COUNT_UP), afterCommit: () => this.#send() })
    this.#startCatchingUp()
  }

  get isInStep(): boolean {
    return this.#state === 'in-step'
  }

  /** Resolves when the journal has everything or was found unwritable. */
  settled(): Promise<void> {
    return this.#catchingUp
  }

  /** Highest n of the device that is in the journal and on its disk; 0 where this process has not seen it. */
  safeOf(device: string): number {
    return this.#safeByDevice.get(device) ?? 0
  }

  /** To be called inside the transaction that stores up to n. */
  noteAcknowledged(device: string, n: number): void {
    this.#acknowledged.set(device, n)
  }

  #mark(): Mark {
    const [lsn, op] = [this.#db.get(LSN), this.#db.get(LAST_OP)]
    return { ...this.#identity, lsn: lsn ? whole(lsn, 'value') : 0, op: op ? whole(op, 'last') : 0 }
  }

  /** A mark that no later start takes for the end of a whole journal. */
  #openMark = (): Mark => ({ ...this.#mark(), op: UNKNOWN })

  #send(): void {
    const lines = linesOf(this.#db.all(LINES))
    const acknowledged = this.#acknowledged
    this.#acknowledged = new Map()
    if (lines.length === 0) return
    this.#db.exec('DELETE FROM temp.journal')
    if (this.#state === 'behind') return
    this.#file.append(lines, this.isInStep ? this.#mark() : this.#openMark()).then(
      () => this.#count(acknowledged),
      (error: unknown) => this.#fallBehind(error),
    )
  }

  #count(acknowledged: ReadonlyMap<string, number>): void {
    if (!this.isInStep) return
    for (const [device, n] of acknowledged) if (n > this.safeOf(device)) this.#safeByDevice.set(device, n)
  }

  #fallBehind(error: unknown): void {
    if (this.#state !== 'behind') this.#watch.onJournalTrouble(error)
    this.#state = 'behind'
    this.#losses++
    this.#watch.onJournal(false)
    this.#timer ??= setTimeout(() => this.#startCatchingUp(), TRY_AGAIN_MS).unref()
  }

  #startCatchingUp(): void {
    this.#timer = undefined
    this.#catchingUp = this.#catchUp().catch((error: unknown) => {
      this.#state = 'catching-up'
      this.#fallBehind(error)
    })
  }

  async #catchUp(): Promise<void> {
    const before = this.#losses
    const tail = await tailOfJournal(this.#file.folder)
    const { inst, inc } = this.#identity
    const own = tail?.inst === inst ? tail : null
    const known = own?.inc === inc ? own : null
    if (own && !known) this.#numberAfter(own.lsn)
    const now = this.#mark()
    if (known?.lsn !== now.lsn || known.op !== now.op) await this.#restate(known?.op ?? UNKNOWN)
    if (this.#losses !== before) throw new Error('the journal could not be written while it caught up')
    this.#state = 'in-step'
    this.#watch.onJournal(true)
    await this.#closeGap()
  }

  /** What is stored at this moment is in the journal once everything handed over so far is. */
  async #closeGap(): Promise<void> {
    const waiting = this.#db.all(NOT_YET_SAFE)
    await this.#file.append([], this.#mark())
    this.#count(new Map(waiting.map((row) => [text(row, 'id'), whole(row, 'last_n')])))
  }

  /** After a restoration: what follows must not look older than what the journal has of before. */
  #numberAfter(lsn: number): void {
    this.#db.run(
      `UPDATE meta SET value = CAST(max(CAST(value AS INTEGER), ?) + 1 AS TEXT) WHERE key = 'journal_lsn'`,
      lsn,
    )
  }

  /** The small tables whole, and the operations after `since`. What is committed meanwhile follows by itself. */
  async #restate(since: number): Promise<void> {
    this.#state = 'catching-up'
    for (const table of this.#tables) {
      if (table.name === 'op') await this.#restateOps(table, since)
      else await this.#restateTable(table)
    }
  }

  async #restateTable(table: JournalTable): Promise<void> {
    let rows = this.#db.all(rowsOf(table, false), ROWS_AT_ONCE)
    while (rows.length > 0) {
      const last = rows.at(-1) ?? {}
      await this.#file.append(linesOf(rows), this.#openMark())
      rows = this.#db.all(rowsOf(table, true), ...table.key.map((column) => last[column] ?? null), ROWS_AT_ONCE)
    }
  }

  async #restateOps(table: JournalTable, since: number): Promise<void> {
    for (let last = since; ; ) {
      const rows = this.#db.all(rowsAfter(table), last, ROWS_AT_ONCE)
      if (rows.length === 0) return
      last = whole(rows.at(-1) ?? {}, 'position')
      await this.#file.append(linesOf(rows), this.#openMark())
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#catchingUp
    await this.#file.close()
  }
}
