// A monitor's day without a network: a route that is proposed and put into order by keyboard, a visit recorded from what is
// known, a task, a form of the province and a photo, a record sealed and signed by both sides, the browser killed in
// between; and when the network returns, the commune reads the same record under the same signatures.
import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { signAs } from './support/audit-on-site.ts'
import { Installation } from './support/installation.ts'
import { phone, tablet } from './support/profile.ts'
import { Profiles } from './support/profiles.ts'
import { alwaysSendPhotos, chip, networkIsBack, photograph, signIn } from './support/steps.ts'

const COMMUNE = 'Xã Đoàn Kết'
const DONE = 'Đã soạn 22 trong 30 quy trình'
const CORRECTED = 'Mới niêm yết một nửa'
const FORM = 'Xem bộ phận một cửa'
const TASK = 'Niêm yết đủ quy trình'
const BY_ITSELF = { timeout: 30_000 }

let installation: Installation
const profiles = new Profiles()

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await profiles.remove()
  await installation.remove()
})

const route = (page: Page): Locator => page.getByRole('list', { name: 'Các xã sẽ đến' })

const stopsOn = async (page: Page): Promise<readonly string[]> => {
  const links = await route(page).getByRole('link').allInnerTexts()
  return links.map((text) => (text.split('\n')[0] ?? '').replace(/^\d+\. /, ''))
}

/** The commune of the story to the head of the route, with the keyboard alone. */
async function moveToTheTop(page: Page): Promise<void> {
  const up = route(page).getByRole('button', { name: `Lên ${COMMUNE}` })
  const at = (await stopsOn(page)).indexOf(COMMUNE)
  await up.focus()
  for (let place = at; place > 0; place--) {
    await expect(up).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stopsOn(page)).indexOf(COMMUNE)).toBe(place - 1)
  }
  await expect(route(page).getByRole('button', { name: `Xuống ${COMMUNE}` })).toBeFocused()
}

/** Every known line confirmed but the first, which is not so. */
async function checkKnown(page: Page): Promise<void> {
  const confirming = page.getByRole('radio', { name: 'Đúng như vậy' })
  await expect(confirming.first()).toBeVisible()
  const count = await confirming.count()
  for (let line = 1; line < count; line++) await confirming.nth(line).check()
  await page.getByRole('radio', { name: 'Khác, ghi lại' }).first().check()
  await page.getByLabel('Thực tế tại xã').fill(CORRECTED)
  await expect(page.getByText('Đã xem hết')).toBeVisible()
}

async function recordVisit(page: Page): Promise<void> {
  await route(page).getByRole('link').first().click()
  await checkKnown(page)
  await page.getByLabel('Người đến thăm').fill('Người theo dõi A')
  await page.getByLabel('Người của xã tiếp').fill('Thư ký ISO')
  await page.getByRole('radio', { name: /Cần giúp ngay/ }).check()
  await page.getByLabel('Việc đã làm').fill(DONE)
  await page.getByLabel(/^Kiến nghị/).fill('Sở cử người giúp soát xét')
  await page.getByRole('radio', { name: 'Tốt', exact: true }).check()
  await page.getByRole('button', { name: 'Lưu chuyến thăm' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Chuyến thăm/ })).toBeVisible()
}

/** A form the province published for visits, filled in where it is asked; it is complete when the visit says so. */
async function fillForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(FORM) }).click()
  await page.getByRole('radio', { name: 'Đã niêm yết' }).check()
  await page.getByLabel('Số quy trình đã niêm yết').fill('12')
  await page.getByRole('button', { name: 'Phần sau' }).click()
  await page.getByRole('radio', { name: 'Một số' }).check()
  await page.getByLabel('Số hồ sơ xem ngẫu nhiên').fill('10')
  await page.getByLabel('Trong đó xong đúng hạn').fill('8')
  await page.getByRole('link', { name: 'Xem lại' }).click()
  await page.getByRole('link', { name: 'Xong, về chuyến thăm' }).click()
  await expect(page.getByRole('link', { name: new RegExp(FORM) })).toContainText('đã đủ')
}

async function giveTask(page: Page): Promise<void> {
  await page.getByLabel('Việc phải làm').fill(TASK)
  await page.getByLabel('Ai làm').fill('Công chức Văn phòng')
  await page.getByRole('button', { name: 'Giao việc này' }).click()
  await expect(page.getByRole('link', { name: new RegExp(TASK) })).toBeVisible()
}

