// Every free text of a commune's records is something to be run; two people look at all of it in a real browser.
import { expect, type Page, test } from '@playwright/test'
import { HostileWriter } from './support/hostile-writer.ts'
import { Installation } from './support/installation.ts'
import { desk, Profile } from './support/profile.ts'
import { settled } from './support/screens.ts'
import { chip, fillSignIn } from './support/steps.ts'

const LIST_ROUTES = ['/', '/self-assessment', '/internal-audit', '/findings', '/visits', '/communes', '/sync/conflicts']
/** Pages of single records behind the lists, for each person. */
const MOST_PAGES = 8

interface Seen {
  readonly wasRun: boolean
  readonly made: number
  readonly text: string
  readonly links: readonly string[]
}

const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => ({
    wasRun: 'wasRun' in window,
    made: document.querySelectorAll('img[src="x"], svg[onload], [onerror], [onmouseover], a[href^="javascript"]')
      .length,
    text: document.body.textContent ?? '',
    links: [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/"]')].map(({ pathname }) => pathname),
  }))

/** Every list and some of what lies behind it; gives back how many pages showed such a text. */
async function lookEverywhere(page: Page, address: string): Promise<number> {
  const [todo, done] = [[...LIST_ROUTES], new Set<string>()]
  let showing = 0
  for (const route of todo) {
    if (done.has(route) || done.size > LIST_ROUTES.length + MOST_PAGES) continue
    done.add(route)
    await page.goto(address + route)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await settled(page)
    const { wasRun, made, text, links } = await look(page)
    expect([route, wasRun, made]).toEqual([route, false, 0])
    if (/wasRun|DROP TABLE|HYPERLINK|@SUM/.test(text)) showing += 1
    todo.push(...links.filter((link) => link.split('/').length > 2 && !link.startsWith('/more')).slice(0, 4))
  }
  return showing
}

/** Two people wrote the same fields at once, so the first round ends with something to be decided. */
async function enter(page: Page, installation: Installation, username: string): Promise<void> {
  await fillSignIn(page, installation.account(username))
  await expect(chip(page)).toContainText(/Đã gửi|Cần anh/, { timeout: 30_000 })
}

test('text that somebody wrote in order to be run is text on every screen', { tag: '@long' }, async () => {
  const installation = await Installation.create()
  const profile = new Profile(desk)
  await test.step('every free text that three people may write is replaced', async () => {
    const kinds = new Set<string>()
    for (const username of ['thuky.doanket', 'danhgia.doanket', 'giamsat.trangdinh']) {
      const writer = await HostileWriter.signIn(installation, username)
      for (const kind of await writer.spoilEverything((feed) => !feed.startsWith('p20'))) kinds.add(kind)
    }
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['answer', 'finding', 'visit']))
  })
  const page = await profile.open()
  const violations: string[] = []
  page.on('console', (line) => (/Content Security Policy/.test(line.text()) ? violations.push(line.text()) : undefined))
  page.on('dialog', (dialog) => void dialog.dismiss())
  await page.goto(installation.address)
  await enter(page, installation, 'thuky.doanket')
  expect(await lookEverywhere(page, installation.address)).toBeGreaterThan(3)
  await page.goto(`${installation.address}/more`)
  await page.getByRole('button', { name: 'Rời khỏi tài khoản này' }).click()
  await enter(page, installation, 'giamsat.trangdinh')
  expect(await lookEverywhere(page, installation.address)).toBeGreaterThan(3)
  expect(violations).toEqual([])
  await profile.remove()
  await installation.remove()
})
