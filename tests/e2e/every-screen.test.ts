// Every address of the route table, for every workplace: axe finds nothing, nothing is wider than the screen, everything can
// be hit with a thumb. Also with no data, without a network, and at 200 % text. The short form gives each screen its turn:
// a phone and one larger size, one theme for axe (which is not asked again about what somebody before has seen), and one
// language where two people see it. The long form, `SOTAY_LONG=1 npm run e2e -- every-screen`, asks everything of each.
import { expect, type Page, test } from '@playwright/test'
import { examine, Findings, glance, newPhone } from './support/examination.ts'
import { cases, isFirstOfWorkplace, routesOfCase } from './support/every-screen-cases.ts'
import { Installation } from './support/installation.ts'
import { overflows } from './support/layout.ts'
import { isLong } from './support/length.ts'
import { Profiles } from './support/profiles.ts'
import { mainScreens, readInOtherLanguage, walk } from './support/screen-walk.ts'
import { type Language, linksOn, openIn, routeOf, settled, visit } from './support/screens.ts'
import { chip, fillSignIn, signIn } from './support/steps.ts'

test.setTimeout(600_000)
// Each person's walk with an endpoint of its own: one after another they would take longer than all other files together.
test.describe.configure({ mode: 'parallel' })

const phones = new Profiles()
let installation: Installation
test.beforeAll(async () => {
  installation = await Installation.create()
})
test.afterEach(() => phones.remove())
test.afterAll(async () => {
  await installation.remove()
})

const languages: readonly Language[] = ['vi', 'en']

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
  findings.expectDeadNetwork()
  await installation.kill()
  for (const address of addresses) {
    await page.goto(address)
    await settled(page)
    await expect(chip(page)).toBeVisible()
    await glance(page, `offline ${address}`, findings)
  }
  await installation.start()
}

async function examineEmptySearch(page: Page, findings: Findings): Promise<void> {
  await openIn(page, '/more/units', { theme: 'light', language: 'vi' })
  await page.getByRole('searchbox').fill('không có xã nào tên như thế')
  await settled(page)
  await examine(page, 'empty /more/units', findings)
}

/** Which for a second person of a workplace are those of the first. */
async function examineMainScreens(page: Page, findings: Findings): Promise<void> {
  const entries = await mainScreens(page)
  await examineLargeText(page, entries, findings)
  await examineOffline(page, entries, findings)
}

for (const one of cases) {
  const { username, language, prepare, unreached = [] } = one
  test(`every screen of ${username} is accessible, fits and can be hit, in both languages and all themes`, {
    tag: one.workplace === 'commune' ? [] : '@long',
  }, async () => {
    const findings = new Findings()
    const page = await newPhone(phones, installation.address, findings)
    await signIn(page, installation, username)
    await prepare?.(page)
    await openIn(page, '/', { theme: 'light', language })
    const routes = routesOfCase(one)
    const visited = await walk(page, one, findings)
    const reached = new Set(visited.map(routeOf))
    expect.soft([...routes].filter((path) => !reached.has(path) && !unreached.includes(path))).toEqual([])
    await readInOtherLanguage(page, one, visited, findings)
    await openIn(page, '/', { theme: 'light', language: 'vi' })
    if (routes.has('/more/units')) await examineEmptySearch(page, findings)
    if (isLong || isFirstOfWorkplace(one)) await examineMainScreens(page, findings)
    test.info().annotations.push({ type: 'looks', description: `${visited.length} addresses, ${findings.looks} looks` })
    expect(findings.list).toEqual([])
  })
}

test('the way in and the rescue page are accessible, fit and can be hit, also when something was forgotten', async () => {
  const findings = new Findings()
  const page = await newPhone(phones, installation.address, findings)
  await page.goto('/')
  for (const language of languages) {
    await openIn(page, '/rescue', { theme: 'light', language })
    await examine(page, `${language} /rescue`, findings)
    await openIn(page, '/', { theme: 'light', language })
    await examine(page, `${language} sign-in`, findings)
    await page.locator('button[type=submit]').click()
    await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
    await examine(page, `${language} sign-in with nothing filled in`, findings)
  }
  expect(findings.list).toEqual([])
})

