// A device as the endpoint sees it, over real HTTP with gzip, without a browser: the generator must cost little.
import http from 'node:http'
import { gunzipSync, gzipSync } from 'node:zlib'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { packColumns } from '#protocol/columns.ts'
import { paths } from '#protocol/paths.ts'
import type { SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { sentence } from './texts.ts'
import type { BenchDevice } from './world.ts'

export interface Reply {
  readonly status: number
  readonly body: Buffer
  /** Bytes of the body as they came over the wire. */
  readonly wire: number
}

export class Line {
  readonly #address: URL
  readonly #agent: http.Agent

  constructor(address: string, connections: number) {
    this.#address = new URL(address)
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  }

  post(path: string, body: Buffer, token?: string): Promise<Reply> {
    const headers = {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'accept-encoding': 'gzip',
      'content-length': body.length,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    const { hostname, port } = this.#address
    return new Promise((resolve, reject) => {
      const request = http.request(
        { hostname, port, path, method: 'POST', headers, agent: this.#agent },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const raw = Buffer.concat(chunks)
            const isPacked = response.headers['content-encoding'] === 'gzip'
            resolve({ status: response.statusCode ?? 0, body: isPacked ? gunzipSync(raw) : raw, wire: raw.length })
          })
        },
      )
      request.on('error', reject)
      request.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

export const packed = (value: unknown): Buffer => gzipSync(JSON.stringify(value), { level: 6 })

const read = <T>(reply: Reply): T => {
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.body.toString('utf8').slice(0, 200)}`)
  return JSON.parse(reply.body.toString('utf8')) as T
}

/** Proves the device's key and gets a session, as after a night (decision D12). */
export async function renew(line: Line, { id, key }: BenchDevice): Promise<string> {
  const { challenge } = read<{ challenge: string }>(await line.post(paths.challenge, packed({ replica: id })))
  const signature = key.sign(`renew:${id}:${challenge}`)
  return read<{ token: string }>(await line.post(paths.renew, packed({ replica: id, challenge, signature }))).token
}

export const answerOp = ({ id, account, commune }: BenchDevice, n: number, nowMs: number): Op => ({
  d: id,
  n,
  h: hlcAt(nowMs) + n,
  s: `${commune}/self`,
  k: 'answer',
  e: `ans.asm.${commune}.2026-1.${id}.q${n}`,
  u: account,
  sv: 1,
  f: {
    score: [n % 4],
    question: [`q${n}`],
    ...(n % 3 === 0 ? { note: [sentence(n)] } : {}),
  },
})

export const syncRequest = (device: BenchDevice, ops: readonly Op[], change: Partial<SyncRequest> = {}): SyncRequest =>
  ({
    v: PROTOCOL_VERSION,
    dev: device.id,
    inc: '',
    now: Date.now(),
    push: ops.length === 0 ? null : packColumns(ops),
    cur: {},
    pages: {},
    maxBytes: 200_000,
    ...change,
  }) as SyncRequest

export interface Synced {
  readonly answer: SyncAnswer
  readonly wire: number
}

export async function sync(line: Line, token: string, body: Buffer): Promise<Synced> {
  const reply = await line.post(paths.sync, body, token)
  return { answer: read<SyncAnswer>(reply), wire: reply.wire }
}

/** Runs the work of every item, so many at a time. */
export async function each<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) await work(items[i] as T)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
