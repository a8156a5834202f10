// At the end of a form on a phone: leaving the field makes the note under the button shorter, the page slides, and the
// pointer that is still down lets go beside the button.
import { expect, test } from '@playwright/test'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { signIn } from './support/steps.ts'

let installation: Installation
let profile: Profile

test.beforeAll(async () => {
  installation = await Installation.create()
  profile = new Profile(phone)
})
test.afterAll(async () => {
  await profile.remove()
  await installation.remove()
})

test('UI-7: a press on “Lưu” counts though leaving the field moves the button away under it', async () => {
  const page = await profile.open()
  await signIn(page, installation, 'thuky.doanket')
  await page.goto(`${installation.address}/procedures`)
  await page.getByRole('link', { name: 'Thêm thủ tục' }).first().click()
  await page.getByLabel('Tên thủ tục').fill('Thủ tục bấm một lần')
  const save = page.getByRole('button', { name: 'Lưu', exact: true })
  await save.scrollIntoViewIfNeeded()
  await page.evaluate(() => document.querySelector('main')?.lastElementChild?.scrollIntoView({ block: 'end' }))
  const before = await save.boundingBox()
  if (!before) throw new Error('no button')
  await page.mouse.move(before.x + before.width / 2, before.y + 4)
  await page.mouse.down()
  await expect(page.getByText(/^Bản nháp đã giữ trên máy/)).toBeVisible()
  const after = await save.boundingBox()
  expect(after?.y).toBeGreaterThan(before.y + 4)
  await page.mouse.up()
  await expect(page.getByRole('link', { name: 'Thủ tục bấm một lần' })).toBeVisible()
})
