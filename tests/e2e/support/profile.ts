// A browser profile on disk, as a person's phone or tablet keeps it: it can be killed without warning and opened
// again, and only what reached the disk is there afterwards.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { giveApp } from './app-template.ts'
import { browserArguments } from './browser-arguments.ts'

export interface Screen {
  readonly width: number
  readonly height: number
}

/** What does not happen within this has not happened. */
const PATIENCE_MS = 20_000

export const phone: Screen = { width: 360, height: 740 }
export const tablet: Screen = { width: 768, height: 1024 }
export const desk: Screen = { width: 1280, height: 800 }

/** Processes whose command line names this profile folder: the browser and its children, and nobody else's. */
function processesOf(folder: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** The folder cannot be removed while one of them still writes into it. */
async function killAll(folder: string): Promise<number> {
  const all = processesOf(folder)
  for (let left = all; left.length > 0; left = processesOf(folder)) {
    for (const pid of left) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // already gone with its parent
      }
    }
    await setTimeout(10)
  }
  return all.length
}

export interface ProfileOptions {
  readonly isNew?: boolean
  readonly stillAt?: string
}

export class Profile {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'sotay-profile-'))
  readonly #screen: Screen
  readonly #extra: readonly string[]
  #context: BrowserContext | undefined
  #isOffline = false
  readonly #isNew: boolean
  readonly #still: Pick<BrowserContextOptions, 'baseURL' | 'reducedMotion'>
  #wasOpened = false

  /**
   * `extra`: further arguments of the browser, a pretended camera for instance. `isNew`: the app has never been on it;
   * otherwise its files are there as after a first visit, and nobody has signed in. `stillAt`: nothing moves on it, and
   * addresses without a host are those of this endpoint.
   */
  constructor(screen: Screen, extra: readonly string[] = [], { isNew = false, stillAt }: ProfileOptions = {}) {
    this.#screen = screen
    this.#extra = extra
    this.#isNew = isNew
    this.#still = stillAt === undefined ? {} : { baseURL: stillAt, reducedMotion: 'reduce' }
  }

  async open(): Promise<Page> {
    if (!this.#isNew && !this.#wasOpened) giveApp(this.folder)
    this.#wasOpened = true
    const executablePath = process.env.CHROME_PATH
    this.#context = await chromium.launchPersistentContext(this.folder, {
      headless: true,
      viewport: this.#screen,
      hasTouch: this.#screen.width < 1000,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      args: [...browserArguments, ...this.#extra],
      // A browser that was given no language of letters calls a file with tone marks "download".
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...this.#still,
      ...(executablePath ? { executablePath } : {}),
    })
    this.#context.setDefaultTimeout(PATIENCE_MS)
    await this.#context.setOffline(this.#isOffline)
    return this.#context.pages()[0] ?? (await this.#context.newPage())
  }

  /** The device's own network; the page hears the same events as on a real device. Holds over a kill. */
  async setOffline(isOffline: boolean): Promise<void> {
    this.#isOffline = isOffline
    await this.#context?.setOffline(isOffline)
  }

  /** Kills the browser as a flat battery would: no page hears of it. */
  async kill(): Promise<void> {
    const count = await killAll(this.folder)
    await this.#context?.close().catch(() => {})
    this.#context = undefined
    if (count === 0 && process.platform === 'linux') throw new Error('no browser process found to kill')
    if (process.platform === 'linux') spawnSync('rm', ['-f', path.join(this.folder, 'SingletonLock')])
  }

  async remove(): Promise<void> {
    await this.#context?.close().catch(() => {})
    await killAll(this.folder)
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
