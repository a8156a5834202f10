/**
 * Opens a person's store for the sync engine alone, where no screen is and none of its code should be (a service worker).
 * It makes nothing: a store that is not there, was emptied or belongs to a newer version is left to the page.
 */
import type { Clock } from '#domain/kernel/clock.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import { openSealer } from '#data/sealing/sealer.ts'
import { Connection } from './connection.ts'
import { databaseName, LocalDatabase } from './local-database.ts'
import { readMeta } from './meta.ts'
import { createSyncStore } from './remote.ts'
import { storageProblem } from './storage-problem.ts'
import type { EngineOptions } from './version-guard.ts'

export interface OpenedSyncStore {
  readonly store: SyncStore
  readonly replica: () => string
  close(): void
}

async function isThere(storeId: string, indexedDB: IDBFactory): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === databaseName(storeId))
}

/** Null where there is nothing it may open. */
export async function openSyncStore(
  storeId: string,
  clock: Clock,
  engine: EngineOptions = {},
): Promise<OpenedSyncStore | null> {
  if (!(await isThere(storeId, engine.indexedDB ?? globalThis.indexedDB))) return null
  const db = new LocalDatabase(databaseName(storeId), openSealer, engine)
  try {
    const [canary, identity] = await Promise.all([readMeta(db, 'canary'), readMeta(db, 'identity')])
    if (canary && identity) return opened(db, identity, clock)
    db.close()
    return null
  } catch (error) {
    db.close()
    if (storageProblem(error)) return null
    throw error
  }
}

function opened(db: LocalDatabase, first: StoredIdentity, clock: Clock): OpenedSyncStore {
  const connection = new Connection(db, async (again) => (await readMeta(again, 'canary')) !== undefined)
  let { replica } = first
  const store = createSyncStore({
    connection,
    replica,
    clock,
    onCommitted: () => () => undefined,
    identityChanged: (identity) => {
      replica = identity.replica
    },
  })
  return { store, replica: () => replica, close: () => connection.close() }
}
