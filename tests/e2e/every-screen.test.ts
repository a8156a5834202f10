// Every address of the route table, for every workplace, in both languages and all themes: axe finds nothing, nothing is
// wider than the screen, everything can be hit with a thumb. Also with no data, without a network, and at 200 % text.
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Workplace } from '#features/screen-props.ts'
import { axeViolations } from './support/axe.ts'
import { beginAudit } from './support/begin-audit.ts'
import { Installation } from './support/installation.ts'
import { cutOffWords, overflows, smallTargets } from './support/layout.ts'
import { desk, phone, tablet } from './support/profile.ts'
import {
  createItinerary,
  kindOf,
  type Language,
  linksOn,
  openIn,
  routesOf,
  settled,
  showTheme,
  visit,
} from './support/screens.ts'
import { chip, signIn } from './support/steps.ts'

test.describe.configure({ mode: 'default' })
test.setTimeout(180_000)
// A trace of some thousand steps would take longer than the steps.
test.use({ trace: 'off' })

let installation: Installation
test.beforeAll(async () => {
  installation = await Installation.create()
})
test.afterAll(async () => {
  await installation.remove()
})

/** What was found wrong, gathered so that one run names all of it. */
class Findings {
  readonly list: string[] = []
  readonly #seen = new Set<string>()
  #silent = false

  note(where: string, faults: readonly string[]): void {
    for (const fault of faults) {
      if (this.#seen.has(fault)) continue
      this.#seen.add(fault)
      this.list.push(`${where}: ${fault}`)
    }
  }

  /** Without a network the browser itself reports each request that found nobody. */
  expectDeadNetwork(): void {
    this.#silent = true
  }

  watch(page: Page, home: string): void {
    page.on('console', (message) => {
      const isNetwork = /Failed to load resource|net::ERR/.test(message.text())
      if (message.type() === 'error' && !(this.#silent && isNetwork)) this.note('console', [message.text()])
    })
    page.on('pageerror', (error) => this.note('console', [error.message]))
    page.context().on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(home)) this.note('request', [request.url()])
    })
  }
}

async function newPage(browser: Browser, findings: Findings): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: phone,
    hasTouch: true,
    reducedMotion: 'reduce',
    baseURL: installation.address,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  findings.watch(page, installation.address)
  return page
}

const measure = async (page: Page): Promise<readonly string[]> => [
  ...(await overflows(page)),
  ...(await cutOffWords(page)),
]

/** Everything that is asked of one screen in one language, beginning and ending on a phone in daylight. */
async function examine(page: Page, where: string, findings: Findings): Promise<void> {
  findings.note(`${where} phone`, [
    ...(await measure(page)),
    ...(await smallTargets(page)),
    ...(await axeViolations(page)),
  ])
  for (const theme of ['dark', 'sun'] as const) {
    await showTheme(page, theme)
    findings.note(`${where} ${theme}`, [...(await axeViolations(page, 'colours')), ...(await measure(page))])
  }
  await showTheme(page, 'light')
  for (const size of [tablet, desk]) {
    await page.setViewportSize(size)
    findings.note(`${where} ${size.width}`, await measure(page))
  }
  await page.setViewportSize(phone)
}

/** Follows the links from screen to screen; returns every address that was examined. */
async function walk(page: Page, workplace: Workplace, findings: Findings): Promise<readonly string[]> {
  const itinerary = createItinerary(workplace)
  const visited: string[] = []
  for (let address = itinerary.next(); address !== undefined; address = itinerary.next()) {
    await visit(page, address)
    for (const link of await linksOn(page)) itinerary.add(link)
    await examine(page, `vi ${address}`, findings)
    visited.push(address)
  }
  return visited
}

async function examineAll(page: Page, addresses: readonly string[], language: Language, findings: Findings) {
  await openIn(page, '/', { theme: 'light', language })
  for (const address of addresses) {
    await visit(page, address)
    await examine(page, `${language} ${address}`, findings)
  }
}

const mainScreens = (page: Page): Promise<string[]> =>
  page
    .locator('nav')
    .first()
    .locator('a[href]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))

/** Twice the text on the narrowest phone: the layout turns, and nothing is lost at the edge. */
async function examineLargeText(page: Page, addresses: readonly string[], findings: Findings): Promise<void> {
  const scale = (size: string) =>
    page.evaluate((to) => {
      document.documentElement.style.fontSize = to
    }, size)
  await scale('200%')
  for (const address of addresses) {
    await visit(page, address)
    findings.note(`200 % ${address}`, await overflows(page))
  }
  await scale('')
}

/** The endpoint is gone; each screen is opened from a cold start. */
async function examineOffline(page: Page, addresses: readonly string[], findings: Findings): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await installation.kill()
  findings.expectDeadNetwork()
  for (const address of addresses) {
    await page.goto(address)
    await settled(page)
    await expect(chip(page)).toBeVisible()
    findings.note(`offline ${address}`, [...(await measure(page)), ...(await axeViolations(page))])
  }
}

interface Case {
  readonly username: string
  readonly workplace: Workplace
  readonly prepare?: (page: Page) => Promise<void>
  /** Lists that a filter has emptied. */
  readonly empty: readonly string[]
  /** Routes to which this person's data leads no link, and why. */
  readonly unreachable?: readonly string[]
}

const cases: readonly Case[] = [
  { username: 'thuky.doanket', workplace: 'commune', empty: ['/findings?due=overdue&grade=major'] },
  { username: 'danhgia.doanket', workplace: 'commune', prepare: beginAudit, empty: [] },
  { username: 'giamsat.trangdinh', workplace: 'monitor', empty: ['/communes?q=zzzz', '/communes/ls25-99999'] },
  { username: 'sokhcn.langson', workplace: 'province', empty: ['/communes?q=zzzz', '/findings?unit=ls25-99999'] },
  { username: 'quantri', workplace: 'administration', empty: [] },
]

const NOT_FOUND = '/khong/co/trang/nay'

for (const { username, workplace, prepare, empty, unreachable = [] } of cases) {
  test(`every screen of ${username} is accessible, fits and can be hit, in both languages and all themes`, async ({
    browser,
  }) => {
    const findings = new Findings()
    const page = await newPage(browser, findings)
    await signIn(page, installation, username)
    await prepare?.(page)
    await openIn(page, '/', { theme: 'light', language: 'vi' })
    const visited = await walk(page, workplace, findings)
    const reached = new Set(visited.map((address) => kindOf(address)?.split(' ')[0]))
    expect.soft(routesOf(workplace).filter((path) => !reached.has(path) && !unreachable.includes(path))).toEqual([])
    const entries = await mainScreens(page)
    await examineLargeText(page, entries, findings)
    await examineAll(page, [...visited, ...empty, NOT_FOUND], 'en', findings)
    await openIn(page, '/more/units', { theme: 'light', language: 'vi' })
    await page.getByRole('searchbox').fill('không có xã nào tên như thế')
    await settled(page)
    await examine(page, 'empty /more/units', findings)
    await examineOffline(page, entries, findings)
    await installation.start()
    console.info(`${username}: ${visited.length} addresses`)
    expect(findings.list).toEqual([])
    await page.context().close()
  })
}
