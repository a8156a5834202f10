// What goes wrong in a commune's office, made to go wrong: each fault gives a clear sentence and loses nothing. The judge
// is never the chip alone: what counts is what lies on the device's disk and what the endpoint says it has.
import { expect, type Page, test } from '@playwright/test'
import { keepDiary } from './support/chip-diary.ts'
import { beginUpgrade, draftText, ownOperations, spoilSession } from './support/device-data.ts'
import { EndpointFacts } from './support/endpoint-facts.ts'
import { answerLost, cut, FaultyProxy } from './support/faulty-proxy.ts'
import { Installation } from './support/installation.ts'
import { networkFaults } from './support/network-faults.ts'
import { phone, Profile } from './support/profile.ts'
import { atEndpoint, note, onDevice, openQuestion as openQuestionAt, thirdAnswer } from './support/question.ts'
import { alwaysSendPhotos, chip, photograph, picture, signIn } from './support/steps.ts'
import { shiftClock } from './support/wrong-clock.ts'

/** By itself: longer than the longest wait after one failure. */
const BY_ITSELF = { timeout: 30_000 }
const SENT = /Đã gửi/
const SECRETARY = 'thuky.doanket'

let installation: Installation
let facts: EndpointFacts
let proxy: FaultyProxy
/** The installation as the browser reaches it: through the proxy. */
let reached: Installation
let profile: Profile

test.beforeAll(async () => {
  installation = await Installation.create()
  proxy = await FaultyProxy.before(installation.address)
  reached = Object.create(installation, { address: { value: proxy.address } }) as Installation
  facts = await EndpointFacts.of(installation)
})

test.afterAll(async () => {
  await proxy.close()
  await installation.remove()
})

test.beforeEach(() => {
  proxy.fault = null
  profile = new Profile(phone)
})

test.afterEach(async () => {
  await profile.remove()
})

const open = (page: Page, path: string) => page.goto(reached.address + path)

async function atWork(username = SECRETARY): Promise<Page> {
  const page = await profile.open()
  await signIn(page, reached, username)
  return page
}

const problem = (page: Page) => page.getByRole('alert').first()
const openQuestion = (page: Page) => openQuestionAt(page, reached.address)
const choose = (page: Page) => thirdAnswer(page).check()

test('SYN-4: whatever the network answers in place of the endpoint, the chip says what is wrong and the work goes by itself later', async () => {
  const page = await atWork()
  for (const [name, fault] of Object.entries(networkFaults)) {
    await test.step(name, async () => {
      await openQuestion(page)
      await expect(chip(page)).toContainText(SENT)
      const before = await facts.count(page)
      proxy.fault = fault.fault
      await choose(page)
      await expect(onDevice(page)).toBeVisible()
      const diary = await keepDiary(page)
      await expect(chip(page)).toHaveText(fault.chip)
      await chip(page).click()
      await expect(page.locator('main')).toContainText(fault.sentence)
      await expect(page.locator('main')).toContainText('an toàn trên máy')
      expect((await diary()).filter((text) => SENT.test(text))).toEqual([])
      expect((await facts.overview()).facts.ops).toBe(before.endpoint)
      proxy.fault = null
      await expect(chip(page)).toContainText(SENT, BY_ITSELF)
      await facts.expectEverythingOnce(page, before)
    })
  }
})

test('SYN-2: an answer lost after the endpoint stored the work leads to a resend, and the endpoint has each operation once', async () => {
  const page = await atWork()
  await openQuestion(page)
  const before = await facts.count(page)
  proxy.fault = answerLost
  await choose(page)
  await note(page).fill('Biên bản số 7, gửi hai lần vẫn là một')
  await note(page).blur()
  await expect.poll(async () => (await facts.overview()).facts.ops).toBeGreaterThan(before.endpoint)
  await expect(chip(page)).not.toContainText(SENT)
  proxy.fault = null
  await expect(chip(page)).toContainText(SENT, BY_ITSELF)
  await facts.expectEverythingOnce(page, before)
})

