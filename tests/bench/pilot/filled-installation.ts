// An endpoint over a folder that was filled before it started, and the password of its demonstration.
import path from 'node:path'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { findSqlite } from '#server/store/sqlite/sqlite-surface.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { Installation } from '../../e2e/support/installation.ts'

/** The demonstration, stopped, filled and started again. */
export async function filledInstallation(fill: (store: EndpointStore) => Promise<number>): Promise<Installation> {
  const installation = await Installation.create()
  await installation.kill()
  const driver = await findSqlite()
  if (!driver.ok) throw new Error(`no usable SQLite: ${driver.error.join()}`)
  const store = openSqliteStore({
    folder: installation.dataDir,
    backupFolder: path.join(installation.dataDir, '..', `${path.basename(installation.dataDir)}-backups`),
    driver: driver.value,
    random: { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) },
  })
  const began = performance.now()
  const count = await fill(store)
  await store.close()
  console.log(`filled with ${count} records in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  await installation.start()
  return installation
}
