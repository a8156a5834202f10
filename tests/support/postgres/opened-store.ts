/** A PostgreSQL store with folders of its own, closed with the test. */
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openPostgresStore } from '#server/store/postgres/postgres-store.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { repeatableRandom } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

const random = repeatableRandom(11)

export interface OpenedPostgres {
  readonly store: EndpointStore
  readonly folder: string
  close(): Promise<void>
}

export async function openedPostgres(connectionString: string, folder = tempFolder()): Promise<OpenedPostgres> {
  const backupFolder = path.join(folder, 'backups')
  const store = await openPostgresStore({ connectionString, folder, backupFolder, random })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await store.close()
    isOpen = false
  }
  onTestFinished(close)
  return { store, folder, close }
}
