/** Every SQLite that this machine offers to the endpoint and that is new enough. */
import { findSqlite, type SqliteDriver } from '#server/store/sqlite/sqlite-surface.ts'

export async function sqliteDriver(): Promise<SqliteDriver> {
  const driver = await findSqlite()
  if (!driver.ok) throw new Error(`no usable SQLite: ${driver.error.join()}`)
  return driver.value
}
