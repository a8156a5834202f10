// An endpoint of its own for one test: a real process with its own data folder, which can be killed and started
// again on the same port and folder. "No network" in these tests is that process being gone, not a flag.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { portOfApp } from './app-template.ts'
import { fitsTemplate } from './seed-template.ts'
import { templateFolder } from './template-folder.ts'
import { untilHealthy } from './until-healthy.ts'

export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly role: string
  readonly place: string
}

export class Installation {
  readonly address: string
  readonly dataDir: string
  readonly #port: number
  readonly #settings: Readonly<Record<string, string>>
  #process: ChildProcess | undefined

  private constructor(port: number, dataDir: string, settings: Readonly<Record<string, string>>) {
    this.#port = port
    this.#settings = settings
    this.dataDir = dataDir
    this.address = `http://127.0.0.1:${port}`
  }

  /** `settingsAt`: further environment, once the port is known. */
  static async create(settingsAt?: (port: number) => Promise<Readonly<Record<string, string>>>): Promise<Installation> {
    const port = await portOfApp('endpoint')
    const settings = (await settingsAt?.(port)) ?? {}
    const made = new Installation(port, mkdtempSync(path.join(tmpdir(), 'sotay-e2e-')), settings)
    if (fitsTemplate(settings)) cpSync(templateFolder(), made.dataDir, { recursive: true })
    await made.start()
    return made
  }

  async start(): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(this.#port),
      HOST: '127.0.0.1',
      SOTAY_DATA: this.dataDir,
      SOTAY_DEMO: '1',
      ...this.#settings,
    }
    const child = spawn(process.execPath, ['scripts/serve.mjs'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
    this.#process = child
    await untilHealthy(this.address, child)
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }

  account(username: string): DemoAccount {
    const file = readFileSync(path.join(this.dataDir, 'demo-accounts.json'), 'utf8')
    const parsed = JSON.parse(file) as DemoAccount[] | { accounts: DemoAccount[] }
    const found = (Array.isArray(parsed) ? parsed : parsed.accounts).find((one) => one.username === username)
    if (!found) throw new Error(`no demonstration account ${username}`)
    return found
  }

  async remove(): Promise<void> {
    await this.kill()
    for (const folder of [this.dataDir, `${this.dataDir}-backups`]) rmSync(folder, { recursive: true, force: true })
  }
}
