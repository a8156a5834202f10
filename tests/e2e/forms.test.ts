// A form of the province on a commune's tablet: filled in with no endpoint in reach, the browser killed in the middle,
// every answer found again with a PDF among them, handed in, and read by the monitor once the network is back.
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { aPdf } from '#support/evidence/documents.ts'
import { aWorkbook, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { Installation } from './support/installation.ts'
import { desk, tablet } from './support/profile.ts'
import { Profiles } from './support/profiles.ts'
import { publishForm } from './support/publish-form.ts'
import { alwaysSendPhotos, chip, networkIsBack, signIn, signInAnother } from './support/steps.ts'

const TITLE = 'Phiếu kiểm tra bộ phận một cửa'

const workbook = aWorkbook(
  [
    q('begin group', 'chung', { label: 'Thông tin chung' }),
    q('select_one có', 'có_biển', { label: 'Có biển chỉ dẫn không?', required: 'yes' }),
    q('text', 'biển_ở_đâu', { label: 'Biển đặt ở đâu?', relevant: "${có_biển} = 'có'", required: 'yes' }),
    q('integer', 'số_ghế', { label: 'Số ghế chờ', constraint: '. <= 200', constraint_message: 'Không quá 200 ghế' }),
    q('date', 'ngày', { label: 'Ngày kiểm tra' }),
    q('file', 'quyết_định', { label: 'Quyết định phân công', required: 'yes' }),
    endOf('group'),
    q('begin repeat', 'cán_bộ', { label: 'Cán bộ' }),
    q('text', 'vị_trí', { label: 'Vị trí việc làm' }),
    endOf('repeat'),
  ],
  [c('có', 'có', { label: 'Có' }), c('có', 'không', { label: 'Không' })],
  { form_id: 'mot-cua', version: '1', form_title: TITLE },
)

let installation: Installation
const profiles = new Profiles()

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await profiles.remove()
  await installation.remove()
})

const DECISION = 'Quyết định 12.pdf'
const decision = { name: DECISION, mimeType: 'application/pdf', buffer: Buffer.from(aPdf(DECISION)) }
const decisionOf = (page: Page) => page.getByRole('button', { name: new RegExp(`^${DECISION}`) })

const saved = (page: Page) =>
  expect(
    page
      .locator('main')
      .getByText(/Đã lưu trên máy \d/)
      .first(),
  ).toBeVisible()

test('a form is filled in offline, survives a killed browser, is handed in and read by the monitor', async () => {
  const profile = profiles.add(tablet)
  const [desktop, commune] = await Promise.all([profiles.add(desk).open(), profile.open()])
  await Promise.all([
    signIn(desktop, installation, 'sokhcn.langson').then(() => publishForm(desktop, installation, workbook)),
    signIn(commune, installation, 'thuky.doanket'),
  ])
  await commune.goto(`${installation.address}/forms`)
  await expect(commune.getByRole('button', { name: new RegExp(TITLE) })).toBeVisible({ timeout: 30_000 })
  await installation.kill()

  let address = ''
  await test.step('filled in with no endpoint in reach: a rule, a constraint, a further entry', async () => {
    await commune.getByRole('button', { name: new RegExp(TITLE) }).click()
    await expect(commune.getByText('Biển đặt ở đâu?')).toBeHidden()
    await commune.getByRole('radio', { name: 'Có', exact: true }).check()
    await commune.getByLabel('Biển đặt ở đâu?').fill('Trước cửa')
    await commune.getByLabel('Số ghế chờ').fill('900')
    await expect(commune.getByText('Không quá 200 ghế')).toBeVisible()
    await commune.getByLabel('Ngày kiểm tra').fill('31/11/2025')
    await commune.getByLabel('Số ghế chờ').focus()
    await expect(commune.getByText(/Lịch không có ngày này/)).toBeVisible()
    await saved(commune)
    await commune.getByLabel('Chọn tệp').setInputFiles({ ...decision, buffer: Buffer.from('<html>') })
    await expect(commune.getByText(/xuất nội dung ra PDF/)).toBeVisible()
    await commune.getByLabel('Chọn tệp').setInputFiles(decision)
    await expect(decisionOf(commune)).toContainText('Trên máy')
    address = commune.url()
    await commune.getByRole('button', { name: 'Phần sau' }).click()
    await commune.getByRole('button', { name: /Thêm mục/ }).click()
    await commune.getByLabel('Vị trí việc làm').nth(1).fill('Công chức tư pháp')
    await commune.getByLabel('Vị trí việc làm').nth(0).fill('Trưởng bộ phận')
    await commune.getByLabel('Vị trí việc làm').nth(1).focus()
    await saved(commune)
  })

  await profile.kill()
  const again = await profile.open()
  await test.step('after the kill every answer is there, what was wrong included', async () => {
    await again.goto(address)
    await expect(again.getByLabel('Số ghế chờ')).toHaveValue('900')
    await expect(again.getByRole('radio', { name: 'Có', exact: true })).toBeChecked()
    await expect(again.getByLabel('Biển đặt ở đâu?')).toHaveValue('Trước cửa')
    await expect(again.getByLabel('Ngày kiểm tra')).toHaveValue('31/11/2025')
    await expect(decisionOf(again)).toContainText('Trên máy')
    await again.getByLabel('Số ghế chờ').fill('24')
    await again.getByLabel('Ngày kiểm tra').fill('30/11/2025')
    await again.getByRole('button', { name: 'Phần sau' }).click()
    await expect(again.getByLabel('Vị trí việc làm').nth(0)).toHaveValue('Trưởng bộ phận')
    await expect(again.getByLabel('Vị trí việc làm').nth(1)).toHaveValue('Công chức tư pháp')
  })

  await test.step('handed in and sent', async () => {
    await again.getByRole('link', { name: 'Xem lại và nộp' }).click()
    await again.getByRole('button', { name: 'Nộp phiếu' }).click()
    await expect(again.getByText('Phiếu đã nộp')).toBeVisible()
    await alwaysSendPhotos(again, installation.address)
    await installation.start()
    await networkIsBack(again)
    await Promise.all([
      expect(chip(again)).toContainText(/Đã gửi/, { timeout: 60_000 }),
      signInAnother(desktop, installation, 'giamsat.trangdinh'),
    ])
  })

  await test.step('the monitor reads what was handed in', async () => {
    await desktop.goto(`${installation.address}/forms`)
    await desktop.getByRole('link', { name: new RegExp(TITLE) }).click()
    await expect(desktop.getByText('Công chức tư pháp')).toBeVisible()
    await expect(desktop.getByText('30/11/2025')).toBeVisible()
    await expect(desktop.getByText('Mã niêm phong')).toBeVisible()
    const [download] = await Promise.all([desktop.waitForEvent('download'), decisionOf(desktop).click()])
    expect(download.suggestedFilename()).toBe(DECISION)
    expect(await readFile(await download.path())).toEqual(decision.buffer)
  })
})