async function seal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Khóa biên bản' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Khóa biên bản' }).click()
  await expect(page.getByText('Biên bản đã khóa').first()).toBeVisible()
}

async function sign(page: Page, side: string, name: string, post: string): Promise<void> {
  const card = page
    .locator('main article, main section')
    .filter({ has: page.getByRole('heading', { level: 3, name: side }) })
    .last()
  await card.getByRole('button', { name: 'Ký trên máy này' }).click()
  await signAs(page, name, post)
  await expect(card.getByText('Còn hiệu lực', { exact: true })).toBeVisible()
}

/** The day as a file of a calendar: whole lines, an event for each commune that is still to come. */
async function calendarOf(page: Page): Promise<string> {
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Đưa vào lịch điện thoại' }).click()
  return readFileSync(await (await file).path(), 'utf8')
}

/** All that is on the paper, and the hashes under which it was sealed and signed. */
async function recordOn(page: Page) {
  await expect(page.getByText('Các bên đã ký cùng một nội dung')).toBeVisible(BY_ITSELF)
  await expect(page.locator('main').getByText('Còn hiệu lực', { exact: true })).toHaveCount(2)
  return {
    words: await page.locator('main article').filter({ hasText: 'Độc lập' }).innerText(),
    seal: await page.getByText(/^Mã niêm phong /).innerText(),
    hash: await page.getByText(/^Mã nội dung được ký: /).innerText(),
  }
}

test('a monitor plans a day, records a visit and has it signed without a network; the commune reads the same record', async () => {
  const device = profiles.add(tablet)
  const first = await test.step('signed in once, then there is no network', async () => {
    const page = await device.open()
    await signIn(page, installation, 'giamsat.trangdinh')
    await alwaysSendPhotos(page, installation.address)
    await device.setOffline(true)
    await installation.kill()
    return page
  })

  await test.step('the proposed route is taken, put into order by keyboard, and taken into a calendar', async () => {
    await first.goto(`${installation.address}/visits/day`)
    await first.getByRole('button', { name: /^Lấy \d xã đề xuất$/ }).click()
    await expect(route(first).getByRole('listitem')).toHaveCount(4)
    await moveToTheTop(first)
    const calendar = await calendarOf(first)
    expect(calendar.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(4)
    expect(calendar).toContain(`SUMMARY:Đến ${COMMUNE}\r\n`)
  })

  const page = await test.step('the browser is killed, and the route is there', async () => {
    const before = await stopsOn(first)
    await device.kill()
    const again = await device.open()
    await again.goto(`${installation.address}/visits/day`)
    await expect(route(again).getByRole('listitem')).toHaveCount(4, BY_ITSELF)
    expect(await stopsOn(again)).toEqual(before)
    return again
  })

  const address =
    await test.step('the visit is recorded, with a task, a form of the province and a photo, sealed and signed by both', async () => {
      await recordVisit(page)
      await giveTask(page)
      await fillForm(page)
      await photograph(page)
      await seal(page)
      await sign(page, 'Người đến thăm', 'Người theo dõi A', 'Chuyên viên')
      await sign(page, 'Đại diện xã', 'Chủ tịch B', 'Chủ tịch UBND xã')
      return page.url()
    })

  const here = await test.step('the network returns: everything is sent, and the stop is done', async () => {
    await installation.start()
    await device.setOffline(false)
    await networkIsBack(page)
    await expect(chip(page)).toContainText(/Đã gửi/, BY_ITSELF)
    const record = await recordOn(page)
    await page.goto(`${installation.address}/visits/day`)
    await expect(route(page).getByText(/đã ghi chuyến thăm/)).toBeVisible()
    return record
  })

  await test.step('the chairman finds the record among the visits, and the task among what is to be done', async () => {
    const chairman = await profiles.add(phone).open()
    await signIn(chairman, installation, 'chutich.doanket')
    await chairman.goto(`${installation.address}/visits`)
    await chairman.locator('main').getByRole('link', { name: 'Mở', exact: true }).first().click()
    await expect(chairman).toHaveURL(address)
    const there = await recordOn(chairman)
    expect(there).toEqual(here)
    expect(there.words).toContain(DONE)
    expect(there.words).toContain(CORRECTED)
    expect(there.words).toMatch(/Số quy trình đã niêm yết\s+12\s/)
    await chairman.goto(`${installation.address}/actions`)
    await expect(chairman.getByRole('link', { name: new RegExp(`${TASK}.*việc giao khi đến xã`) })).toBeVisible()
  })
})
