// Walks the addresses of the app the way links lead, so that a new screen or state is looked at without being listed.
import type { Page } from '@playwright/test'
import { findRoute } from '#app/route.ts'
import { routes } from '#app/routes.tsx'
import type { Workplace } from '#features/screen-props.ts'
import { isLong } from './length.ts'

/** So many addresses of one kind with ids: the first found and the last differ most (a finished stage, one not reached). */
const MOST_OF_A_KIND = 2
const QUIET_MS = 60
const POLL_MS = 50
const PATIENCE_MS = 15_000

export type Theme = 'light' | 'dark' | 'sun'
export type Language = 'vi' | 'en'

export const routesOf = (workplace: Workplace): readonly string[] =>
  routes.filter((one) => one.workplaces?.includes(workplace) ?? true).map(({ path }) => path)

/** These look alike for everybody, whatever their workplace. */
const ALIKE = /^\/(sync|sign|more\/(units|account|settings|help|about))(\/|$)|\/(sheet|minutes\/:minutes)$/

/** Sheets of one record, the same for the monitor and for the province, which follow it. */
const ALIKE_FOLLOWING =
  /^\/(forms\/|audit-planning\/(auditors|plan|programme)|corrective-actions\/|audit-reports|management-review\/|actions\/|findings\/)/

const isSeenBefore = (workplace: Workplace, path: string): boolean =>
  (workplace !== 'commune' && ALIKE.test(path)) || (workplace === 'province' && ALIKE_FOLLOWING.test(path))

/** What is to be looked at as this person. In the short form what others see alike is left to the first of them. */
export const routesToLookAt = (workplace: Workplace): readonly string[] =>
  routesOf(workplace).filter((path) => isLong || !isSeenBefore(workplace, path))

export const routeOf = (address: string): string | undefined =>
  findRoute(routes, new URL(address, 'http://app').pathname)?.route.path

/** What makes two addresses the same kind: their route, "new" or not, and what the query asks for. */
export function kindOf(address: string): string | undefined {
  const url = new URL(address, 'http://app')
  const found = findRoute(routes, url.pathname)
  if (!found) return undefined
  const isNew = Object.values(found.params).includes('new') ? ' new' : ''
  const query = [...url.searchParams].map(([name, value]) => (name === 'tab' ? `${name}=${value}` : name)).sort()
  return `${found.route.path}${isNew} ${query.join('&')}`
}

/** The addresses still to visit: every fixed one, and of each kind with ids or a query as many as tell something new. */
export function createItinerary(mine: ReadonlySet<string>) {
  const takenByKind = new Map<string, number>()
  const known = new Set<string>()
  const open: string[] = []
  const add = (address: string): void => {
    const { pathname, search } = new URL(address, 'http://app')
    const [kind, path] = [kindOf(address), routeOf(address)]
    if (kind === undefined || path === undefined || !mine.has(path) || known.has(pathname + search)) return
    known.add(pathname + search)
    const taken = takenByKind.get(kind) ?? 0
    if (taken >= (search === '' ? MOST_OF_A_KIND : 1)) return
    takenByKind.set(kind, taken + 1)
    open.push(pathname + search)
  }
  for (const path of mine) if (!path.includes(':')) add(path)
  return { add, next: () => open.shift() }
}

/** First, last, first but one …: the ends of a list are looked at before its middle. */
const endsFirst = (list: readonly string[]): readonly string[] =>
  list.map((_, at) => list[at % 2 === 0 ? at / 2 : list.length - (at + 1) / 2] ?? '')

export async function linksOn(page: Page): Promise<readonly string[]> {
  const all = await page.locator('#main a[href^="/"]').evaluateAll((links) => links.map((a) => a.getAttribute('href')))
  return endsFirst([...new Set(all.filter((href) => href !== null))])
}

/** Waits until the screen of this address has its heading, no skeleton is left and nothing moves any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('main h1') !== null &&
      document.querySelector('main output[data-shape], main [aria-busy="true"]') === null,
    undefined,
    // Asked at every frame, which is what it does unless told otherwise, a page draws frame after frame meanwhile.
    { timeout: PATIENCE_MS, polling: POLL_MS },
  )
  await page.evaluate(
    ([quiet, patience]) =>
      new Promise<void>((done) => {
        let timer = setTimeout(end, quiet)
        const last = setTimeout(end, patience)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(end, quiet)
        })
        function end(): void {
          observer.disconnect()
          clearTimeout(last)
          done()
        }
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      }),
    [QUIET_MS, PATIENCE_MS] as const,
  )
}

/** Goes to an address inside the running app, as a link does. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    scrollTo(0, 0)
  }, address)
  await settled(page)
}

/** The look a person would have chosen in the settings; takes effect with the reload. */
export async function openIn(page: Page, address: string, look: { theme: Theme; language: Language }): Promise<void> {
  await page.evaluate(({ theme, language }) => {
    localStorage.setItem('so-tay.theme', theme)
    localStorage.setItem('so-tay.language', language)
  }, look)
  await page.goto(address)
  await settled(page)
}

/** What a choice of theme does to the running app, without the way through the settings. */
export const showTheme = (page: Page, theme: Theme): Promise<void> =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)
