// A browser with nothing attached to its scripting engine. A test tool asks the engine to report every exception with
// its stack, and from then on each error object that a library makes while it loads costs the engine a second reading of
// the whole script (145 ms of a start slowed down six times, decision 0015): a cost that no phone in the field pays. This
// one only slows the processor down, opens an address and reads one value afterwards.
import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { chromium } from '@playwright/test'
import { browserArguments } from '../e2e/support/browser-arguments.ts'
import type { Screen } from '../e2e/support/profile.ts'

interface Reply {
  readonly id?: number
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

type Params = Readonly<Record<string, unknown>>
type Settle = (reply: Reply) => void

/** Messages of the DevTools protocol over the two pipes of the browser, each ended by a zero byte. */
class Pipe {
  readonly #out: Writable
  readonly #waiting = new Map<number, Settle>()
  #lastId = 0
  #rest = ''

  constructor(out: Writable, back: Readable) {
    this.#out = out
    back.setEncoding('utf8').on('data', (text: string) => this.#take(text))
  }

  send(method: string, params: Params = {}, sessionId?: string): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#lastId
    this.#out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {}),
      )
    })
  }

  #take(text: string): void {
    const messages = (this.#rest + text).split('\0')
    this.#rest = messages.pop() ?? ''
    for (const message of messages) {
      const reply = JSON.parse(message) as Reply
      if (reply.id !== undefined) this.#waiting.get(reply.id)?.(reply)
    }
  }
}

export class BareChromium {
  readonly #process: ChildProcess
  readonly #pipe: Pipe
  #session = ''

  private constructor(folder: string, { width, height }: Screen) {
    const size = `--window-size=${width},${height}`
    const args = [...browserArguments, '--headless', '--remote-debugging-pipe', size, `--user-data-dir=${folder}`]
    const program = process.env.CHROME_PATH ?? chromium.executablePath()
    this.#process = spawn(program, [...args, 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
    const [, , , out, back] = this.#process.stdio
    this.#pipe = new Pipe(out as Writable, back as Readable)
  }

  /** Opens the profile in `folder` with one empty page, its processor slowed down. */
  static async open(folder: string, screen: Screen, slowdown: number): Promise<BareChromium> {
    const browser = new BareChromium(folder, screen)
    await browser.#attach()
    await browser.#send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const metrics = { ...screen, deviceScaleFactor: 1, mobile: true }
    await browser.#send('Emulation.setDeviceMetricsOverride', metrics)
    return browser
  }

  /** Goes to the address and runs `script` before anything of the page. */
  async visit(address: string, script: string): Promise<void> {
    await this.#send('Page.addScriptToEvaluateOnNewDocument', { source: script })
    await this.#send('Page.navigate', { url: address })
  }

  /** The value of the expression, of what it promises if it is a promise. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
    return (result as { readonly value?: unknown }).value
  }

  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill('SIGKILL')
    await ended
  }

  async #attach(): Promise<void> {
    const { targetInfos } = await this.#pipe.send('Target.getTargets')
    const page = (targetInfos as { type: string; targetId: string }[]).find(({ type }) => type === 'page')
    const { sessionId } = await this.#pipe.send('Target.attachToTarget', { targetId: page?.targetId, flatten: true })
    this.#session = String(sessionId)
    await this.#send('Page.enable')
  }

  #send(method: string, params: Params = {}): Promise<Readonly<Record<string, unknown>>> {
    return this.#pipe.send(method, params, this.#session)
  }
}