const YEARS = 10 * 365 * 86_400_000

const wrongClocks = [
  { name: 'ten years behind', shift: -YEARS, words: 'chậm' },
  { name: 'ten years ahead', shift: YEARS, words: 'nhanh' },
]

test('SYN-5: with the device clock ten years wrong work is stored and sent, and the person is told', {
  tag: '@long',
}, async () => {
  let page = await atWork()
  for (const { name, shift, words } of wrongClocks) {
    await test.step(name, async () => {
      const before = await facts.count(page)
      await profile.kill()
      proxy.fault = cut
      page = await profile.open()
      await shiftClock(page, shift)
      await openQuestion(page)
      await choose(page)
      await expect(onDevice(page)).toBeVisible()
      await expect(chip(page)).not.toContainText(SENT)
      proxy.fault = null
      await expect(chip(page)).toHaveText(/Đã gửi.*đồng hồ máy bị lệch/, BY_ITSELF)
      await facts.expectEverythingOnce(page, before)
      await chip(page).click()
      await expect(page.locator('main')).toContainText(new RegExp(`Máy này ${words} khoảng 3\\.?6\\d\\d ngày`))
    })
  }
})

test('DAT-3: a full disk is told, what was chosen, written and photographed stays on the screen, and "Thử lại" stores it', async () => {
  let page = await atWork()
  await alwaysSendPhotos(page, reached.address)
  const before = await facts.count(page)
  await profile.kill()
  page = await profile.open()
  // Before the database is opened: the browser grants an open one some room in advance.
  const disk = await page.context().newCDPSession(page)
  const origin = reached.address
  await disk.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await openQuestion(page)
  const address = page.url()
  await choose(page)
  await expect(problem(page)).toContainText('Bộ nhớ máy đã đầy')
  await expect(thirdAnswer(page)).toBeChecked()
  await note(page).fill('Chữ viết khi máy đầy')
  await note(page).blur()
  await expect(page.getByRole('alert').filter({ hasText: 'Bộ nhớ máy đã đầy' })).toHaveCount(2)
  await page
    .locator('input[type=file][capture]')
    .first()
    .setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: picture(800, 600) })
  await expect(page.getByText('Chưa thêm được ảnh')).toBeVisible()
  await page.getByRole('link', { name: 'Câu sau' }).click()
  await expect(page.getByText(/Chưa chuyển câu được/)).toBeVisible()
  expect(page.url()).toBe(address)
  expect(await ownOperations(page)).toBe(before.device)
  await disk.send('Storage.overrideQuotaForOrigin', { origin })
  const retry = page.getByRole('button', { name: 'Thử lại' })
  for (let left = await retry.count(); left > 0; left--) {
    await retry.first().click()
    await expect(retry).toHaveCount(left - 1)
  }
  await expect(page.getByRole('img', { name: /Ảnh/ }).first()).toBeVisible()
  await expect(chip(page)).toContainText(SENT, BY_ITSELF)
  await page.reload()
  await expect(thirdAnswer(page)).toBeChecked()
  await expect(note(page)).toHaveValue('Chữ viết khi máy đầy')
  await expect(page.getByRole('img', { name: /Ảnh/ }).first()).toBeVisible()
  await facts.expectEverythingOnce(page, before)
})

test('DAT-8: a newer program that takes the database away leads to a clear page, and after a reload everything is there', async () => {
  const page = await atWork()
  await openQuestion(page)
  const address = page.url()
  await choose(page)
  await expect(onDevice(page).or(atEndpoint(page))).toBeVisible()
  await note(page).pressSequentially('Đang viết thì ứng dụng mới mở')
  await expect.poll(() => draftText(page)).toContain('ứng dụng mới mở')
  const other = await page.context().newPage()
  await other.goto(`${reached.address}/favicon.svg`)
  await beginUpgrade(other)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cần cập nhật ứng dụng')
  await expect(problem(page)).toContainText('Dữ liệu vẫn an toàn')
  await other.close()
  await page.getByRole('button', { name: 'Tải lại để cập nhật' }).click()
  await expect(note(page)).toHaveValue('Đang viết thì ứng dụng mới mở')
  await expect(thirdAnswer(page)).toBeChecked()
  expect(page.url()).toBe(address)
})

