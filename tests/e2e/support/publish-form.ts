// A province publishes a form out of a spreadsheet, through the screen.
import { expect, type Page } from '@playwright/test'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { writeWorkbookFile } from '#protocol/workbook/write-workbook-file.ts'
import type { Installation } from './installation.ts'
import { chip } from './steps.ts'

/** Somebody of the province is signed in on this page; the form has reached the endpoint afterwards. */
export async function publishForm(page: Page, { address }: Installation, workbook: Workbook): Promise<void> {
  await page.goto(`${address}/more/forms/import`)
  const buffer = Buffer.from(await writeWorkbookFile(workbook))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name: 'phieu.xlsx', mimeType, buffer })
  await page.getByRole('button', { name: 'Phát hành' }).click({ timeout: 60_000 })
  await expect(page).toHaveURL(/\/more\/forms\/[^/]+%40/, { timeout: 60_000 })
  await expect(chip(page)).toContainText(/Đã gửi/, { timeout: 60_000 })
}
