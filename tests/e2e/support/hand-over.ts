// Files between browser profiles, as people move them: saved out of one, opened in the other.
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'

/** A headless browser has no dialog for choosing a place: there the file goes to the downloads, as on Firefox and iOS. */
export async function withoutSaveDialog(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    Object.assign(window, { showSaveFilePicker: undefined })
  })
}

/** The device has what it needs to make and check files without a network: it comes after the first text rounds. */
export async function hasPass(page: Page): Promise<void> {
  const isThere = () =>
    page.evaluate(async () => {
      const settled = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('sotay-demo'))
      if (!known?.name) return false
      const db = await settled(indexedDB.open(known.name))
      const pass: unknown = await settled(db.transaction('meta').objectStore('meta').get('hand-over-pass'))
      db.close()
      return pass !== undefined
    })
  await expect.poll(isThere, { timeout: 30_000 }).toBe(true)
}

export interface HandedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Presses "Lưu tệp" and holds what the browser saved. */
export async function savedFile(page: Page): Promise<HandedFile> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu tệp' }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

export async function makeFile(page: Page, address: string, recipient: RegExp, phrase?: string): Promise<HandedFile> {
  await page.goto(`${address}/sync/hand-over`)
  await page.getByRole('radio', { name: recipient }).check()
  if (phrase !== undefined) {
    await page.getByRole('checkbox', { name: 'Khóa bằng cụm mật khẩu' }).check()
    await page.getByLabel('Cụm mật khẩu', { exact: true }).fill(phrase)
  }
  await page.getByRole('button', { name: 'Tạo tệp' }).click()
  await expect(page.getByText('Tệp đã sẵn sàng')).toBeVisible()
  return savedFile(page)
}

export async function openFile(page: Page, address: string, { name, bytes }: HandedFile): Promise<void> {
  await page.goto(`${address}/sync/hand-over`)
  const input = page.locator('input[type=file]')
  await expect(input).toBeEnabled()
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

/** Types the phrase of the locked parts of the file that was opened. */
export async function tryPhrase(page: Page, phrase: string): Promise<void> {
  await page.getByLabel('Cụm mật khẩu của người gửi').fill(phrase)
  await page.getByRole('button', { name: 'Mở khóa' }).click()
}
