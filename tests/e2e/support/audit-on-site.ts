// An internal audit as one auditor writes it on site: every item, a finding with its photo, a sample, both meetings, the
// conclusion, the seal. Everything through the screens.
import { expect, type Page } from '@playwright/test'
import { photograph } from './steps.ts'

export const FACTS = 'Ba trong tám hồ sơ tháng Mười không có phiếu kiểm soát quá trình'
const NONCONFORMING = 4
const ITEMS = 12

const onward = (page: Page) => page.getByRole('link', { name: /Mục sau|Xem lại cuộc đánh giá/ })

async function recordFinding(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ghi phát hiện' }).first().click()
  await page.getByRole('radio', { name: /không phù hợp nhẹ/i }).check()
  await page.getByLabel('Sự việc').fill(FACTS)
  await page.getByLabel('Bằng chứng khách quan').fill('Sổ theo dõi hồ sơ tháng 10, mã 0112 đến 0119')
  await page.getByRole('button', { name: 'Lưu phát hiện' }).click()
  await expect(page.getByText(/KPH\//).first()).toBeVisible()
  await photograph(page)
  await page
    .getByRole('link', { name: /Về mục/ })
    .first()
    .click()
}

/** The address of an audit in which every item has a result. */
export async function answerAll(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/internal-audit/new`)
  await page.getByLabel('Lĩnh vực, bộ phận được đánh giá').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Bắt đầu đánh giá' }).click()
  const first = page.getByRole('link', { name: /Bắt đầu với mục/ })
  await expect(first).toBeVisible()
  const audit = page.url()
  await first.click()
  for (let item = 0; item < ITEMS; item++) {
    const isConforming = item !== NONCONFORMING
    await page.getByRole('radio', { name: isConforming ? 'Phù hợp' : 'Không phù hợp', exact: true }).check()
    if (!isConforming) await recordFinding(page)
    const before = page.url()
    await onward(page).click()
    await expect.poll(() => page.url()).not.toBe(before)
  }
  return audit
}

export async function addSample(page: Page, audit: string): Promise<void> {
  await page.goto(`${audit}/samples`)
  await page.getByLabel('Lĩnh vực').selectOption({ index: 1 })
  await page.getByLabel('Mã hồ sơ').fill('H37.25.12-261105-0012')
  await page.getByRole('radio', { name: 'Trễ hạn' }).check()
  await page.getByRole('button', { name: 'Thêm hồ sơ' }).click()
  await expect(page.getByRole('button', { name: 'Bỏ hồ sơ H37.25.12-261105-0012' })).toBeVisible()
}

/** A meeting with somebody of each side; the one that has been held before is above it on the page. */
async function holdMeeting(page: Page, title: string, from: string, to: string): Promise<void> {
  const meeting = page
    .getByRole('region', { name: title })
    .or(page.locator('section').filter({ hasText: title }))
    .last()
  await meeting.getByLabel('Từ giờ').fill(from)
  await meeting.getByLabel('Đến giờ').fill(to)
  await meeting.getByLabel('Nơi họp').fill('Phòng họp UBND xã')
  await meeting.getByRole('button', { name: 'Ghi cuộc họp' }).click()
  for (const [side, name, post] of [
    ['auditor', 'Đánh giá viên A', 'Trưởng đoàn'],
    ['auditee', 'Chủ tịch B', 'Chủ tịch UBND xã'],
  ] as const) {
    await meeting.getByLabel('Họ và tên', { exact: true }).fill(name)
    await meeting.getByLabel('Chức vụ', { exact: true }).first().fill(post)
    await meeting.getByLabel('Thuộc bên').selectOption(side)
    await meeting.getByRole('button', { name: 'Thêm người dự' }).click()
    await expect(meeting.getByRole('button', { name: `Bỏ ${name}` })).toBeVisible()
  }
}

export async function holdMeetings(page: Page, audit: string): Promise<void> {
  await page.goto(`${audit}/meetings`)
  await holdMeeting(page, 'Họp khai mạc', '7:30', '8:00')
  await holdMeeting(page, 'Họp bế mạc', '16:00', '16:30')
}

export async function writeWords(page: Page, audit: string): Promise<void> {
  await page.goto(`${audit}/words`)
  await page.getByLabel('Tóm tắt quá trình').fill('Đã xem hồ sơ tại bộ phận một cửa, hỏi công chức tiếp nhận.')
  const conclusion = page.getByRole('radio', { name: 'Đủ điều kiện sau khi khắc phục xong' })
  await conclusion.click()
  await expect(conclusion).toBeChecked()
  await page.getByLabel('Khuyến nghị').fill('Lập phiếu kiểm soát ngay khi tiếp nhận.')
  await page.getByLabel('Khuyến nghị').blur()
  await expect(page.getByRole('status').filter({ hasText: 'Đã lưu trên máy' })).toHaveCount(2)
}

export async function conclude(page: Page, audit: string): Promise<void> {
  await page.goto(audit)
  await page.getByRole('button', { name: 'Kết thúc đánh giá' }).click()
  await page.getByRole('button', { name: 'Kết thúc và niêm phong báo cáo' }).click()
  await expect(page.getByText(/Đã kết thúc lúc/)).toBeVisible()
}

/** A line up and down over the field, drawn as with a mouse. */
async function draw(page: Page): Promise<void> {
  const field = page.getByRole('img', { name: /^Ô ký/ })
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (!box) throw new Error('no field to sign in')
  const at = (part: number) =>
    [box.x + box.width * part, box.y + box.height * (0.5 + 0.3 * Math.sin(part * 20))] as const
  await page.mouse.move(...at(0.1))
  await page.mouse.down()
  for (let step = 1; step <= 40; step++) await page.mouse.move(...at(0.1 + step * 0.02))
  await page.mouse.up()
}

export async function signAs(page: Page, name: string, post: string): Promise<void> {
  await page.getByLabel('Họ và tên người ký').fill(name)
  await page.getByLabel('Chức vụ', { exact: true }).fill(post)
  await draw(page)
  await page.getByRole('button', { name: 'Ghi chữ ký' }).click()
}
