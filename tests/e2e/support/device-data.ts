// What is on the device's disk, read and spoilt behind the app's back: the judge of "nothing is lost".
import type { Page } from '@playwright/test'

interface Wanted {
  readonly database: string
  readonly table: string
}

/** Every row of a table, in all databases whose name begins so. */
export const rowsOf = (page: Page, wanted: Wanted): Promise<unknown[]> =>
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

export interface StoredPhoto {
  readonly isBytes: boolean
  readonly size: number
  readonly width: number
  readonly height: number
}

/** Pictures as they lie on the disk, decoded again; the smallest first. */
export const storedPhotos = async (page: Page): Promise<readonly StoredPhoto[]> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const photos: StoredPhoto[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('sotay-')) continue
      const db = await settled(indexedDB.open(name))
      const rows = db.objectStoreNames.contains('blob')
        ? await settled(db.transaction('blob').objectStore('blob').getAll())
        : []
      db.close()
      for (const { box } of rows as { box: { bytes: Uint8Array<ArrayBuffer> } }[]) {
        const { width, height } = await createImageBitmap(new Blob([box.bytes]))
        photos.push({ isBytes: box.bytes instanceof Uint8Array, size: box.bytes.byteLength, width, height })
      }
    }
    return photos.sort((a, b) => a.size - b.size)
  })

/** Whether two megabytes lie ready to be given up for text. */
export const hasBallast = async (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    let found = 0
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('sotay-') || name === 'sotay-device') continue
      const db = await settled(indexedDB.open(name))
      if (db.objectStoreNames.contains('meta'))
        found += await settled(db.transaction('meta').objectStore('meta').count('ballast'))
      db.close()
    }
    return found > 0
  })
