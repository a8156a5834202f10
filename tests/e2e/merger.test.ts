// The merger of 01/07/2025: Khánh Long, Cao Minh and the Đoàn Kết of before became the Đoàn Kết of today. Corrective actions
// are open in Khánh Long; the administrator enacts the merger, the heir decides without a network, and everybody reads it.
import { expect, type Page, test } from '@playwright/test'
import { addPlaces } from './support/add-places.ts'
import { Installation } from './support/installation.ts'
import { desk, phone, tablet } from './support/profile.ts'
import { Profiles } from './support/profiles.ts'
import { chip, networkIsBack, signIn } from './support/steps.ts'

let installation: Installation
const profiles = new Profiles()

/** As the lists of 2017 and 03/2025 have them; today's Đoàn Kết is `ls25-06001`. */
const OLD = [
  { id: 'ls17-05998', name: 'Xã Khánh Long', code: '05998', parent: 'area-180' },
  { id: 'ls17-06001', name: 'Xã Đoàn Kết', code: '06001', parent: 'area-180' },
  { id: 'ls17-06010', name: 'Xã Cao Minh', code: '06010', parent: 'area-180' },
]
const HEIR = 'ls25-06001'
const [LATE_WORK, DONE_WORK] = ['Trả kết quả hộ tịch trễ hẹn', 'Chưa niêm yết thủ tục mới']

test.beforeAll(async () => {
  installation = await Installation.create()
  await addPlaces(installation, OLD)
})

test.afterAll(async () => {
  await profiles.remove()
  await installation.remove()
})

const open = (page: Page, path: string) => page.goto(installation.address + path)
const sent = (page: Page) => expect(chip(page)).toContainText(/Đã gửi/)

async function openRequest(page: Page, description: string): Promise<void> {
  await open(page, '/corrective-actions/new?unit=ls17-05998')
  await expect(page.getByLabel('Xã', { exact: true })).toHaveValue('ls17-05998')
  await page.getByLabel('Nội dung không phù hợp').fill(description)
  await page.getByLabel('Yêu cầu bị vi phạm').fill('Quy trình đã ban hành')
  await page.getByRole('button', { name: 'Lập phiếu', exact: true }).click()
  await expect(page.getByText(/Đã lập phiếu, lưu trên máy/)).toBeVisible()
}

async function enactMerger(page: Page): Promise<void> {
  await open(page, '/more/admin/units')
  const old = page.getByRole('region', { name: 'Các đơn vị cũ sẽ đóng sổ' })
  await old.getByRole('searchbox').fill('khanh long')
  await old.getByRole('checkbox', { name: /Xã Khánh Long/ }).check()
  await old.getByRole('searchbox').fill('cao minh')
  await old.getByRole('checkbox', { name: /Xã Cao Minh/ }).check()
  // Both have one name, one code and one area: only the id of our own tells them apart.
  await old.getByRole('searchbox').fill('doan ket')
  await old.getByRole('checkbox', { name: /ls17-06001/ }).check()
  const kept = page.getByRole('region', { name: /^Đơn vị đang có nhận thêm/ })
  await kept.getByRole('searchbox').fill('doan ket')
  await kept.getByRole('checkbox', { name: /ls25-06001/ }).check()
  await page.getByLabel('Ngày có hiệu lực').fill('01/07/2025')
  await page.getByRole('button', { name: 'Xem trước những gì thay đổi' }).click()
  await expect(page.getByText('30/06/2025')).toBeVisible()
  await page.getByRole('button', { name: 'Xác nhận thay đổi đơn vị' }).click()
  await expect(page.getByText('Đã ghi nhận thay đổi đơn vị')).toBeVisible()
}

test('INH-7, INH-11: after the merger of 01/07/2025 the heir decides offline who goes on with open actions', {
  tag: '@long',
}, async () => {
  const [admin, commune, monitor] = [profiles.add(desk), profiles.add(phone), profiles.add(tablet)]
  const [atAdmin, atCommune, atMonitor] = await Promise.all([admin.open(), commune.open(), monitor.open()])

  await test.step('two corrective actions are open in Khánh Long', async () => {
    await Promise.all([
      signIn(atMonitor, installation, 'giamsat.trangdinh'),
      signIn(atCommune, installation, 'thuky.doanket'),
      signIn(atAdmin, installation, 'quantri'),
    ])
    await openRequest(atMonitor, LATE_WORK)
    await openRequest(atMonitor, DONE_WORK)
    await sent(atMonitor)
    await open(atCommune, '/mergers')
    await expect(atCommune.getByText('Chưa có đơn vị nào sáp nhập hay chia tách')).toBeVisible()
  })

  await test.step('the administrator enacts the merger', () => enactMerger(atAdmin))

  await test.step('the heir has them in its list, with where they come from; nothing was decided by itself', async () => {
    await open(atCommune, '/corrective-actions')
    await atCommune.reload()
    await expect(atCommune.getByText('2 hồ sơ của đơn vị cũ chờ nơi nhận')).toBeVisible({ timeout: 20_000 })
    await expect(atCommune.getByText(/Của Xã Khánh Long \(đơn vị cũ\)/).first()).toBeVisible()
  })

  await test.step('without a network one is ended with a reason and the other taken over as proposed', async () => {
    await installation.kill()
    await open(atCommune, '/mergers')
    await atCommune.getByRole('link', { name: new RegExp(DONE_WORK) }).click()
    await expect(atCommune.getByRole('radio', { name: /Xã Đoàn Kết kế thừa/ })).toBeChecked()
    await atCommune.getByRole('radio', { name: /^Không kế thừa/ }).check()
    await atCommune.getByRole('textbox', { name: 'Lý do' }).fill('Đã niêm yết xong trước ngày sáp nhập')
    await atCommune.getByRole('button', { name: 'Ghi quyết định' }).click()
    await expect(atCommune.getByText('Đã ghi quyết định, đã lưu trên máy')).toBeVisible()
    await atCommune.getByRole('button', { name: 'Nhận 1 hồ sơ theo đề xuất' }).click()
    await expect(atCommune.getByText('Không còn hồ sơ nào chờ quyết định')).toBeVisible()
    await open(atCommune, '/corrective-actions')
    await atCommune.getByRole('link', { name: new RegExp(LATE_WORK) }).click()
    await expect(atCommune.getByText('Kế thừa từ Xã Khánh Long')).toBeVisible()
    expect(new URL(atCommune.url()).pathname).toContain(`/corrective-actions/${HEIR}/`)
  })

  await test.step('the network is back: the monitor reads both decisions, and the old book takes nothing', async () => {
    await installation.start()
    await networkIsBack(atCommune)
    await sent(atCommune)
    await open(atMonitor, '/mergers?show=all')
    await expect(atMonitor.getByText('Đã có nơi nhận')).toBeVisible({ timeout: 20_000 })
    await expect(atMonitor.getByText('Không kế thừa', { exact: true })).toBeVisible()
    await atMonitor.getByRole('link', { name: new RegExp(LATE_WORK) }).click()
    await atMonitor.getByRole('link', { name: 'Mở hồ sơ cũ' }).click()
    await expect(atMonitor.getByText('Xã Đoàn Kết đã kế thừa hồ sơ này')).toBeVisible()
    await expect(atMonitor.getByText(/Sổ cũ đã khóa/)).toBeVisible()
  })
})
