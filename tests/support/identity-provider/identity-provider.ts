/** Starts the provider's process, and walks through it as a browser does: redirect after redirect, with its cookies. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { inProject } from '../../../scripts/project.mjs'

export const CLIENT = { clientId: 'so-tay', clientSecret: 'a-secret-for-tests-only' }

const MOST_STEPS = 10

export class TestProvider {
  readonly issuer: string
  readonly #process: ChildProcess

  private constructor(issuer: string, child: ChildProcess) {
    this.issuer = issuer
    this.#process = child
  }

  static async start(redirectUri: string): Promise<TestProvider> {
    const program = inProject('tests/support/identity-provider/provider.mjs')
    const args = [program, CLIENT.clientId, CLIENT.clientSecret, redirectUri]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    return new TestProvider(line.toString().trim(), child)
  }

  /** Who signs in from now on. */
  async expect(name: string): Promise<void> {
    await fetch(`${this.issuer}/who/${encodeURIComponent(name)}`, { method: 'POST' })
  }

  /** Where the browser is sent in the end: the query of the address that is no longer the provider's. */
  async walk(url: string): Promise<string> {
    const cookies = new Map<string, string>()
    let next = url
    for (let step = 0; step < MOST_STEPS; step++) {
      if (!next.startsWith(this.issuer)) return new URL(next).search
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        cookies.set(name, value)
      }
      const location = response.headers.get('location')
      if (location === null) throw new Error(`the provider stopped with ${response.status}: ${await response.text()}`)
      next = new URL(location, next).href
    }
    throw new Error('the provider never sent the browser back')
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await ended
  }
}
