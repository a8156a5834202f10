// What is asked of every screen, in one place, and what was found wrong, gathered so that one run names all of it.
import type { Browser, Page } from '@playwright/test'
import { axeViolations } from './axe.ts'
import { cutOffWords, overflows, smallTargets } from './layout.ts'
import { isLong } from './length.ts'
import { desk, phone, tablet } from './profile.ts'
import { showTheme } from './screens.ts'

export class Findings {
  readonly list: string[] = []
  /** Screens × themes × sizes that were looked at. */
  looks = 0
  readonly #seen = new Set<string>()
  #turn = 0
  #isNetworkDead = false

  note(where: string, faults: readonly string[]): void {
    this.looks += 1
    for (const fault of faults) {
      if (this.#seen.has(fault)) continue
      this.#seen.add(fault)
      this.list.push(`${where}: ${fault}`)
    }
  }

  /** Every second time true. */
  nextTurn(): boolean {
    this.#turn += 1
    return this.#turn % 2 === 1
  }

  /** Without a network the browser itself reports each request that found nobody. */
  expectDeadNetwork(): void {
    this.#isNetworkDead = true
  }

  /** An error on the console, or a request to anybody but the endpoint, is a fault of whatever screen is open. */
  watch(page: Page, home: string): void {
    page.on('console', (message) => {
      const isNetwork = /Failed to load resource|net::ERR/.test(message.text())
      if (message.type() === 'error' && !(this.#isNetworkDead && isNetwork)) this.#fault('console', message.text())
    })
    page.on('pageerror', (error) => this.#fault('console', error.message))
    page.context().on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(home)) this.#fault('request', request.url())
    })
  }

  #fault(where: string, what: string): void {
    this.list.push(`${where}: ${what}`)
  }
}

/** A phone without a past. Nothing moves on it: a colour that is still on its way would be measured as it is then. */
export async function newPhone(browser: Browser, home: string, findings: Findings): Promise<Page> {
  const context = await browser.newContext({
    viewport: phone,
    hasTouch: true,
    reducedMotion: 'reduce',
    baseURL: home,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  findings.watch(page, home)
  return page
}

const measure = async (page: Page): Promise<readonly string[]> => [
  ...(await overflows(page)),
  ...(await cutOffWords(page)),
]

/** A look at one screen as it stands: axe, the edge of the screen, the targets. */
export async function glance(page: Page, where: string, findings: Findings): Promise<void> {
  findings.note(where, [...(await measure(page)), ...(await smallTargets(page)), ...(await axeViolations(page))])
}

/** The short form judges the colours of every second screen in the dark and of the others in the sun. */
async function inOtherThemes(page: Page, where: string, findings: Findings): Promise<void> {
  const isDarksTurn = findings.nextTurn()
  if (isLong || isDarksTurn) {
    await showTheme(page, 'dark')
    findings.note(`${where} dark`, await axeViolations(page, 'colours'))
  }
  await showTheme(page, 'sun')
  const colours = isLong || !isDarksTurn ? await axeViolations(page, 'colours') : []
  findings.note(`${where} sun`, [...colours, ...(await measure(page))])
  await showTheme(page, 'light')
}

async function atOtherSizes(page: Page, where: string, findings: Findings): Promise<void> {
  for (const size of [tablet, desk]) {
    await page.setViewportSize(size)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    findings.note(`${where} ${size.width}`, await measure(page))
  }
  await page.setViewportSize(phone)
}

/** Every theme and every size, beginning and ending on a phone in daylight. "Sun" has thicker edges and letters. */
export async function examine(page: Page, where: string, findings: Findings): Promise<void> {
  await glance(page, `${where} phone`, findings)
  await inOtherThemes(page, where, findings)
  await atOtherSizes(page, where, findings)
}

/** A screen that was judged with other data: the edges at every size and the targets. The long form asks everything. */
export async function examineData(page: Page, where: string, findings: Findings): Promise<void> {
  if (isLong) return examine(page, where, findings)
  findings.note(`${where} phone`, [...(await measure(page)), ...(await smallTargets(page))])
  await atOtherSizes(page, where, findings)
}

/** A screen that was judged in another language: other words change what fits. The long form (`length.ts`) asks everything. */
export async function examineWords(page: Page, where: string, findings: Findings): Promise<void> {
  if (isLong) return examine(page, where, findings)
  await showTheme(page, 'sun')
  findings.note(`${where} phone`, [...(await measure(page)), ...(await smallTargets(page))])
  await showTheme(page, 'light')
}
