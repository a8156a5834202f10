// The rehearsal commune out of a real person's day and back: nothing of it goes to the endpoint, nothing of it is met
// afterwards, and it stands when the network and the endpoint are gone.
import { expect, type Page, test } from '@playwright/test'
import { rowsOf } from './support/device-data.ts'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { signIn } from './support/steps.ts'

const profile = new Profile(phone)
let installation: Installation

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await profile.remove()
  await installation.remove()
})

const band = (page: Page) => page.getByRole('region', { name: 'Đang diễn tập.' })

async function addProcedure(page: Page, name: string): Promise<void> {
  await page.goto(`${installation.address}/procedures`)
  await page.getByRole('link', { name: 'Thêm thủ tục' }).first().click()
  await page.getByLabel('Tên thủ tục').fill(name)
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByRole('link', { name })).toBeVisible()
}

const entitiesOf = (page: Page, database: string) =>
  rowsOf(page, { database, table: 'ent' }) as Promise<readonly { readonly feed: string }[]>

test('DAY-17, DAY-18, DAY-19, DAY-20: a rehearsal is marked everywhere, asks no endpoint, survives without one, and leaves nothing behind', async () => {
  const page = await profile.open()
  await signIn(page, installation, 'thuky.doanket')
  await page.goto(`${installation.address}/rehearsal`)
  const asked: string[] = []
  await page.getByRole('button', { name: 'Vào xã diễn tập' }).click()
  await expect(band(page)).toBeVisible()
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname))

  await addProcedure(page, 'Thủ tục diễn tập')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('DIỄN TẬP – KHÔNG CÓ GIÁ TRỊ')).toBeVisible()
  await page.emulateMedia({ media: null })
  await page.goto(`${installation.address}/sync`)
  await expect(page.getByRole('heading', { name: 'Không có trong diễn tập' })).toBeVisible()
  expect(asked.filter((path) => path.startsWith('/v1'))).toEqual([])

  await installation.kill()
  await page.goto(`${installation.address}/procedures`)
  await expect(band(page)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Thủ tục diễn tập' })).toBeVisible()
  await page.goto(`${installation.address}/rehearsal`)
  await page.getByRole('button', { name: 'Làm lại từ đầu' }).click()
  await page.getByRole('button', { name: 'Xóa và làm lại' }).click()
  // It begins anew at the first screen; an address asked for before would cut that off.
  await page.waitForURL(`${installation.address}/`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(`${installation.address}/procedures`)
  await expect(page.getByText('Chưa có thủ tục nào trong danh mục')).toBeVisible()
  await addProcedure(page, 'Thủ tục diễn tập lần hai')

  await band(page).getByRole('button', { name: 'Thoát diễn tập' }).click()
  await expect(page.getByText('Thư ký ISO xã Đoàn Kết').or(page.getByText('Xã Đoàn Kết')).first()).toBeVisible()
  await expect(band(page)).toBeHidden()
  const [rehearsed, real] = [await entitiesOf(page, 'sotay-rehearsal'), await entitiesOf(page, await ownDatabase(page))]
  expect(rehearsed.every(({ feed }) => feed.startsWith('rehearsal-'))).toBe(true)
  expect(real.filter(({ feed }) => feed.startsWith('rehearsal-'))).toEqual([])
  expect(real.length).toBeGreaterThan(0)
})

/** That of the person who signed in. */
const ownDatabase = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    return names.find((name) => /^sotay-(?!device|rehearsal)/.test(name)) ?? ''
  })
