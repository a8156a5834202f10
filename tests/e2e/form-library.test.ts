// A province's own form, from a spreadsheet on its desk to a commune's tablet: a broken sheet is refused with its places,
// the put-right one is read with no endpoint in reach, published, corrected, withdrawn, and seen in the commune.
import { expect, type Page, test } from '@playwright/test'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { writeWorkbookFile } from '#protocol/workbook/write-workbook-file.ts'
import { aWorkbook, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { Installation } from './support/installation.ts'
import { desk, phone } from './support/profile.ts'
import { Profiles } from './support/profiles.ts'
import { chip, networkIsBack, signIn } from './support/steps.ts'

let installation: Installation
const profiles = new Profiles()

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await profiles.remove()
  await installation.remove()
})

const TITLE = 'Khảo sát bộ phận một cửa'

const survey = (version: string, question: string, relevant = '') =>
  aWorkbook(
    [
      q('begin group', 'chung', { 'label::Vietnamese (vi)': 'Thông tin chung' }),
      q('select_one có', 'có_biển', { 'label::Vietnamese (vi)': 'Có biển chỉ dẫn không?' }),
      q('integer', 'số_ghế', { 'label::Vietnamese (vi)': question, relevant }),
      endOf('group'),
    ],
    [c('có', 'có'), c('có', 'không')],
    { form_id: 'mot-cua', version, 'form_title::Vietnamese (vi)': TITLE },
  )

async function choose(page: Page, workbook: Workbook): Promise<void> {
  const buffer = Buffer.from(await writeWorkbookFile(workbook))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name: 'mot-cua.xlsx', mimeType, buffer })
}

/** FIL-10: filled in on trial from screen to screen, and back at the import, where the form still waits. */
async function tryItOut(page: Page): Promise<void> {
  const banner = page.getByText('Bản điền thử, không lưu')
  await page.getByRole('button', { name: 'Điền thử' }).click()
  await expect(banner).toBeVisible()
  await expect(page.getByLabel('Số ghế chờ')).toHaveCount(0)
  await page.getByText('có', { exact: true }).click()
  await page.getByLabel('Số ghế chờ').fill('12')
  await page.getByRole('link', { name: 'Xem lại và nộp' }).click()
  await expect(page.getByText(/Phiếu điền thử đã đủ/)).toBeVisible()
  await page.getByRole('link', { name: 'Về phiếu' }).first().click()
  await expect(page.getByLabel('Số ghế chờ')).toHaveValue('12')
  await page.getByRole('link', { name: 'Kết thúc điền thử' }).click()
  await expect(page.getByText(`Đọc được “${TITLE}”`)).toBeVisible()
}

test('a form comes out of a spreadsheet, is published without a network, corrected, and reaches a commune', async () => {
  const [province, commune] = await Promise.all([profiles.add(desk).open(), profiles.add(phone).open()])
  await Promise.all([signIn(province, installation, 'sokhcn.langson'), signIn(commune, installation, 'thuky.doanket')])
  await province.goto(`${installation.address}/more/forms/import`)
  await expect(province.getByRole('heading', { level: 1, name: 'Nhập biểu mẫu' })).toBeVisible()
  await installation.kill()

  await test.step('a broken sheet is refused with sheet, row, column and reason', async () => {
    await choose(province, survey('1', 'Số ghế chờ', "${không_có} = 'có'"))
    const row = province.getByRole('row', { name: /không_có/ })
    await expect(row).toContainText('survey')
    await expect(row).toContainText('4')
    await expect(row).toContainText('relevant')
    await province.getByRole('button', { name: 'Chọn tệp khác' }).click()
  })

  await test.step('the put-right one is looked through and published, with no endpoint in reach', async () => {
    await choose(province, survey('1', 'Số ghế chờ', "${có_biển} = 'có'"))
    await expect(province.getByText(`Đọc được “${TITLE}”`)).toBeVisible()
    await expect(province.getByText('Số ghế chờ')).toBeVisible()
    await tryItOut(province)
    await province.getByRole('button', { name: 'Phát hành' }).click()
    await expect(province.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  })

  await test.step('a correction shows what it changes, and takes a version of its own', async () => {
    await province.goto(`${installation.address}/more/forms/import`)
    await choose(province, survey('1', 'Số ghế chờ cho người dân', "${có_biển} = 'có'"))
    await expect(province.getByText('Phiên bản này đã có')).toBeVisible()
    await province.getByLabel('Phiên bản', { exact: true }).fill('2')
    await expect(province.getByText('trước đây: Số ghế chờ')).toBeVisible()
    await province.getByRole('button', { name: 'Phát hành' }).click()
    await expect(province.getByText('Phiên bản 1 → 2')).toBeVisible()
  })

  await test.step('a spreadsheet comes out again', async () => {
    const download = province.waitForEvent('download')
    await province.getByRole('button', { name: 'Xuất ra .xlsx' }).click()
    expect((await download).suggestedFilename()).toBe('mot-cua-2.xlsx')
  })

  await installation.start()
  await networkIsBack(province)
  await expect(chip(province)).toContainText(/Đã gửi/, { timeout: 60_000 })
  await commune.goto(`${installation.address}/more/forms`)
  await expect(commune.getByRole('link', { name: new RegExp(`${TITLE}.*Phiên bản 2`) })).toBeVisible({
    timeout: 30_000,
  })
  await commune.getByRole('link', { name: new RegExp(`${TITLE}.*Phiên bản 1`) }).click()
  await expect(commune.getByText('Số ghế chờ', { exact: true })).toBeVisible()
  await expect(commune.getByRole('button', { name: 'Thu hồi…' })).toHaveCount(0)
})
