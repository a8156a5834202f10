/**
 * One connection, and everything on it synchronous: a transaction is a callback without `await`, so no two requests
 * ever interleave inside one, and the event loop is the write queue. Durability is `synchronous=FULL` with a
 * write-ahead log: COMMIT returns after the fsync, and only then does anybody get an acknowledgement (END-6).
 */
import type { Database, SqlRow, SqlValue, Statement } from './sqlite-surface.ts'

export class Connection {
  readonly #database: Database
  readonly #statementsBySql = new Map<string, Statement>()

  constructor(database: Database) {
    this.#database = database
    database.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
    )
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

  /** Number of rows changed. */
  run(sql: string, ...values: readonly SqlValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes)
  }

  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
    return this.#prepare(sql).get(...values)
  }

  all(sql: string, ...values: readonly SqlValue[]): SqlRow[] {
    return this.#prepare(sql).all(...values)
  }

  transaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#database.exec('COMMIT')
      return result
    } catch (error) {
      this.#database.exec('ROLLBACK')
      throw error
    }
  }

  close(): void {
    this.#statementsBySql.clear()
    this.#database.close()
  }
}

/** Reads a column that the schema promises to be text. */
export const text = (row: SqlRow, column: string): string => String(row[column])

/** Reads a column that the schema promises to be a whole number. */
export const whole = (row: SqlRow, column: string): number => Number(row[column])
