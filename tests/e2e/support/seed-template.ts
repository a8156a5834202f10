// The demonstration is put into a folder once for a run, and each test's endpoint begins with a copy of it: making it
// costs every endpoint more than a second of a processor.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { FullConfig } from '@playwright/test'
import { freePort } from '../../../scripts/free-port.mjs'
import { prepareApps } from './app-template.ts'
import { templateFolder } from './template-folder.ts'
import { untilHealthy } from './until-healthy.ts'

/** The environment in which an endpoint makes other data than the template holds. */
const OTHER_DATA = ['SOTAY_DEMO', 'SOTAY_PROVINCE', 'SOTAY_PLACES', 'SOTAY_DEMO_PASSWORD', 'DATABASE_URL']

export const fitsTemplate = (settings: Readonly<Record<string, string>>): boolean =>
  existsSync(path.join(templateFolder(), 'demo-accounts.json')) && !OTHER_DATA.some((name) => name in settings)

export default async function seedTemplate({ workers }: FullConfig): Promise<void> {
  const [folder, port] = [templateFolder(), await freePort()]
  for (const old of [folder, `${folder}-backups`]) rmSync(old, { recursive: true, force: true })
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', SOTAY_DATA: folder, SOTAY_DEMO: '1' }
  const child = spawn(process.execPath, ['scripts/serve.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  await untilHealthy(`http://127.0.0.1:${port}`, child)
  await prepareApps(workers, port)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
