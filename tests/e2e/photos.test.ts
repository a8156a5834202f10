// Photos in a real browser: how small they become, what holds them back, and what a full disk does to them and to text.
import { expect, type Page, test } from '@playwright/test'
import { BALLAST_BYTES } from '#data/ballast.ts'
import { hasBallast, ownOperations, storedPhotos } from './support/device-data.ts'
import { EndpointFacts } from './support/endpoint-facts.ts'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { note, openQuestion, thirdAnswer } from './support/question.ts'
import { chip, fetchCodeReader, photograph, signIn } from './support/steps.ts'

const BY_ITSELF = { timeout: 30_000 }
const SECRETARY = 'thuky.doanket'

let installation: Installation
let facts: EndpointFacts
let profile: Profile

test.beforeAll(async () => {
  installation = await Installation.create()
  facts = await EndpointFacts.of(installation)
})
test.afterAll(() => installation.remove())
test.beforeEach(() => {
  profile = new Profile(phone)
})
test.afterEach(() => profile.remove())

async function atWork(): Promise<Page> {
  const page = await profile.open()
  await signIn(page, installation, SECRETARY)
  return page
}

/** A JPEG out of a canvas with a camera's amount of detail. */
const jpegOf = async (page: Page, width: number, height: number): Promise<Buffer> => {
  const base64 = await page.evaluate(
    async ([w = 0, h = 0]) => {
      const canvas = new OffscreenCanvas(w, h)
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      let state = 174
      const next = () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return state / 2 ** 32
      }
      for (let at = 0; at < 40_000; at++) {
        context.fillStyle = `hsl(${next() * 360} ${next() * 80}% ${20 + next() * 70}%)`
        context.fillRect(next() * w, next() * h, (next() * w) / 40, (next() * h) / 40)
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      let text = ''
      for (let from = 0; from < bytes.length; from += 32_768)
        text += String.fromCharCode(...bytes.subarray(from, from + 32_768))
      return btoa(text)
    },
    [width, height],
  )
  return Buffer.from(base64, 'base64')
}

async function take(page: Page, buffer: Buffer): Promise<void> {
  const before = await page.getByRole('img').count()
  await page
    .locator('input[type=file][capture]')
    .first()
    .setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer })
  await expect.poll(() => page.getByRole('img').count(), BY_ITSELF).toBeGreaterThan(before)
}

test('a photo of 12 megapixels, lying or upright, becomes at most 200 kB of bytes at 1600 px and a thumbnail of about 10 kB', async () => {
  const page = await atWork()
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await openQuestion(page, installation.address)
  for (const [width, height] of [
    [4000, 3000],
    [3000, 4000],
  ] as const)
    await take(page, await jpegOf(page, width, height))
  expect(workers).toHaveLength(2)
  const photos = await storedPhotos(page)
  expect(photos).toHaveLength(4)
  expect(photos.every(({ isBytes }) => isBytes)).toBe(true)
  for (const { size, width, height } of photos.slice(0, 2)) {
    expect(size).toBeLessThanOrEqual(10_000)
    expect(Math.max(width, height)).toBeLessThanOrEqual(240)
  }
  for (const { size, width, height } of photos.slice(2)) {
    expect(size).toBeLessThanOrEqual(200_000)
    expect(Math.min(width, height) / Math.max(width, height)).toBeCloseTo(0.75, 2)
    expect(Math.max(width, height)).toBeGreaterThanOrEqual(1024)
  }
})

test('SYN-15: where the browser hides its network a photo waits for a word; the chip and the sync centre say so and what it costs', async () => {
  const page = await atWork()
  await openQuestion(page, installation.address)
  const before = (await facts.overview()).facts.blobs
  await photograph(page)
  await thirdAnswer(page).check()
  await expect(chip(page)).toHaveText(/Đã lưu trên máy.*1 tệp chờ cho gửi/, BY_ITSELF)
  expect((await facts.overview()).facts.blobs - before).toBe(1)
  await chip(page).click()
  await expect(page.getByText(/^1 tệp: \d+.kB, ~\d+ giây$/)).toBeVisible()
  await expect(page.getByText(/Trình duyệt không cho biết đang dùng Wi-Fi hay mạng di động nên/)).toBeVisible()
  await expect(page.locator('main')).not.toContainText('Đã gửi hết')
  await page.getByRole('button', { name: 'Gửi 1 tệp ngay' }).click()
  await expect(chip(page)).toContainText('Đã gửi', BY_ITSELF)
  await expect.poll(async () => (await facts.overview()).facts.blobs - before).toBe(2)
})

/** Whether the browser refuses even a letter more, asked beside the app's own database. */
const refusesMore = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const full = (error: DOMException | null) => resolve(error?.name === 'QuotaExceededError')
        const opening = indexedDB.open('probe', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('letters', { autoIncrement: true })
        opening.onerror = () => full(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const writing = db.transaction('letters', 'readwrite')
          writing.objectStore('letters').add('a')
          const end = (refused: boolean) => {
            db.close()
            resolve(refused)
          }
          writing.oncomplete = () => end(false)
          writing.onabort = () => end(writing.error?.name === 'QuotaExceededError')
        }
      }),
  )

/**
 * Takes all room but half of the ballast. What a file system holds is counted late, and for half a minute after a write
 * the browser spends room that it had found before: full is the disk once a write beside the app's is refused.
 */
async function fillTheDisk(page: Page): Promise<void> {
  const disk = await page.context().newCDPSession(page)
  await expect
    .poll(
      async () => {
        const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
        const quotaSize = usage - BALLAST_BYTES / 2
        await disk.send('Storage.overrideQuotaForOrigin', { origin: installation.address, quotaSize })
        return refusesMore(page)
      },
      { timeout: 60_000, intervals: [1000] },
    )
    .toBe(true)
  expect(await hasBallast(page)).toBe(true)
}

test('DAT-13, EVI-3: on a full disk an answer is still saved, at the price of the ballast, and the camera stops with a sentence', async () => {
  let page = await atWork()
  await expect.poll(() => hasBallast(page), BY_ITSELF).toBe(true)
  await fetchCodeReader(page, installation.address)
  await profile.kill()
  page = await profile.open()
  await openQuestion(page, installation.address)
  const before = await ownOperations(page)
  await fillTheDisk(page)
  await thirdAnswer(page).check()
  await expect.poll(() => ownOperations(page), BY_ITSELF).toBeGreaterThan(before)
  await note(page).fill('Chữ viết khi máy đầy vẫn được lưu')
  await note(page).blur()
  await expect.poll(() => ownOperations(page)).toBeGreaterThan(before + 2)
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await hasBallast(page)).toBe(false)
  const address = page.url()
  await page.getByRole('link', { name: 'Câu sau' }).click()
  await expect(page.getByText('Hết chỗ cho ảnh')).toBeVisible()
  await expect(page.locator('input[type=file][capture]').first()).toBeDisabled()
  await page.goto(address)
  await expect(thirdAnswer(page)).toBeChecked()
  await expect(note(page)).toHaveValue('Chữ viết khi máy đầy vẫn được lưu')
})
