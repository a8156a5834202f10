// A state the demonstration does not come with: its audits are concluded.
import type { Page } from '@playwright/test'
import { settled } from './screens.ts'

/** An audit that is under way, with one item answered. */
export async function beginAudit(page: Page): Promise<void> {
  await page.goto('/internal-audit/new')
  await page.getByLabel('Lĩnh vực, bộ phận được đánh giá').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Bắt đầu đánh giá' }).click()
  await page.getByRole('link', { name: /Bắt đầu với mục/ }).click()
  await page.getByRole('radio', { name: 'Không phù hợp', exact: true }).check()
  await settled(page)
}
