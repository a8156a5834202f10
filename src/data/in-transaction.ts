/**
 * Runs work in one transaction. The scope function has to be an `async` function literally: handed a plain function
 * that returns a promise, Dexie loses the transaction after two nested awaits, the work then goes on outside of it and
 * what was written stays (PrematureCommitError is raised, but too late). So nobody else calls `db.transaction`.
 */
import type { LocalDatabase } from './local-database.ts'

/** Tables of whatever rows: only their names are needed. */
type Tables = readonly { readonly name: string }[]

const namesOf = (tables: Tables): readonly string[] => tables.map(({ name }) => name)

export const readIn = <T>(db: LocalDatabase, tables: Tables, work: () => PromiseLike<T>): Promise<T> =>
  db.transaction('r', namesOf(tables), async () => work())

export const writeIn = <T>(db: LocalDatabase, tables: Tables, work: () => PromiseLike<T>): Promise<T> =>
  db.transaction('rw', namesOf(tables), async () => work())
