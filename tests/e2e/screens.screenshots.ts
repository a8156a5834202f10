// The pictures of the handbook, of the README and of the install prompt; and, for whoever wants to look at all of them,
// every screen in three sizes in `.cache/screens` (not committed).
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type Page, test } from '@playwright/test'
import type { Workplace } from '#features/screen-props.ts'
import { beginAudit } from './support/begin-audit.ts'
import { Installation } from './support/installation.ts'
import { desk, phone, type Screen, tablet } from './support/profile.ts'
import { createItinerary, linksOn, openIn, routesOf, settled, showTheme, type Theme, visit } from './support/screens.ts'
import { signIn } from './support/steps.ts'

const DOCS = 'docs/pictures'
const MANIFEST = 'public/screenshots'
const EVERYTHING = '.cache/screens'

test.setTimeout(280_000)

let installation: Installation
test.beforeAll(async () => {
  for (const folder of [DOCS, MANIFEST, EVERYTHING]) mkdirSync(folder, { recursive: true })
  installation = await Installation.create()
})
test.afterAll(async () => {
  await installation.remove()
})

async function at(browser: Browser, username: string, viewport: Screen): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', baseURL: installation.address })
  const page = await context.newPage()
  await signIn(page, installation, username)
  await openIn(page, '/', { theme: 'light', language: 'vi' })
  return page
}

/** What fits on the screen, as a person sees it. */
async function shoot(page: Page, file: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.screenshot({ path: file })
}

async function shootAt(page: Page, address: string, ...files: readonly string[]): Promise<void> {
  await visit(page, address)
  for (const file of files) await shoot(page, file)
}

async function firstLink(page: Page, from: string, pattern: RegExp): Promise<string> {
  await visit(page, from)
  const found = (await linksOn(page)).find((href) => pattern.test(href))
  if (found === undefined) throw new Error(`no link like ${pattern} on ${from}`)
  return found
}

test('the pictures of a commune, on a phone', async ({ browser }) => {
  const page = await at(browser, 'thuky.doanket', phone)
  await shootAt(page, '/', `${DOCS}/today-phone.png`, `${MANIFEST}/phone.png`)
  await shootAt(page, '/sync', `${DOCS}/sync-phone.png`)
  await shootAt(page, '/progress', `${DOCS}/progress-phone.png`)
  await shootAt(page, await firstLink(page, '/', /\/q\/|\/self-assessment\//), `${DOCS}/question-phone.png`)
  await page.context().close()
})

test('the picture of a finding, on a phone', async ({ browser }) => {
  const page = await at(browser, 'danhgia.doanket', phone)
  await beginAudit(page)
  await page.getByRole('link', { name: 'Ghi phát hiện' }).click()
  await settled(page)
  await page.getByRole('radio', { name: /không phù hợp nhẹ/i }).check()
  await page.getByLabel('Sự việc').fill('Năm trong mười hai hồ sơ tháng Mười không ghi người nhận kết quả')
  await settled(page)
  await shoot(page, `${DOCS}/finding-phone.png`)
  await page.context().close()
})

test('the pictures of those who follow the communes, on a tablet and on a desk', async ({ browser }) => {
  const monitor = await at(browser, 'giamsat.trangdinh', tablet)
  await shootAt(monitor, '/communes', `${DOCS}/communes-tablet.png`)
  await monitor.context().close()
  const province = await at(browser, 'sokhcn.langson', desk)
  await shootAt(province, '/communes', `${DOCS}/communes-desk.png`, `${MANIFEST}/desk.png`)
  await shootAt(province, '/cockpit/heat', `${DOCS}/cockpit-heat-desk.png`)
  await shootAt(province, '/cockpit/timeline', `${DOCS}/cockpit-timeline-desk.png`)
  await province.context().close()
})

test('the pictures of the audit year: the calendar, a corrective action, a declaration', async ({ browser }) => {
  const page = await at(browser, 'thuky.doanket', phone)
  await shootAt(page, '/declarations/new', `${DOCS}/declaration-phone.png`)
  const request = await firstLink(page, '/corrective-actions?state=verifying', /^\/corrective-actions\/[^/]+\/[^/]+$/)
  await shootAt(page, request, `${DOCS}/corrective-phone.png`)
  await page.setViewportSize(desk)
  await shootAt(page, '/audit-planning/calendar', `${DOCS}/audit-calendar-desk.png`)
  await page.context().close()
})

const people: readonly (readonly [string, Workplace])[] = [
  ['thuky.doanket', 'commune'],
  ['danhgia.doanket', 'commune'],
  ['giamsat.trangdinh', 'monitor'],
  ['sokhcn.langson', 'province'],
  ['quantri', 'administration'],
]

const fileOf = (...parts: readonly string[]): string =>
  path.join(EVERYTHING, `${parts.join('~').replace(/[^\w~.-]+/g, '_')}.png`)

async function shootEverySize(page: Page, name: string, theme: Theme): Promise<void> {
  for (const size of [phone, tablet, desk]) {
    await page.setViewportSize(size)
    await settled(page)
    await page.screenshot({ path: fileOf(name, theme, String(size.width)), fullPage: size === phone })
  }
  await page.setViewportSize(phone)
}

for (const [username, workplace] of people) {
  test(`every screen of ${username}, in three sizes`, async ({ browser }) => {
    const page = await at(browser, username, phone)
    if (username.startsWith('danhgia')) await beginAudit(page)
    const themes: readonly Theme[] = ['light', 'dark', 'sun']
    const itinerary = createItinerary(new Set(routesOf(workplace)))
    for (let count = 0, address = itinerary.next(); address !== undefined; address = itinerary.next(), count++) {
      await visit(page, address)
      for (const link of await linksOn(page)) itinerary.add(link)
      const theme = themes[count % 3] ?? 'light'
      await shootEverySize(page, `${username}${address}`, 'light')
      await showTheme(page, theme)
      if (theme !== 'light') await page.screenshot({ path: fileOf(`${username}${address}`, theme, '360') })
      await showTheme(page, 'light')
    }
    await page.context().close()
  })
}
