// The endpoint as an office runs it: the built program in a process of its own, watched for memory and processor time.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { ENDPOINT_FLAGS } from '../../../scripts/endpoint-flags.mjs'

const MEBIBYTE = 1024 * 1024
const TICKS_PER_SECOND = 100
const ADDRESS = /(http:\/\/[\d.]+:\d+)/

export interface Memory {
  /** Highest resident size since the start. */
  readonly peakMiB: number
  readonly nowMiB: number
}

export class EndpointProcess {
  readonly address: string
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, address: string) {
    this.#child = child
    this.address = address
  }

  static async start(program: string, env: Readonly<Record<string, string>>): Promise<EndpointProcess> {
    const stdio = ['ignore', 'pipe', 'inherit'] as const
    const child = spawn(process.execPath, [...ENDPOINT_FLAGS, program], {
      env: { ...process.env, PORT: '0', ...env },
      stdio: [...stdio],
    })
    let said = ''
    for await (const chunk of child.stdout ?? []) {
      said += String(chunk)
      const address = ADDRESS.exec(said)?.[1]
      if (address !== undefined) return new EndpointProcess(child, address)
    }
    throw new Error(`the endpoint did not start: ${said}`)
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  memory(): Memory {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8')
    const kib = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0)
    return { peakMiB: (kib('VmHWM') * 1024) / MEBIBYTE, nowMiB: (kib('VmRSS') * 1024) / MEBIBYTE }
  }

  /** Processor seconds used so far, all threads. */
  cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
  }

  async stop(): Promise<number | null> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    const [code] = (await ended) as [number | null]
    return code
  }
}
