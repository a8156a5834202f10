// The app as an installed thing: it can be installed, all of it is on the device after one visit, a new version waits
// until nobody is typing, a killed browser keeps what was being written, and no other host ever hears of it.
import { readdirSync } from 'node:fs'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { draftText } from './support/device-data.ts'
import { FaultyProxy } from './support/faulty-proxy.ts'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { note, openQuestion } from './support/question.ts'
import { chip, signIn, signInAnother, switchTo } from './support/steps.ts'

let installation: Installation
let profile: Profile

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await installation.remove()
})

test.beforeEach(() => {
  profile = new Profile(phone, [], { isNew: true })
})

test.afterEach(async () => {
  await profile.remove()
})

const open = (page: Page, path: string) => page.goto(installation.address + path)

/** As an input method composes: `compositionstart` and an update for each letter, and never the end. */
async function compose(page: Page, text: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  for (let end = 1; end <= text.length; end += 1) {
    await keyboard.send('Input.imeSetComposition', { text: text.slice(0, end), selectionStart: end, selectionEnd: end })
  }
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
interface Icon {
  readonly src: string
  readonly sizes: string
  readonly purpose?: string
}

interface Manifest {
  readonly name: string
  readonly short_name: string
  readonly start_url: string
  readonly display: string
  readonly icons: readonly Icon[]
  readonly screenshots?: readonly Icon[]
}

/** Width and height as the picture itself has them. */
const sizeOf = (page: Page, src: string): Promise<string> =>
  page.evaluate(async (address) => {
    const picture = await createImageBitmap(await (await fetch(address)).blob())
    return `${picture.width}x${picture.height}`
  }, src)

test('the manifest is one the browser takes, with maskable icons and pictures of the size they claim', async () => {
  const page = await profile.open()
  await open(page, '/')
  const link = page.locator('link[rel=manifest]')
  await expect(link).toHaveAttribute('href', '/manifest.webmanifest')
  const manifest = (await (await page.request.get(`${installation.address}/manifest.webmanifest`)).json()) as Manifest
  expect(manifest).toMatchObject({ name: 'Sổ tay ISO xã', start_url: '/', display: 'standalone', lang: 'vi' })
  expect(manifest.short_name.length).toBeLessThanOrEqual(12)
  for (const purpose of ['any', 'maskable'])
    for (const sizes of ['192x192', '512x512'])
      expect(manifest.icons.some((icon) => icon.purpose === purpose && icon.sizes === sizes)).toBe(true)
  for (const { src, sizes } of [...manifest.icons, ...(manifest.screenshots ?? [])])
    expect(`${src} ${await sizeOf(page, src)}`).toBe(`${src} ${sizes}`)
  const browser = await page.context().newCDPSession(page)
  expect((await browser.send('Page.getAppManifest')).errors).toEqual([])
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  expect((await browser.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
})

/** Hosts the browser asked, page and service worker alike. */
function collectHosts(context: BrowserContext): ReadonlySet<string> {
  const hosts = new Set<string>()
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'blob:' && url.protocol !== 'data:') hosts.add(url.origin)
  })
  return hosts
}

const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const kept: string[] = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname)
    return kept
  })

const communeRoutes = [
  '/',
  '/self-assessment',
  '/internal-audit',
  '/progress',
  '/progress/G1',
  '/findings',
  '/more',
  '/more/units',
  '/more/plans',
  '/more/settings',
  '/more/help',
  '/more/about',
  '/sync',
  '/sync/conflicts',
]

const monitorRoutes = [
  '/',
  '/communes',
  '/communes/ls25-06001',
  '/communes/ls25-06001?tab=assessments',
  '/communes/ls25-06001/stage/G1',
  '/visits',
  '/visits/new',
  '/findings',
  '/reports',
]

/** Words that stand where a screen could not be drawn, in both languages. */
const BROKEN = /Màn hình này gặp trục trặc|Không có trang này|This screen has a fault|There is no such page/
/** A key shown in place of its text. */
const BARE_KEY = /\b[a-z-]+:[a-z]+(?:\.[a-zA-Z-]+)+\b/

async function openEach(page: Page, routes: readonly string[]): Promise<void> {
  for (const route of routes) {
    await open(page, route)
    await expect(heading(page), route).toBeVisible()
    await expect(heading(page), route).not.toHaveText(BROKEN)
    await expect(page.locator('main'), route).not.toContainText(BARE_KEY)
  }
}

/** Screens whose address holds an id are reached as a person reaches them, then opened cold. */
async function openCold(page: Page, from: string, link: string | RegExp): Promise<void> {
  await open(page, from)
  await page.locator('main').getByRole('link', { name: link }).first().click()
  await expect.poll(() => new URL(page.url()).pathname).not.toBe(from)
  await page.reload()
  await expect(heading(page).or(page.getByRole('radio').first()).first()).toBeVisible()
  await expect(page.locator('main')).not.toContainText(BROKEN)
}

