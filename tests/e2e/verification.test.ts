// After the answers: the monitor of what a commune handed in verifies offline and finds another level, the commune sees
// it and makes an improvement action, the monitor sends it back, and the correction stands beside the first submission.
import { expect, type Page, test } from '@playwright/test'
import { Installation } from './support/installation.ts'
import { desk, Profile, type Screen, tablet } from './support/profile.ts'
import { chip, signIn } from './support/steps.ts'

let installation: Installation
const profiles: Profile[] = []
const newProfile = (screen: Screen): Profile => {
  const profile = new Profile(screen)
  profiles.push(profile)
  return profile
}

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  for (const profile of profiles) await profile.remove()
  await installation.remove()
})

const REASON = 'Chưa thấy bảng bối cảnh ở văn phòng'
const SENT_BACK = 'Câu 4.1 chấm nhầm, đề nghị sửa'

const open = (page: Page, path: string) => page.goto(installation.address + path)
const sent = (page: Page) => expect(chip(page)).toContainText(/Đã gửi/)

/** Handed in with the demonstration. */
const ROUND = '/self-assessment/asm.ls25-06001.2026-1'

async function submit(page: Page): Promise<void> {
  await open(page, `${ROUND}/submit`)
  await page.getByRole('button', { name: 'Nộp bản tự đánh giá' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã nộp bản tự đánh giá')
}

/** The submission on top of the commune's page, as its monitor opens it. */
async function openSubmission(page: Page, which = ''): Promise<void> {
  await open(page, '/communes/ls25-06001?tab=assessments')
  await page.locator('main a[href*="/answers/"]', { hasText: which }).first().click()
  await expect(page.getByRole('heading', { name: 'Xác minh', exact: true })).toBeVisible()
}

test('a monitor verifies offline, the commune acts on a gap, and a correction stands beside what was handed in', async () => {
  const [atCommune, atMonitor] = [newProfile(desk), newProfile(tablet)]
  const [commune, monitor] = await Promise.all([atCommune.open(), atMonitor.open()])

  await test.step('both people have what was handed in on their devices', async () => {
    await Promise.all([
      signIn(commune, installation, 'thuky.doanket'),
      signIn(monitor, installation, 'giamsat.trangdinh'),
    ])
  })

  await test.step('the monitor, without a network, agrees to a chapter and finds another level', async () => {
    await openSubmission(monitor)
    // Chapter 4 and four questions of chapter 5 were verified with the demonstration.
    await expect(monitor.getByText(/^9\/52 câu/)).toBeVisible()
    const address = monitor.url()
    await atMonitor.setOffline(true)
    await monitor.goto(address)
    const rest = monitor.getByRole('button', { name: /^Đồng ý \d+ câu còn lại/ }).first()
    const agreed = 9 + Number(/\d+/.exec((await rest.textContent()) ?? ''))
    await rest.click()
    await expect(monitor.getByText(new RegExp(`^${agreed}/52 câu`))).toBeVisible()
    await monitor.getByRole('link', { name: 'Xác minh câu tiếp theo' }).click()
    await expect(monitor.getByRole('heading', { level: 1 })).toContainText('6.1')
    await monitor.getByRole('radio').first().check()
    await monitor.getByLabel('Vì sao khác điểm xã tự chấm').fill(REASON)
    await monitor.getByRole('button', { name: 'Lưu mức khác' }).click()
    await expect(monitor.getByText(/^Xác minh: \d/)).toBeVisible()
    await expect(chip(monitor)).toContainText('Đã lưu trên máy')
    await atMonitor.setOffline(false)
    await sent(monitor)
  })

  await test.step('the commune sees it with the reason and makes an action of it', async () => {
    await open(commune, ROUND)
    await expect(commune.getByText(new RegExp(REASON))).toBeVisible({ timeout: 20_000 })
    await commune.getByRole('button', { name: 'Tạo việc cải tiến' }).first().click()
    await expect(commune.getByLabel('Chức danh chịu trách nhiệm')).toHaveValue('Thư ký ISO')
    await open(commune, '/actions')
    await expect(commune.getByText('Đang làm', { exact: true }).first()).toBeVisible()
  })

  await test.step('the monitor follows the action and sends the submission back', async () => {
    await sent(commune)
    await openSubmission(monitor)
    await monitor.getByRole('button', { name: 'Trả lại để xã sửa' }).click()
    await monitor.getByRole('dialog').getByLabel('Lý do').fill(SENT_BACK)
    await monitor.getByRole('button', { name: 'Trả lại', exact: true }).click()
    await expect(monitor.getByText('Trả lại để sửa').first()).toBeVisible()
    await sent(monitor)
    await open(monitor, '/actions')
    await expect(monitor.getByText(/Thư ký ISO/).first()).toBeVisible({ timeout: 20_000 })
  })

  await test.step('the commune corrects and hands in again; the first submission stays readable', async () => {
    await open(commune, ROUND)
    await expect(commune.getByText(new RegExp(SENT_BACK))).toBeVisible({ timeout: 20_000 })
    const begin = commune.getByRole('button', { name: 'Bắt đầu bản sửa' })
    await begin.click()
    await expect(begin).toBeHidden()
    await open(commune, `${ROUND}/q/Q4.1`)
    await commune.getByRole('radio').first().check()
    await expect(commune.getByText(/^Đã lưu trên máy/).last()).toBeVisible()
    await submit(commune)
    await open(commune, ROUND)
    await commune.getByRole('link', { name: /^Bản nộp đầu/ }).click()
    await expect(commune.getByText('Đã có bản sửa mới hơn', { exact: false })).toBeVisible()
    await expect(commune.getByText('2 · Có văn bản, chưa áp dụng đều').first()).toBeVisible()
    await sent(commune)
    await openSubmission(monitor, 'bản sửa lần 2')
    await expect(monitor.getByRole('link', { name: /^Bản nộp đầu/ })).toBeVisible()
  })
})
