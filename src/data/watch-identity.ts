/** Grants, places and the replica may be changed by another tab of this profile: this one follows without a restart (DAT-24). */
import { liveQuery } from 'dexie'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { LocalDatabase } from './local-database.ts'
import { readMeta } from './meta.ts'

/** Returns how to stop. A database that closes ends it by itself. */
export function watchIdentity(
  db: LocalDatabase,
  current: () => StoredIdentity,
  changed: (identity: StoredIdentity) => void,
): () => void {
  const subscription = liveQuery(() => readMeta(db, 'identity')).subscribe({
    next(stored) {
      if (stored && JSON.stringify(stored) !== JSON.stringify(current())) changed(stored)
    },
    error: () => undefined,
  })
  return () => subscription.unsubscribe()
}