/** The rescue page lists both people, and no script of the app came with it. */
async function openRescue(page: Page): Promise<void> {
  await open(page, '/rescue')
  await expect(heading(page)).toHaveText('Xuất phần chưa gửi')
  await expect(page.getByRole('listitem')).toHaveCount(2)
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => /[^/]+\.js$/.exec(name)?.[0] ?? []),
  )
  expect(scripts).toEqual([expect.stringMatching(/^rescue-/)])
}

test('a start that does not come to an end shows the way to the unsent work', async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.route(/assets\/(?:index|draw-app)-/, (route) => route.abort())
  await page.goto(installation.address)
  const wayOut = page.getByRole('link', { name: 'xuất phần chưa gửi' })
  await expect(wayOut).toBeHidden()
  await expect(wayOut).toBeVisible({ timeout: 15_000 })
  await wayOut.click()
  await expect(heading(page)).toHaveText('Xuất phần chưa gửi')
  await context.close()
})

test('after one visit every screen of two roles opens cold without the endpoint, in both languages, and no other host was asked', async () => {
  let page = await profile.open()
  const hosts = collectHosts(page.context())
  await test.step('one visit', async () => {
    await signIn(page, installation, 'thuky.doanket')
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
    await signInAnother(page, installation, 'giamsat.trangdinh')
  })
  await test.step('every chunk and both languages are kept', async () => {
    const kept = new Set(await keptPaths(page))
    const chunks = readdirSync('dist/assets').filter((name) => /\.(?:js|css)$/.test(name))
    const built = chunks.map((name) => `/assets/${name}`)
    expect(built.length).toBeGreaterThan(100)
    expect(built.filter((name) => !kept.has(name))).toEqual([])
  })
  expect([...hosts]).toEqual([installation.address])
  await profile.kill()
  await installation.kill()
  page = await profile.open()
  const hostsOffline = collectHosts(page.context())
  await test.step('the rescue page, without a line of the app', () => openRescue(page))
  await test.step('the monitor', () => openEach(page, monitorRoutes))
  await test.step('the ISO secretary, in English', async () => {
    await switchTo(page, installation, /Thư ký ISO/)
    await open(page, '/more/settings')
    await page.getByRole('radio', { name: 'English' }).click()
    await expect(heading(page)).toHaveText('Settings')
    await openEach(page, communeRoutes)
    await openCold(page, '/self-assessment', 'Continue')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
  expect([...hostsOffline]).toEqual([installation.address])
  await installation.start()
})

test('a new version is offered, waits while something is being typed, and what was typed survives it', async () => {
  const proxy = await FaultyProxy.before(installation.address)
  const reached = Object.create(installation, { address: { value: proxy.address } }) as Installation
  const page = await profile.open()
  await signIn(page, reached, 'thuky.doanket')
  await openQuestion(page, proxy.address)
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await page.evaluate(() => {
    document.documentElement.dataset.version = 'old'
  })
  const loadedBefore = page.locator('html[data-version=old]')
  await note(page).pressSequentially('Trước khi có bản mới, ')
  proxy.changed.set('/service-worker.js', (text) => `${text}\n// phiên bản sau`)
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
  // The worker of the new version fetches the whole app before it is one.
  await expect(page.getByText('Có phiên bản mới')).toBeVisible({ timeout: 60_000 })
  await expect(note(page)).toBeFocused()
  await note(page).pressSequentially('đang viết, ')
  await page.getByRole('button', { name: 'Chuyển ngay' }).click()
  await expect(page.getByText(/khi anh\/chị viết xong/)).toBeVisible()
  // Slower than the quiet after which a swap is allowed: it is the person at the keyboard that holds it back.
  await note(page).focus()
  await page.keyboard.type('viết thêm khi đã đồng ý.', { delay: 180 })
  await expect(loadedBefore).toHaveCount(1)
  await note(page).blur()
  await expect(loadedBefore).toHaveCount(0)
  await expect(note(page)).toHaveValue('Trước khi có bản mới, đang viết, viết thêm khi đã đồng ý.')
  await expect(page.getByText('Có phiên bản mới')).toHaveCount(0)
  await expect(chip(page)).toContainText('Đã gửi', { timeout: 30_000 })
  await proxy.close()
})

test('DAT-9: a browser killed in the middle of a sentence brings the sentence back, offline', {
  tag: '@chance',
}, async () => {
  let page = await profile.open()
  await signIn(page, installation, 'thuky.doanket')
  await openQuestion(page, installation.address)
  const address = page.url()
  await installation.kill()
  await note(page).fill('')
  await note(page).pressSequentially('Câu đang viết dở khi máy hết pin ')
  await expect.poll(() => draftText(page), { intervals: [50] }).toContain('khi máy hết pin')
  // A syllable the input method has not committed: Telex and VNI compose it letter by letter, under the cursor.
  await compose(page, 'giữa chừ')
  await expect.poll(() => draftText(page), { intervals: [50] }).toContain('hết pin giữa chừ')
  await profile.kill()
  page = await profile.open()
  await page.goto(address)
  await expect(note(page)).toHaveValue('Câu đang viết dở khi máy hết pin giữa chừ')
  await installation.start()
})