test('KERNEL-1: a date that does not exist keeps its text and asks, and the rest of the form stays', {
  tag: '@long',
}, async () => {
  const page = await atWork('danhgia.doanket')
  await open(page, '/internal-audit/new')
  const day = page.getByLabel('Ngày đánh giá')
  const title = page.getByLabel('Tên cuộc đánh giá')
  await title.fill('Đánh giá bộ phận một cửa')
  await day.fill('31/11/2026')
  await page.getByLabel('Lĩnh vực, bộ phận được đánh giá').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Bắt đầu đánh giá' }).click()
  await expect(page.getByText('Ngày này không có trong lịch').first()).toBeVisible()
  await expect(day).toHaveValue('31/11/2026')
  await expect(day).toHaveAttribute('aria-invalid', 'true')
  await expect(title).toHaveValue('Đánh giá bộ phận một cửa')
  await expect(page).toHaveURL(/internal-audit\/new$/)
  await expect.poll(() => draftText(page)).toContain('31/11/2026')
  await page.reload()
  await expect(day).toHaveValue('31/11/2026')
  await day.fill('30/11/2026')
  await page.getByRole('button', { name: 'Bắt đầu đánh giá' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Đánh giá bộ phận một cửa')
})

test('SA-1: "not applicable" without a reason is refused with a sentence, and what was typed beside it stays', {
  tag: '@long',
}, async () => {
  const page = await atWork()
  await openQuestion(page)
  const address = page.url()
  await page.getByRole('radio', { name: /Không áp dụng/ }).check()
  await note(page).fill('Xã không có bộ phận này')
  await page.getByRole('link', { name: 'Câu sau' }).click()
  await expect(page.getByText('Chọn “Không áp dụng” thì cần ghi lý do').first()).toBeVisible()
  expect(page.url()).toBe(address)
  await expect(page.getByLabel('Lý do không áp dụng')).toBeFocused()
  await expect(note(page)).toHaveValue('Xã không có bộ phận này')
  await page.reload()
  await expect(page.getByRole('radio', { name: /Không áp dụng/ })).toBeChecked()
  await expect(note(page)).toHaveValue('Xã không có bộ phận này')
  await page.getByLabel('Lý do không áp dụng').fill('Việc này do huyện cũ làm thay')
  await page.getByRole('link', { name: 'Câu sau' }).click()
  await expect.poll(() => page.url()).not.toBe(address)
  await expect(chip(page)).toContainText(SENT, BY_ITSELF)
})

test('SYN-7: an expired session is renewed in silence; without the device key work goes on, and signing in sends it', async () => {
  const page = await atWork()
  await alwaysSendPhotos(page, reached.address)
  const before = await facts.count(page)
  await test.step('the key of the device is enough', async () => {
    await spoilSession(page, { deviceKey: false })
    await openQuestion(page)
    const diary = await keepDiary(page)
    await choose(page)
    await expect(atEndpoint(page)).toBeVisible(BY_ITSELF)
    expect((await diary()).filter((text) => /Chưa gửi được/.test(text))).toEqual([])
  })
  await test.step('without it the person is asked, and may go on', async () => {
    await spoilSession(page, { deviceKey: true })
    await openQuestion(page)
    await choose(page)
    await expect(onDevice(page)).toBeVisible()
    await expect(chip(page)).toHaveText(/Chưa gửi được.*cần đăng nhập lại/)
    await photograph(page)
  })
  await test.step('signing in again sends everything', async () => {
    await chip(page).click()
    await page.locator('main').getByRole('link', { name: 'Đăng nhập lại' }).click()
    await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(SECRETARY)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(installation.account(SECRETARY).password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await expect(chip(page)).toContainText(SENT, BY_ITSELF)
    await facts.expectEverythingOnce(page, before)
  })
})
