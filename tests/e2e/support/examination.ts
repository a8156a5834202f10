// What is asked of every screen, in one place, and what was found wrong, gathered so that one run names all of it.
import type { Page } from '@playwright/test'
import { axeViolations } from './axe.ts'
import { cutOffWords, overflows, smallTargets } from './layout.ts'
import { isLong } from './length.ts'
import { desk, phone, type Screen, tablet } from './profile.ts'
import type { Profiles } from './profiles.ts'
import { showTheme, type Theme } from './screens.ts'

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

  /** Counts the screens, so that the short form can look at each in the theme and at the size whose turn it is. */
  nextTurn(): number {
    this.#turn += 1
    return this.#turn
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
export async function newPhone(phones: Profiles, home: string, findings: Findings): Promise<Page> {
  const page = await phones.add(phone, [], { stillAt: home }).open()
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

const THEMES: readonly Theme[] = ['light', 'dark', 'sun']

async function inOtherThemes(page: Page, where: string, findings: Findings): Promise<void> {
  await showTheme(page, 'dark')
  findings.note(`${where} dark`, await axeViolations(page, 'colours'))
  await showTheme(page, 'sun')
  findings.note(`${where} sun`, [...(await axeViolations(page, 'colours')), ...(await measure(page))])
  await showTheme(page, 'light')
}

async function atSizes(page: Page, sizes: readonly Screen[], where: string, findings: Findings): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    findings.note(`${where} ${size.width}`, await measure(page))
  }
  await page.setViewportSize(phone)
}

/** On a phone in the theme that fits least: "sun" has thicker edges and letters. */
async function measureOnPhone(page: Page, where: string, findings: Findings): Promise<void> {
  await showTheme(page, 'sun')
  findings.note(`${where} phone`, [...(await measure(page)), ...(await smallTargets(page))])
  await showTheme(page, 'light')
}

const sizeOfTurn = (turn: number): readonly Screen[] => [turn % 2 === 0 ? tablet : desk]

/** On a phone and at the larger size whose turn it is; axe in the theme whose turn it is. */
async function examineInTurn(page: Page, where: string, findings: Findings): Promise<void> {
  const turn = findings.nextTurn()
  const theme = THEMES[turn % THEMES.length] ?? 'light'
  await measureOnPhone(page, where, findings)
  await showTheme(page, theme)
  findings.note(`${where} ${theme}`, await axeViolations(page))
  await showTheme(page, 'light')
  await atSizes(page, sizeOfTurn(turn), where, findings)
}

/** Begins and ends on a phone in daylight. The long form (`length.ts`) asks every theme and every size of each screen. */
export async function examine(page: Page, where: string, findings: Findings): Promise<void> {
  if (!isLong) return examineInTurn(page, where, findings)
  await glance(page, `${where} phone`, findings)
  await inOtherThemes(page, where, findings)
  await atSizes(page, [tablet, desk], where, findings)
}

/** A screen that was judged with other data: the edges and the targets. The long form asks everything. */
export async function examineData(page: Page, where: string, findings: Findings): Promise<void> {
  if (isLong) return examine(page, where, findings)
  await measureOnPhone(page, where, findings)
  await atSizes(page, sizeOfTurn(findings.nextTurn()), where, findings)
}

/** A screen that was judged in another language: other words change what fits. The long form asks everything. */
export async function examineWords(page: Page, where: string, findings: Findings): Promise<void> {
  if (isLong) return examine(page, where, findings)
  await measureOnPhone(page, where, findings)
}
