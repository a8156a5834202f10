/** Whether a key is really the store's: asked before anything is built on a key that came from elsewhere. */
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import { readMeta } from '#data/meta.ts'
import { storageProblem } from '#data/storage-problem.ts'
import type { EngineOptions } from '#data/version-guard.ts'
import { createRowSealer, DATA_KEY_BYTES } from './row-sealer.ts'
import { isSealedBox } from './sealer.ts'

/** The canary is in every store from its first moment; in clear, while a first PIN is still sealing rows, it proves nothing. */
export async function opensStore(storeId: string, dataKey: Uint8Array, engine: EngineOptions = {}): Promise<boolean> {
  if (dataKey.length !== DATA_KEY_BYTES) return false
  const sealer = createRowSealer(dataKey)
  let wasSealed = false
  const watching: typeof sealer = {
    seal: sealer.seal,
    open: (table, key, box) => {
      wasSealed = isSealedBox(box)
      return sealer.open(table, key, box)
    },
  }
  const db = new LocalDatabase(databaseName(storeId), watching, engine)
  try {
    return (await readMeta(db, 'canary')) !== undefined && wasSealed
  } catch (error) {
    if (storageProblem(error) || (error as Error).name === 'DataError') return false
    throw error
  } finally {
    db.close()
  }
}
