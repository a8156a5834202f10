// One question of the self-assessment as the person at the commune has it on the screen.
import { expect, type Page } from '@playwright/test'

export const checkedAnswer = (page: Page) => page.locator('main input[type=radio]:checked')
export const note = (page: Page) => page.getByLabel('Ghi chú')

/** The next question nobody has answered yet. */
export async function openQuestion(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/self-assessment`)
  await page.getByRole('link', { name: 'Làm tiếp' }).click()
  await expect(page.getByRole('radio').first()).toBeVisible()
  await expect(checkedAnswer(page)).toHaveCount(0)
}

/** The answer the tests give: the third. */
export const thirdAnswer = (page: Page) => page.getByRole('radio').nth(2)

const placeOfAnswer = (page: Page, name: string) => page.locator('main').getByText(name, { exact: true }).first()

/** "Trên máy": stored, and the endpoint has not said that it has it. */
export const onDevice = (page: Page) => placeOfAnswer(page, 'Trên máy')
export const atEndpoint = (page: Page) => placeOfAnswer(page, 'Đã gửi')
