// One device of one side: a page in the one browser, reached through its own byte counter, measured as it syncs.
import type { BrowserContext, CDPSession, Page, Request } from '@playwright/test'
import type { AnswerRecord } from '../page/payload.ts'
import { ByteCounter } from './byte-counter.ts'
import type { ServerProcess } from './server-process.ts'

export interface Sample {
  readonly ms: number
  readonly up: number
  readonly down: number
  /** Bodies alone, of the same requests. */
  readonly bodyUp: number
  readonly bodyDown: number
  readonly requests: number
  /** CPU of the page's own process, of the whole browser and of the server, milliseconds. */
  readonly pageCpu: number
  readonly browserCpu: number
  readonly serverCpu: number
}

/** A line of the bench: round trip in milliseconds, rates in bits per second. */
export interface Line {
  readonly roundTripMs: number
  readonly up: number
  readonly down: number
}

interface ProcessInfo {
  readonly type: string
  readonly cpuTime: number
}

export interface Person {
  readonly username: string
  readonly password: string
}

export class Device {
  readonly page: Page
  readonly #counter: ByteCounter
  readonly #server: ServerProcess
  readonly #session: CDPSession
  readonly #browser: CDPSession
  #requests: Request[] = []

  private constructor(page: Page, counter: ByteCounter, server: ServerProcess, sessions: readonly CDPSession[]) {
    this.page = page
    this.#counter = counter
    this.#server = server
    ;[this.#session, this.#browser] = sessions as [CDPSession, CDPSession]
    page.on('pageerror', (error) => console.error(`page: ${error.stack ?? error.message}`))
    page.on('request', (request) => this.#requests.push(request))
  }

  static async open(context: BrowserContext, server: ServerProcess, path: string, person: Person): Promise<Device> {
    const counter = await ByteCounter.before(server.port)
    const page = await context.newPage()
    const browser = context.browser()
    const whole = browser ? await browser.newBrowserCDPSession() : await context.newCDPSession(page)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const device = new Device(page, counter, server, [session, whole])
    await page.goto(`${counter.address}/${path}`)
    await page.waitForFunction(() => window.bench !== undefined)
    await page.evaluate((who) => window.bench.open(who), person)
    return device
  }

  settings(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.bench.settings)
  }

  write(records: readonly AnswerRecord[]): Promise<void> {
    return this.page.evaluate((all) => window.bench.write(all), records)
  }

  async records(): Promise<readonly string[]> {
    return [...(await this.page.evaluate(() => window.bench.records()))].sort()
  }

  /** From now on the browser holds this page to the line; null lets it go. */
  async limit(line: Line | null): Promise<void> {
    await this.#session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line?.roundTripMs ?? 0,
      uploadThroughput: line ? line.up / 8 : -1,
      downloadThroughput: line ? line.down / 8 : -1,
    })
  }

  async sync(way: 'push' | 'pull' | 'both'): Promise<Sample> {
    const before = await this.#cpu()
    this.#counter.take()
    this.#requests = []
    const ms = await this.page.evaluate((one) => window.bench.sync(one), way)
    const after = await this.#cpu()
    const [pageCpu = 0, browserCpu = 0, serverCpu = 0] = after.map((value, i) => value - (before[i] ?? 0))
    const { up, down } = this.#counter.take()
    const sizes = await Promise.all(this.#requests.map((request) => request.sizes()))
    const bodyUp = sizes.reduce((sum, { requestBodySize }) => sum + requestBodySize, 0)
    const bodyDown = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
    return { ms, up, down, bodyUp, bodyDown, requests: sizes.length, pageCpu, browserCpu, serverCpu }
  }

  async close(): Promise<void> {
    await this.page.close()
    await this.#counter.close()
  }

  /** Only one page of the bench is at work at a time, so the pages' processes together are its own. */
  async #cpu(): Promise<readonly number[]> {
    const { processInfo } = (await this.#browser.send('SystemInfo.getProcessInfo')) as { processInfo: ProcessInfo[] }
    const sum = (all: readonly ProcessInfo[]): number => all.reduce((total, { cpuTime }) => total + cpuTime * 1000, 0)
    const pages = processInfo.filter(({ type }) => type === 'renderer')
    return [sum(pages), sum(processInfo), this.#server.cpuMs() ?? 0]
  }
}
