// The story of the product, once, with real processes: a phone in commune A works while the endpoint is dead, its browser
// is killed and started again, the endpoint returns, and the monitor's tablet and the province's device see what they may.
import { expect, type Page, test } from '@playwright/test'
import { Installation } from './support/installation.ts'
import { desk, phone, tablet } from './support/profile.ts'
import { Profiles } from './support/profiles.ts'
import { alwaysSendPhotos, chip, photograph, signIn, signInAnother, switchTo } from './support/steps.ts'

test.describe.configure({ mode: 'serial' })
test.setTimeout(420_000)

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
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

const unanswered = (page: Page) => page.getByText(/^Chưa trả lời: \d+$/).first()

/** Every question that is still open gets an answer; returns how many were given, and stays on the last one. */
async function answerEverything(page: Page): Promise<number> {
  await open(page, '/self-assessment')
  await page.getByRole('link', { name: 'Làm tiếp' }).click()
  await expect(unanswered(page)).toBeVisible()
  let left = Number(/\d+/.exec((await unanswered(page).textContent()) ?? '')?.[0])
  for (let given = 0; ; ) {
    const answers = page.getByRole('radio')
    if ((await page.locator('main input[type=radio]:checked').count()) === 0) {
      await answers.nth((given % 3) + 1).check()
      given += 1
      left -= 1
      await expect(unanswered(page)).toHaveText(`Chưa trả lời: ${left}`)
    }
    if (left === 0) return given
    const before = page.url()
    await page.getByRole('link', { name: 'Câu sau' }).click()
    await expect.poll(() => page.url()).not.toBe(before)
    await expect(answers.first()).toBeVisible()
  }
}

