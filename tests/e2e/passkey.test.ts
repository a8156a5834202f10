// The ways in besides the password, in the browser: a passkey with Chromium's own authenticator in software, the first
// sign-in by a one-time code out of a photographed address, and the way over a real identity provider and back.
import { generateKeyPairSync } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { axeViolations } from './support/axe.ts'
import { CLIENT, TestProvider } from '#support/identity-provider/identity-provider.ts'
import { PROVIDER_RETURN, signInPaths } from '#protocol/sign-in-paths.ts'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { fillSignIn } from './support/steps.ts'

const SECRETARY = 'thuky.doanket'
const CHAIRMAN = 'chutich.doanket'

let installation: Installation
let profile: Profile
/** Passkeys belong to a name: this machine's own is the one that needs no certificate. */
let address: string

let provider: TestProvider

test.beforeAll(async () => {
  installation = await Installation.create(async (port) => {
    address = `http://localhost:${port}`
    provider = await TestProvider.start(address + PROVIDER_RETURN)
    return {
      SOTAY_ADDRESS: address,
      SOTAY_OIDC_ISSUER: provider.issuer,
      SOTAY_OIDC_CLIENT_ID: CLIENT.clientId,
      SOTAY_OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      SOTAY_OIDC_NAME: 'tài khoản tỉnh',
    }
  })
})
test.afterAll(async () => {
  await installation.remove()
  await provider.stop()
})
test.beforeEach(() => {
  profile = new Profile(phone)
})
test.afterEach(() => profile.remove())

const atWork = (page: Page) => page.getByRole('navigation', { name: 'Các mục chính' })

/** A phone that asks for a finger and always gets it. */
async function withAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function leave(page: Page): Promise<void> {
  await page.goto(`${address}/more`)
  await page.getByRole('button', { name: 'Rời khỏi tài khoản này' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Đăng nhập' })).toBeVisible()
}

test('PAS-3: a passkey is made, signs in without a name, and is removed', async () => {
  const page = await profile.open()
  await withAuthenticator(page)
  await page.goto(address)
  await fillSignIn(page, installation.account(SECRETARY))
  await expect(atWork(page)).toBeVisible()
  await page.goto(`${address}/more/account`)
  await page.getByLabel(/Tên để nhận ra khóa/).fill('Điện thoại của tôi')
  await page.getByLabel('Mật khẩu, để xác nhận').fill(installation.account(SECRETARY).password)
  await page.getByRole('button', { name: 'Tạo khóa trên máy này' }).click()
  await expect(page.getByRole('list', { name: 'Khóa truy cập' })).toContainText('Điện thoại của tôi')
  await page.getByRole('button', { name: 'Đổi tên khóa Điện thoại của tôi' }).click()
  await page.getByRole('dialog').getByLabel('Tên để nhận ra khóa').fill('Máy trực')
  await page.getByRole('button', { name: 'Lưu tên' }).click()
  await expect(page.getByRole('list', { name: 'Khóa truy cập' })).toContainText('Máy trực')
  expect(await axeViolations(page)).toEqual([])

  await leave(page)
  const signIn = page.waitForResponse((response) => response.url().endsWith('/v1/session/passkey/sign-in'))
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click()
  await expect(atWork(page)).toBeVisible()
  const opened = (await (await signIn).json()) as { replica: string; identity: { account: { username: string } } }
  expect(opened.identity.account.username).toBe(SECRETARY)

  await page.goto(`${address}/more/account`)
  await page.getByRole('button', { name: 'Xóa khóa Máy trực' }).click()
  // Without a password the passkey itself is asked for (PAS-7).
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa khóa' }).click()
  await expect(page.getByText('Chưa có khóa truy cập')).toBeVisible()
  await leave(page)
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click()
  await expect(page.getByRole('alert')).toContainText('không được nhận')
})

test('PAS-2: at a number of the network neither passkey nor the province’s own sign-in is offered', async () => {
  const page = await profile.open()
  await page.goto(installation.address)
  await expect(page.getByText('dữ liệu minh họa')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lần đầu, quên mật khẩu' })).toBeVisible()
  await expect(page.getByRole('button', { name: /khóa truy cập|tài khoản tỉnh/ })).toBeHidden()
  expect(await axeViolations(page)).toEqual([])
})

async function post<T>(path: string, body: unknown, token = ''): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(installation.address + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await response.json()) as T
}

async function asAdministrator<T>(path: string, body: unknown): Promise<T> {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { username, password } = installation.account('quantri')
  const device = { deviceLabel: 'e2e', deviceKey: JSON.stringify(publicKey.export({ format: 'jwk' })), replica: null }
  const { token } = await post<{ token: string }>('/v1/session/sign-in', { username, password, ...device })
  return post<T>(path, body, token)
}

test('SIG-1: a photographed code opens the app, leaves the address bar at once, and becomes a password', async () => {
  const page = await profile.open()
  const code = { account: `demo.${CHAIRMAN}` }
  const { path } = await asAdministrator<{ path: string }>('/v1/admin/invitations', code)
  await page.goto(address + path)
  await expect(page.getByLabel('Mật khẩu mới', { exact: true })).toBeVisible()
  expect(page.url()).not.toContain('ma=')
  expect(await axeViolations(page)).toEqual([])
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('con mèo ngồi trên mái nhà')
  await page.getByRole('button', { name: 'Lưu mật khẩu và vào' }).click()
  await expect(atWork(page)).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/')
  await leave(page)
  await fillSignIn(page, { ...installation.account(CHAIRMAN), password: 'con mèo ngồi trên mái nhà' })
  await expect(atWork(page)).toBeVisible()
})

test('OID-4: over the province’s own sign-in and back, with nothing left in the address bar', async () => {
  const page = await profile.open()
  await asAdministrator(signInPaths.adminLinks, { account: `demo.${SECRETARY}`, identifier: 'cb-0042' })
  await page.goto(address)
  await provider.expect('stranger')
  await page.getByRole('button', { name: 'Vào bằng tài khoản tỉnh' }).click()
  await expect(page.getByRole('alert')).toContainText('Chưa có tài khoản nào ở đây gắn với anh/chị')
  await page.context().clearCookies()
  await provider.expect('cb-0042')
  await page.getByRole('button', { name: 'Vào bằng tài khoản tỉnh' }).click()
  await expect(atWork(page)).toBeVisible()
  expect(page.url()).toBe(`${address}/`)
})
