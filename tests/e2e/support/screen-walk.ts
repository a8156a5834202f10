// The way through all screens of one person, in one language by the links and in the other by what was found.
import type { Page } from '@playwright/test'
import { type Case, isJudgedBefore, isReadElsewhere, routesOfCase } from './every-screen-cases.ts'
import { examine, examineData, examineWords, type Findings } from './examination.ts'
import { createItinerary, kindOf, type Language, linksOn, openIn, visit } from './screens.ts'

/** Screens to which a button leads, no link. */
const behindButtons = (address: string): readonly string[] => [
  ...(/^\/forms\/[^/]+$/.test(address) ? [`${address}/submit`] : []),
  ...(/^\/self-assessment\/[^/]+$/.test(address) ? [`${address}/list`] : []),
]

export const mainScreens = (page: Page): Promise<string[]> =>
  page
    .locator('nav')
    .first()
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

/** Follows the links from screen to screen; returns every address that was examined. */
export async function walk(page: Page, one: Case, findings: Findings): Promise<readonly string[]> {
  const itinerary = createItinerary(routesOfCase(one))
  const entries = await mainScreens(page)
  const kinds = new Set<string | undefined>()
  const visited: string[] = []
  for (let address = itinerary.next(); address !== undefined; address = itinerary.next()) {
    await visit(page, address)
    for (const link of [...(await linksOn(page)), ...behindButtons(address)]) itinerary.add(link)
    const kind = kindOf(address)
    // A second one of a kind, or somebody else's of the same route, shows other data in the same colours.
    const isKnown = kinds.has(kind) || (isJudgedBefore(one, address) && !entries.includes(address))
    await (isKnown ? examineData : examine)(page, `${one.language} ${address}`, findings)
    kinds.add(kind)
    visited.push(address)
  }
  return visited
}

const NOT_FOUND = '/khong/co/trang/nay'

/** One address of each kind: what a second of the kind could show has been seen in the first language. */
const oneOfEach = (addresses: readonly string[]): readonly string[] => [
  ...new Map(addresses.toReversed().map((address) => [kindOf(address), address])).values(),
]

const otherThan = (language: Language): Language => (language === 'vi' ? 'en' : 'vi')

/** What the walk has not shown in this language: the main screens, and of the others those that nobody else reads in it. */
export async function readInOtherLanguage(page: Page, one: Case, visited: readonly string[], findings: Findings) {
  const language = otherThan(one.language)
  const entries = await mainScreens(page)
  await openIn(page, '/', { theme: 'light', language })
  const others = oneOfEach(visited).filter((address) => !entries.includes(address))
  const unread = others.filter((address) => !isReadElsewhere(one, language, address))
  for (const address of [...entries, ...unread, ...(one.empty ?? []), NOT_FOUND]) {
    await visit(page, address)
    await examineWords(page, `${language} ${address}`, findings)
  }
}