test('the rulers of this file find a fault where there is one', async () => {
  const findings = new Findings()
  const page = await newPhone(phones, installation.address, findings)
  await page.goto('/')
  await settled(page)
  await page.evaluate(() => {
    const main = document.querySelector('main')
    main?.insertAdjacentHTML('beforeend', '<div id="wide">x</div><button id="small">nút</button><p id="cut">z z z</p>')
    const style = (id: string, css: string) => {
      const spoilt = document.getElementById(id)
      if (spoilt) spoilt.style.cssText = css
    }
    style('wide', 'width:500px')
    style('small', 'width:20px;height:20px;padding:0;color:#999;background:#aaa')
    style('cut', 'width:20px;overflow:hidden;white-space:nowrap')
  })
  await glance(page, 'spoilt', findings)
  const told = findings.list.join('\n')
  for (const fault of ['px wide on 360', 'button. "nút" 20×20', 'p. "z z z"', 'color-contrast'])
    expect(told).toContain(fault)
})

/** Somebody whose device got an account, but none of its data yet. */
async function enterWithoutData(page: Page, username: string): Promise<void> {
  await page.context().route('**/v1/sync*', (route) => route.abort())
  await page.goto('/')
  await fillSignIn(page, installation.account(username))
  await page.getByRole('button', { name: 'Vào ngay, lấy tiếp sau' }).click()
  await settled(page)
}

for (const username of ['thuky.doanket', 'giamsat.trangdinh', 'sokhcn.langson']) {
  test(`the main screens of ${username} are accessible, fit and can be hit before any data has arrived`, async () => {
    const findings = new Findings()
    findings.expectDeadNetwork()
    const page = await newPhone(phones, installation.address, findings)
    await enterWithoutData(page, username)
    for (const address of await mainScreens(page)) {
      await visit(page, address)
      await examine(page, `no data ${address}`, findings)
    }
    expect(findings.list).toEqual([])
  })
}

async function answerUnseen(page: Page, score: number): Promise<string> {
  await visit(page, '/self-assessment')
  const question = (await linksOn(page)).find((href) => href.includes('/q/')) ?? ''
  await page.context().setOffline(true)
  await visit(page, question)
  await page.getByRole('radio').nth(score).check()
  await expect(chip(page)).toContainText('Đã lưu trên máy')
  return question
}

async function phoneOf(username: string, findings: Findings): Promise<Page> {
  const page = await newPhone(phones, installation.address, findings)
  await signIn(page, installation, username)
  return page
}

test('two answers that differ are shown accessibly, with words for who wrote them', async () => {
  const findings = new Findings()
  findings.expectDeadNetwork()
  const [first, second] = [await phoneOf('thuky.doanket', findings), await phoneOf('chutich.doanket', findings)]
  const question = await answerUnseen(first, 1)
  expect(await answerUnseen(second, 3)).toBe(question)
  for (const page of [first, second]) {
    await page.context().setOffline(false)
    await expect(chip(page)).toContainText(/Đã gửi|Cần anh\/chị xem/, { timeout: 30_000 })
  }
  await expect(chip(second)).toContainText('Cần anh/chị xem', { timeout: 30_000 })
  for (const language of languages) {
    await openIn(second, '/', { theme: 'light', language })
    for (const address of ['/sync/conflicts', '/sync', question]) {
      await visit(second, address)
      await examine(second, `${language} conflict ${address}`, findings)
    }
  }
  await openIn(second, '/sync/conflicts', { theme: 'light', language: 'vi' })
  await expect(second.locator('main')).toContainText('Thư ký ISO xã Đoàn Kết')
  await expect(second.locator('main')).not.toContainText('demo.')
  expect(findings.list).toEqual([])
})
