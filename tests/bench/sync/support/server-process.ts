// A server of the bench in a process of its own, with its own empty data folder, so that its CPU can be told apart. All sides
// run on the same flags of V8.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { freePort } from '../../../../scripts/free-port.mjs'
import { ENDPOINT_FLAGS } from '../../../../scripts/endpoint-flags.mjs'

/** Linux counts CPU time in hundredths of a second whatever the machine. */
const TICK_MS = 10
const START_LIMIT_MS = 60_000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export class ServerProcess {
  readonly port: number
  readonly #child: ChildProcess
  readonly #folder: string

  private constructor(port: number, folder: string, child: ChildProcess) {
    this.port = port
    this.#folder = folder
    this.#child = child
  }

  /** `fill` puts something into the data folder before the process starts. */
  static async start(
    entry: string,
    env: Readonly<Record<string, string>>,
    fill: (folder: string) => Promise<void> = async () => {},
  ): Promise<ServerProcess> {
    const [port, folder] = [await freePort(), mkdtempSync(path.join(tmpdir(), 'sotay-bench-'))]
    await fill(folder)
    const all = {
      ...process.env,
      ...env,
      PORT: String(port),
      HOST: '127.0.0.1',
      SOTAY_DATA: folder,
      BENCH_DATA: folder,
    }
    const child = spawn(process.execPath, [...ENDPOINT_FLAGS, entry], {
      env: all,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const made = new ServerProcess(port, folder, child)
    await made.#untilItAnswers()
    return made
  }

  /** CPU of the process so far, milliseconds; undefined where the system does not tell. */
  cpuMs(): number | undefined {
    if (process.platform !== 'linux') return undefined
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  }

  async remove(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGKILL')
    if (this.#child.exitCode === null) await gone
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 3 })
  }

  async #untilItAnswers(): Promise<void> {
    for (const until = Date.now() + START_LIMIT_MS; Date.now() < until; await pause(50)) {
      if (this.#child.exitCode !== null) throw new Error(`a server of the bench ended with ${this.#child.exitCode}`)
      const answered = await fetch(`http://127.0.0.1:${this.port}/`).then(
        () => true,
        () => false,
      )
      if (answered) return
    }
    throw new Error('a server of the bench did not start')
  }
}