test('a commune answers, audits and declares offline through a killed browser, and the monitor, not the neighbour, sees it', async () => {
  const communePhone = profiles.add(phone)
  const monitorTablet = profiles.add(tablet)
  const provinceDesk = profiles.add(desk)

  let page = await communePhone.open()
  await test.step('both people of the commune sign in once, with a network', async () => {
    await signIn(page, installation, 'danhgia.doanket')
    await signInAnother(page, installation, 'thuky.doanket')
    await alwaysSendPhotos(page, installation.address)
    await open(page, '/')
    await expect(heading(page)).toBeVisible()
  })

  await test.step('the endpoint and the browser die; the app starts cold without either', async () => {
    await communePhone.setOffline(true)
    await communePhone.kill()
    await installation.kill()
    page = await communePhone.open()
    await open(page, '/')
    await expect(heading(page)).toContainText('Việc cần làm')
    await expect(page.locator('header').first()).toContainText('Đoàn Kết')
  })

  await test.step('the ISO secretary answers all 52 questions and photographs one piece of evidence', async () => {
    const given = await answerEverything(page)
    expect(given).toBe(31)
    await photograph(page)
    await expect(chip(page)).toContainText('Đã lưu trên máy')
    await expect(chip(page)).not.toContainText('Đã gửi')
  })

  await test.step('the ISO secretary submits', async () => {
    await open(page, '/self-assessment')
    await page.getByRole('link', { name: 'Xem lại và nộp' }).click()
    await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click()
    await expect(page.getByText(/Đã lưu trên máy lúc .* sẽ tự gửi khi có mạng/)).toBeVisible()
  })

  await test.step('a stage of the pilot model is declared done with its evidence', async () => {
    await open(page, '/progress')
    await page.getByRole('link', { name: 'Làm giai đoạn này' }).first().click()
    await expect(heading(page)).toBeVisible()
    const proofs = page.getByLabel(/Hoặc xác nhận bằng lời/)
    await expect(proofs.first()).toBeVisible()
    const count = await proofs.count()
    await photograph(page)
    for (let i = 1; i < count; i++) await proofs.nth(i).fill(`Văn bản số ${i}/UBND, bản gốc lưu ở văn phòng`)
    await page.getByRole('button', { name: /^Báo xong/ }).click()
    await expect(page.getByText('Đã báo xong, sẽ tự gửi khi có mạng')).toBeVisible()
  })

  await test.step('the internal auditor, on the same phone, finds a nonconformity', async () => {
    await switchTo(page, installation, /Đánh giá viên|Chuyên gia đánh giá/)
    await open(page, '/internal-audit/new')
    await page.getByLabel('Lĩnh vực, bộ phận được đánh giá').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Bắt đầu đánh giá' }).click()
    await page.getByRole('link', { name: /Bắt đầu với mục/ }).click()
    for (let item = 0; item < 12; item++) {
      await page.getByRole('radio', { name: item === 4 ? 'Không phù hợp' : 'Phù hợp', exact: true }).check()
      if (item === 4) await recordFinding(page)
      const next = page
        .getByRole('link', { name: /Mục sau|Xem lại cuộc đánh giá/ })
        .or(page.getByRole('button', { name: /Mục sau|Xem lại cuộc đánh giá/ }))
      const before = page.url()
      await next.first().click()
      await expect.poll(() => page.url()).not.toBe(before)
    }
    await page.getByRole('button', { name: 'Kết thúc đánh giá' }).click()
    await page.getByRole('button', { name: 'Kết thúc và niêm phong báo cáo' }).click()
    await expect(page.getByText(/Đã kết thúc lúc/)).toBeVisible()
  })

  await test.step('the browser is killed and started again, still offline: everything is there', async () => {
    await communePhone.kill()
    page = await communePhone.open()
    await open(page, '/internal-audit')
    await expect(page.getByText('Đã kết thúc').first()).toBeVisible()
    await expect(page.getByText('Trên máy').first()).toBeVisible()
    await switchTo(page, installation, /Thư ký ISO/)
    await open(page, '/self-assessment')
    await expect(page.getByText('Đã nộp').first()).toBeVisible()
    await expect(chip(page)).toContainText('Đã lưu trên máy')
    await expect(chip(page)).toContainText(/chờ gửi/)
  })

  await test.step('the network returns: all of it reaches the endpoint by itself', async () => {
    await installation.start()
    await communePhone.setOffline(false)
    await expect(chip(page)).toContainText(/Đã gửi/, { timeout: 60_000 })
    await switchTo(page, installation, /Đánh giá viên|Chuyên gia đánh giá/)
    await expect(chip(page)).toContainText(/Đã gửi/, { timeout: 60_000 })
  })

  await test.step('the area monitor sees five communes, the answers and the nonconformity', async () => {
    page = await monitorTablet.open()
    await signIn(page, installation, 'giamsat.trangdinh')
    await open(page, '/communes')
    await expect(page.getByRole('link', { name: /Đoàn Kết/ }).first()).toBeVisible()
    await expect(page.locator('main a[href^="/communes/ls25-"]')).toHaveCount(5)
    await open(page, '/communes/ls25-06001?tab=assessments')
    await page.locator('a[href*="/answers/"]').first().click()
    await expect(page.getByText('Phạm vi', { exact: false }).first()).toBeVisible()
    await expect(page.getByRole('img', { name: /Ảnh/ }).first()).toBeVisible({ timeout: 20_000 })
    await open(page, '/findings')
    await expect(page.getByText(FACTS).first()).toBeVisible()
    await open(page, '/communes/ls25-06001')
    await expect(page.getByText(/Xã báo xong/).first()).toBeVisible()
  })

  await test.step("another area's monitor sees none of it", async () => {
    await signInAnother(page, installation, 'giamsat.binhgia')
    await open(page, '/communes')
    await expect(page.locator('main a[href^="/communes/ls25-"]').first()).toBeVisible()
    await expect(page.getByRole('link', { name: /Đoàn Kết/ })).toHaveCount(0)
    await open(page, '/communes/ls25-06001')
    await expect(page.getByText(FACTS)).toHaveCount(0)
    await open(page, '/findings')
    await expect(heading(page)).toBeVisible()
    await expect(page.getByText(FACTS)).toHaveCount(0)
  })

  await test.step('the province sees all 50', async () => {
    page = await provinceDesk.open()
    await signIn(page, installation, 'sokhcn.langson')
    await open(page, '/communes')
    await expect
      .poll(
        async () =>
          new Set(
            await page
              .locator('main a[href^="/communes/ls25-"]')
              .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).pathname)),
          ).size,
      )
      .toBe(50)
  })
})

const FACTS = 'Năm trong mười hai hồ sơ tháng Mười không ghi người nhận kết quả'

async function recordFinding(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: 'Ghi phát hiện' })
    .or(page.getByRole('button', { name: 'Ghi phát hiện' }))
    .first()
    .click()
  await page.getByRole('radio', { name: /không phù hợp nhẹ/i }).check()
  await page.getByLabel('Sự việc').fill(FACTS)
  await page.getByLabel('Bằng chứng khách quan').fill('Sổ theo dõi hồ sơ tháng 10, mã 112 đến 123')
  await page.getByRole('button', { name: 'Lưu phát hiện' }).click()
  await expect(page.getByText(/KPH\//).first()).toBeVisible()
  await page
    .getByRole('link', { name: /Về mục/ })
    .first()
    .click()
}
