// The whole self-assessment of a commune, as it is done there: opened with a network, answered without one, by keyboard,
// photos on some questions, the browser killed twice on the way. Afterwards every answer and every photo is on another
// device of the commune, and after handing in with the monitor.
import { expect, type Page, test } from '@playwright/test'
import { EndpointFacts } from './support/endpoint-facts.ts'
import { Installation } from './support/installation.ts'
import { phone, tablet } from './support/profile.ts'
import { Profiles } from './support/profiles.ts'
import { checkedAnswer, note } from './support/question.ts'
import { alwaysSendPhotos, chip, photograph, picture, signInAnother, signInInvited } from './support/steps.ts'

test.setTimeout(240_000)

/** A commune of the demonstration without any round. */
const COMMUNE = 'ls25-06019'
const QUESTIONS = 52
/** Questions, counted from 0, that get photos, a note, and behind which the browser is killed. */
const PHOTOS: ReadonlyMap<number, number> = new Map([
  [2, 1],
  [20, 2],
  [33, 1],
  [51, 1],
])
const NOTE_AT = 20
const NOTE = 'Bản gốc lưu ở văn phòng'
const KILLED_BEHIND: ReadonlySet<number> = new Set([20, 36])

let installation: Installation
const profiles = new Profiles()

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await profiles.remove()
  await installation.remove()
})

const open = (page: Page, path: string) => page.goto(installation.address + path)
const scoreAt = (at: number): number => (at * 7 + 1) % 4
const questionOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** A digit on the question, and the word that it is on the device. */
async function answer(page: Page, at: number): Promise<void> {
  await expect(page.locator('main h1')).toBeFocused()
  await page.keyboard.press(String(scoreAt(at)))
  await expect(page.getByText(/^Đã lưu trên máy/).last()).toBeVisible()
  await expect(page.getByText(`Chưa trả lời: ${QUESTIONS - at - 1}`, { exact: true })).toBeVisible()
  if (at === NOTE_AT) {
    await note(page).fill(NOTE)
    await note(page).blur()
  }
  for (let photo = 0; photo < (PHOTOS.get(at) ?? 0); photo++)
    await photograph(page, picture(640 + 8 * at, 480 + 8 * photo))
}

/** What a list of all questions says of each: its score and how many photos it has. A question may be named above it too. */
const listed = (page: Page): Promise<Record<string, string>> =>
  page.locator('main li a[href*="/q/"]').evaluateAll((links) =>
    Object.fromEntries(
      links.flatMap((link) => {
        const words = link.textContent ?? ''
        const [score, photos] = [/Điểm (\d)/.exec(words)?.[1], /(\d) ảnh/.exec(words)?.[1] ?? '0']
        const question = (link as HTMLAnchorElement).pathname.split('/').at(-1)
        return score === undefined ? [] : [[question, `${score} ${photos}`]]
      }),
    ),
  )

test('52 questions answered offline with photos and two kills of the browser are all on another device, and with the monitor', {
  tag: '@chance',
}, async () => {
  const facts = await EndpointFacts.of(installation)
  const [phoneOf, tabletOf] = [profiles.add(phone), profiles.add(tablet)]
  let page = await phoneOf.open()
  const given = new Map<string, string>()
  let round = ''

  await test.step('the secretary opens a round, and the network goes', async () => {
    await signInInvited(page, installation, await facts.invite('thuky.tantien', 'iso-secretary', COMMUNE))
    await alwaysSendPhotos(page, installation.address)
    await open(page, '/self-assessment')
    await page.getByRole('button', { name: 'Bắt đầu tự đánh giá' }).click()
    await expect(page).toHaveURL(/\/q\/Q4\.1$/)
    round = new URL(page.url()).pathname.split('/')[2] ?? ''
    await phoneOf.setOffline(true)
    await installation.kill()
  })

  await test.step('all 52 questions are answered; the browser is killed twice on the way', async () => {
    for (let at = 0; at < QUESTIONS; at++) {
      const question = questionOf(page)
      await answer(page, at)
      given.set(question, `${scoreAt(at)} ${PHOTOS.get(at) ?? 0}`)
      if (KILLED_BEHIND.has(at)) {
        const address = page.url()
        await phoneOf.kill()
        page = await phoneOf.open()
        await page.goto(address)
        await expect(checkedAnswer(page)).toHaveValue(String(scoreAt(at)))
        await expect(page.getByRole('img', { name: /Ảnh/ })).toHaveCount(PHOTOS.get(at) ?? 0)
        if (at === NOTE_AT) await expect(note(page)).toHaveValue(NOTE)
        await page.locator('main h1').focus()
      }
      if (at === QUESTIONS - 1) break
      await page.locator('main h1').focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => questionOf(page)).not.toBe(question)
    }
    expect(given.size).toBe(QUESTIONS)
    await expect(chip(page)).toContainText(/Đã lưu trên máy.*chờ gửi/)
  })

  await test.step('the network returns, and everything arrives by itself', async () => {
    await installation.start()
    await phoneOf.setOffline(false)
    await expect(chip(page)).toContainText(/Đã gửi/, { timeout: 60_000 })
  })

  const other = await tabletOf.open()
  await test.step('the chairman finds every answer and photo on another device, and hands in', async () => {
    await signInInvited(other, installation, await facts.invite('chutich.tantien', 'chairman', COMMUNE))
    await open(other, `/self-assessment/${round}`)
    await expect.poll(() => listed(other), { timeout: 30_000 }).toEqual(Object.fromEntries(given))
    const noted = Array.from(given.keys())[NOTE_AT]
    await open(other, `/self-assessment/${round}/q/${noted}`)
    await expect(note(other)).toHaveValue(NOTE)
    await expect(other.getByRole('img', { name: /Ảnh/ })).toHaveCount(2)
    await open(other, `/self-assessment/${round}/submit`)
    await other.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click()
    await expect(other.getByText('Máy chủ đã nhận.', { exact: false })).toBeVisible({ timeout: 30_000 })
  })

  await test.step('the monitor reads all of it', async () => {
    await signInAnother(other, installation, 'giamsat.trangdinh')
    await open(other, `/communes/${COMMUNE}?tab=assessments`)
    await other.locator('a[href*="/answers/"]').first().click()
    await expect(other.getByText(NOTE).first()).toBeVisible()
    const photos = Array.from(PHOTOS.values()).reduce((sum, count) => sum + count, 0)
    await expect(other.getByRole('img', { name: /Ảnh/ })).toHaveCount(photos)
  })
})
