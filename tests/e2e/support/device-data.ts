// What is on the device's disk, read and spoilt behind the app's back: the judge of "nothing is lost".
import type { Page } from '@playwright/test'

interface Wanted {
  readonly database: string
  readonly table: string
}

/** Every row of a table, in all databases whose name begins so. */
const rowsOf = (page: Page, wanted: Wanted): Promise<unknown[]> =>
  page.evaluate(async ({ database, table }) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const rows: unknown[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith(database)) continue
      const db = await settled(indexedDB.open(name))
      if (db.objectStoreNames.contains(table))
        rows.push(...(await settled(db.transaction(table).objectStore(table).getAll())))
      db.close()
    }
    return rows
  }, wanted)

/** Own operations on this device, sent or not. */
export const ownOperations = async (page: Page): Promise<number> =>
  (await rowsOf(page, { database: 'sotay-', table: 'own' })).length

/** Drafts of text being typed, as one text to look into. */
export const draftText = async (page: Page): Promise<string> =>
  JSON.stringify(await rowsOf(page, { database: 'sotay-', table: 'draft' }))

/** The token on the device becomes one the endpoint never gave; on demand the device's key goes too. */
export const spoilSession = (page: Page, spoils: { readonly deviceKey: boolean }): Promise<void> =>
  page.evaluate(async ({ deviceKey }) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await settled(indexedDB.open('sotay-device'))
    const transaction = db.transaction(['session', 'setting'], 'readwrite')
    const sessions = transaction.objectStore('session')
    for (const session of await settled(sessions.getAll()))
      await settled(sessions.put({ ...session, token: 'khong-con-dung' }))
    if (deviceKey) await settled(transaction.objectStore('setting').delete('device-key'))
    db.close()
  }, spoils)

/** A newer program asks for the person's database and gives up halfway, which leaves the version as it was. */
export const beginUpgrade = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('sotay-demo'))
    if (!known?.name || !known.version) throw new Error('no database of a person')
    const request = indexedDB.open(known.name, known.version + 10)
    await new Promise<void>((resolve) => {
      request.onupgradeneeded = () => request.transaction?.abort()
      request.onerror = () => resolve()
    })
  })
