// Evidence in a real browser: a camera that kills the page, the camera in the page, marks over a photo, and what is left
// of a camera's notes. One story on one phone, offline after the first sign-in.
import { Buffer } from 'node:buffer'
import { expect, type Page, test } from '@playwright/test'
import { MAKER, withCameraNotes } from '#support/camera-notes.ts'
import { rowsOf, storedPhotos } from './support/device-data.ts'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { note, openQuestion } from './support/question.ts'
import { signIn } from './support/steps.ts'

const PRETENDED_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
const WORDS = 'Chữ viết ngay trước khi mở máy ảnh'

let installation: Installation
const profile = new Profile(phone, PRETENDED_CAMERA)

test.beforeAll(async () => {
  installation = await Installation.create()
})
test.afterAll(async () => {
  await profile.remove()
  await installation.remove()
})

const drafts = async (page: Page): Promise<string> =>
  JSON.stringify(await rowsOf(page, { database: 'sotay-', table: 'draft' }))

/** The renderer goes as under a phone's own camera: no event, no farewell. */
async function killRenderer(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page)
  const gone = page.waitForEvent('crash')
  tools.send('Page.crash').catch(() => {})
  await gone
}

const smallJpeg = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1800, 1350)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    const colours = context.createLinearGradient(0, 0, 1800, 1350)
    colours.addColorStop(0, '#357')
    colours.addColorStop(1, '#fc9')
    context.fillStyle = colours
    context.fillRect(0, 0, 1800, 1350)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())))
  })
  return Buffer.from(base64, 'base64')
}

/** Everything stored as a photo or a thumbnail, byte for byte as Latin letters. */
const storedBytes = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    let text = ''
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('sotay-')) continue
      const db = await settled(indexedDB.open(name))
      const rows = db.objectStoreNames.contains('blob')
        ? await settled(db.transaction('blob').objectStore('blob').getAll())
        : []
      db.close()
      for (const { box } of rows as { box: { bytes: Uint8Array } }[])
        text += new TextDecoder('latin1').decode(box.bytes)
    }
    return text
  })

const photos = (page: Page) => page.getByRole('list', { name: 'Bằng chứng' }).getByRole('img')

/** Whether any camera is still open in the page. */
const liveTracks = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { tracks = [] } = window as { tracks?: MediaStreamTrack[] }
    return tracks.filter(({ readyState }) => readyState === 'live').length
  })

const rememberTracks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    const tracks: MediaStreamTrack[] = []
    Object.assign(window, { tracks })
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted)
      tracks.push(...stream.getTracks())
      return stream
    }
  })

test('EVI-5, EVI-6, EVI-8, EVI-9, EVI-10: a killed page comes back to its question; photos from file, page and pen are pixels only', async () => {
  let page = await profile.open()
  await signIn(page, installation, 'thuky.doanket')
  await openQuestion(page, installation.address)
  const address = page.url()
  const question = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await profile.setOffline(true)

  await test.step('the camera opens after the disk knows what for, and the page is killed', async () => {
    await note(page).pressSequentially(WORDS)
    const chooser = page.waitForEvent('filechooser')
    await page.locator('input[type=file][capture]').first().click()
    await chooser
    const kept = await drafts(page)
    expect(kept).toContain('capture-intent')
    expect(kept).toContain(new URL(address).pathname)
    await killRenderer(page)
  })

  await test.step('the app starts at its first screen and goes on to the question', async () => {
    const next = await page.context().newPage()
    await page.close()
    page = next
    await page.goto(installation.address)
    await expect(page).toHaveURL(address)
    await expect(page.getByText(`Anh/chị đang chụp ảnh cho câu: ${question.trim()}`)).toBeVisible()
    await expect(note(page)).toHaveValue(WORDS)
  })

  await test.step('the photo finds its question, with the camera’s day and without its notes', async () => {
    const buffer = withCameraNotes(await smallJpeg(page), '2026:10:02 08:15:00')
    expect(buffer.toString('latin1')).toContain(MAKER)
    const file = { name: 'anh.jpg', mimeType: 'image/jpeg', buffer }
    await page.getByLabel('Chọn hoặc chụp lại ảnh').setInputFiles(file)
    await expect(photos(page)).toHaveCount(1)
    await expect(page.getByText('02/10/2026')).toBeVisible()
    await expect(page.getByText(/Anh\/chị đang chụp ảnh cho câu/)).toHaveCount(0)
    const bytes = await storedBytes(page)
    for (const note of ['Exif', MAKER, '2026:10:02']) expect(bytes).not.toContain(note)
    expect(await drafts(page)).not.toContain('capture-intent')
  })

  await test.step('several photos in a row with the camera in the page, which is let go afterwards', async () => {
    await rememberTracks(page)
    await page.getByRole('button', { name: 'Chụp ngay trong ứng dụng' }).click()
    const camera = page.getByRole('dialog', { name: 'Chụp bằng chứng' })
    await expect(camera.getByText('Không chụp hồ sơ, giấy tờ tùy thân của công dân.')).toBeVisible()
    for (const count of [1, 2]) {
      await camera.getByRole('button', { name: 'Chụp', exact: true }).click()
      await expect(camera.getByText(`Đã lưu trên máy ${count} ảnh cho câu này.`)).toBeVisible()
    }
    expect(await liveTracks(page)).toBe(1)
    await camera.getByRole('button', { name: 'Xong' }).click()
    await expect.poll(() => liveTracks(page)).toBe(0)
    await expect(photos(page)).toHaveCount(3)
  })

  await test.step('an arrow by finger and a stroke by keyboard are stored as a photo beside the first', async () => {
    await page.getByRole('button', { name: 'Ảnh 1', exact: true }).click()
    await page.getByRole('button', { name: 'Đánh dấu lên ảnh' }).click()
    const canvas = page.getByLabel('Ảnh để vẽ lên')
    const box = await canvas.boundingBox()
    if (!box) throw new Error('no canvas')
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.6, { steps: 4 })
    await page.mouse.up()
    await expect(page.getByText('Đã vẽ 1 nét.')).toBeVisible()
    await page.getByRole('radio', { name: 'Bút' }).check()
    await page.getByRole('radio', { name: 'Vàng' }).check()
    await canvas.focus()
    for (const key of ['Enter', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await expect(page.getByText('Đã vẽ 2 nét.')).toBeVisible()
    expect(await drafts(page)).toContain('marks:')
    await page.getByRole('button', { name: 'Lưu ảnh đánh dấu' }).click()
    await expect(photos(page)).toHaveCount(4)
    await expect(page.getByText('02/10/2026')).toHaveCount(2)
    expect(await drafts(page)).not.toContain('marks:')
    const stored = await storedPhotos(page)
    expect(stored).toHaveLength(8)
    for (const { width, height, size } of stored) {
      expect(Math.max(width, height)).toBeLessThanOrEqual(1600)
      expect(size).toBeLessThanOrEqual(200_000)
    }
  })
})
