/**
 * Rows that come one after the other, written many in one statement: half the time of a large push is the way to SQLite
 * and back for each of its rows.
 */
import type { Connection } from './connection.ts'
import type { SqlValue } from './sqlite-surface.ts'

/** More in one statement gains nothing (decision record 0016). */
const AT_ONCE = 20

export class MultiRow {
  readonly #db: Connection
  readonly #width: number
  readonly #one: string
  readonly #many: string
  #values: SqlValue[] = []

  /** `head` up to and with VALUES, `tail` what follows the rows. */
  constructor(db: Connection, head: string, width: number, tail = '') {
    const row = `(${Array.from({ length: width }, () => '?').join()})`
    this.#db = db
    this.#width = width
    this.#one = `${head} ${row} ${tail}`
    this.#many = `${head} ${Array.from({ length: AT_ONCE }, () => row).join()} ${tail}`
  }

  add(row: readonly SqlValue[]): void {
    this.#values.push(...row)
    if (this.#values.length < AT_ONCE * this.#width) return
    this.#db.run(this.#many, ...this.#values)
    this.#values = []
  }

  /** What is left; to be called before the transaction ends. */
  flush(): void {
    for (let at = 0; at < this.#values.length; at += this.#width)
      this.#db.run(this.#one, ...this.#values.slice(at, at + this.#width))
    this.#values = []
  }
}
