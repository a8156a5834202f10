// What a browser holds back over plain http, and what the endpoint forbids a page that runs in it.
import { expect, test } from '@playwright/test'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'

let installation: Installation

test.beforeAll(async () => {
  installation = await Installation.create()
})
test.afterAll(async () => {
  await installation.remove()
})

test('over plain http anywhere but localhost a page says why the app does not open, and leads to https', async () => {
  const { port } = new URL(installation.address)
  const profile = new Profile(phone, ['--host-resolver-rules=MAP so-tay.test 127.0.0.1'])
  const page = await profile.open()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => (line.type() === 'error' ? faults.push(line.text()) : undefined))
  await page.goto(`http://so-tay.test:${port}/findings`)
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText('Hãy mở sổ tay bằng địa chỉ https')
  await expect(page.getByRole('link').first()).toHaveAttribute('href', 'https://so-tay.test/findings')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  // The browser says that it ignores one header it only knows over HTTPS; nothing else may go wrong.
  expect(faults.filter((text) => !text.includes('Cross-Origin-Opener-Policy'))).toEqual([])
  await page.goto(`http://localhost:${port}/`)
  await expect(page.getByRole('heading', { level: 1 }).first()).not.toHaveText('Hãy mở sổ tay bằng địa chỉ https')
  await profile.remove()
})

test('a script that got into a page neither runs inline nor reaches another host', async () => {
  const profile = new Profile(phone)
  const page = await profile.open()
  await page.goto(`${installation.address}/`)
  const stopped = await page.evaluate(async () => {
    const seen: string[] = []
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.head.append(script)
    const holder = document.createElement('div')
    holder.innerHTML =
      '<img src="/none.png" onerror="window.wasRun = true"><a href="javascript:window.wasRun=true">x</a>'
    document.body.append(holder)
    holder.querySelector('a')?.click()
    await fetch('https://elsewhere.example/').catch(() => undefined)
    const frame = document.createElement('iframe')
    frame.src = 'https://elsewhere.example/'
    document.body.append(frame)
    // In a task of the page's own: what the test tool runs itself is free of the page's rules.
    setTimeout(() => {
      const run = Reflect.get(window, 'eval') as (text: string) => void
      run('window.wasRun = true')
    }, 0)
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { seen: [...new Set(seen)].sort(), wasRun: 'wasRun' in window }
  })
  expect(stopped.wasRun).toBe(false)
  expect(stopped.seen).toEqual(
    expect.arrayContaining(['connect-src', 'frame-src', 'script-src', 'script-src-attr', 'script-src-elem']),
  )
  await profile.remove()
})
