// Browser tests run against the built app and the real endpoint, in the browser that scripts/run.mjs found.
// One worker unless scripts/suites.mjs asks for more: a bench must not be disturbed.
import process from 'node:process'
import { defineConfig } from '@playwright/test'
import { browserArguments } from './tests/e2e/support/browser-arguments.ts'

const port = Number(process.env.SOTAY_E2E_PORT ?? 4290)
const address = `http://127.0.0.1:${port}`
const reports = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME

export default defineConfig({
  testDir: 'tests',
  globalSetup: './tests/e2e/support/seed-template.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  workers: 1,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(reports ? [['json', { outputFile: reports }] as const] : [])],
  use: {
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 360, height: 740 },
    // A trace records the page after every step, which is a good part of the whole run: only where somebody looks for a fault.
    trace: process.env.SOTAY_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: browserArguments,
      ...(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : {}),
    },
  },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e', testMatch: '**/*.test.ts' },
    { name: 'screenshots', testDir: 'tests/e2e', testMatch: '**/*.screenshots.ts' },
    { name: 'bench', testDir: 'tests/bench', testMatch: '**/*.bench.ts', testIgnore: '**/sync/**' },
    { name: 'bench-sync', testDir: 'tests/bench/sync', testMatch: '**/*.bench.ts' },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs`,
    url: address,
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      SOTAY_DATA: process.env.SOTAY_E2E_DATA ?? '.cache/e2e-data',
      SOTAY_DEMO: '1',
    },
    stdout: 'ignore',
    stderr: 'pipe',
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
