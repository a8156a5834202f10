/**
 * One connection, and everything on it synchronous: a transaction is a callback without `await`, so no two requests
 * ever interleave inside one, and the event loop is the write queue. Durability is `synchronous=FULL` with a
 * write-ahead log: COMMIT returns after the fsync, and only then does anybody get an acknowledgement (END-6).
 */
import type { Database, SqlRow, SqlValue, Statement } from './sqlite-surface.ts'

/** Who wants to know of transactions: the journal notes what each of them changed. */
export interface CommitHooks {
  /** Still inside, as its last statement. */
  beforeCommit(): void
  afterCommit(): void
}

/** SQLite ended the whole transaction, not just a part of it; nothing more may be done in its name. */
export class TransactionGoneError extends Error {
  constructor(cause: unknown) {
    super('the transaction is gone', { cause })
  }
}

export class Connection {
  readonly #database: Database
  readonly #statementsBySql = new Map<string, Statement>()
  #hooks: CommitHooks | undefined
  #isInside = false

  constructor(database: Database) {
    this.#database = database
    database.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
    )
    // A large push stays in memory until its commit, and the log is brought in at 32 MB, not within every such commit.
    database.exec('PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 8000;')
  }

  #prepare(sql: string): Statement {
    const known = this.#statementsBySql.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    this.#statementsBySql.set(sql, statement)
    return statement
  }

  exec(sql: string): void {
    this.#database.exec(sql)
  }

  /** Number of rows changed. Outside a transaction it is one of its own, so that nothing escapes the journal. */
  run(sql: string, ...values: readonly SqlValue[]): number {
    const work = (): number => Number(this.#prepare(sql).run(...values).changes)
    return this.#isInside || !this.#hooks ? work() : this.transaction(work)
  }

  /** The whole database as another file; SQLite does that outside transactions only. */
  copyInto(file: string): void {
    this.#prepare('VACUUM INTO ?').run(file)
  }

  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
    return this.#prepare(sql).get(...values)
  }

  all(sql: string, ...values: readonly SqlValue[]): SqlRow[] {
    return this.#prepare(sql).all(...values)
  }

  onCommit(hooks: CommitHooks): void {
    this.#hooks = hooks
  }

  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE')
    const result = this.#finish(work)
    this.#hooks?.afterCommit()
    return result
  }

  #finish<T>(work: () => T): T {
    this.#isInside = true
    try {
      const result = work()
      this.#hooks?.beforeCommit()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      this.#rollBack('ROLLBACK')
      throw error
    } finally {
      this.#isInside = false
    }
  }

  /** A part of a transaction that may fail without taking the rest along. */
  savepoint<T>(work: () => T): T {
    this.#database.exec('SAVEPOINT part')
    try {
      const result = work()
      this.#database.exec('RELEASE part')
      return result
    } catch (error) {
      if (!this.#rollBack('ROLLBACK TO part; RELEASE part')) throw new TransactionGoneError(error)
      throw error
    }
  }

  /** False where SQLite rolled back by itself, as it may on a full disk; what went wrong first is what counts. */
  #rollBack(sql: string): boolean {
    try {
      this.#database.exec(sql)
      return true
    } catch {
      return false
    }
  }

  /** Brings the write-ahead log in, so that the file alone is the database. */
  settle(): void {
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  /** On a full disk the log stays beside the file; the next start brings it in. */
  close(): void {
    try {
      this.settle()
    } catch {
      // Nothing is lost: the log is as durable as the file.
    }
    this.#statementsBySql.clear()
    this.#database.close()
  }
}

/** Reads a column that the schema promises to be text. */
export const text = (row: SqlRow, column: string): string => String(row[column])

/** Reads a column that the schema promises to be a whole number. */
export const whole = (row: SqlRow, column: string): number => Number(row[column])
