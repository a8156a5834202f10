/** A device that talks to a real endpoint over real HTTP: renews its session by its key, pushes, asks. */
import { gzipSync } from 'node:zlib'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { packBatch } from '#protocol/batch.ts'
import { paths } from '#protocol/paths.ts'
import type { SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { createDeviceKeyPair, type DeviceKeyPair } from './device-key-pair.ts'
import { COMMUNE, idOf } from './place-fixture.ts'

export class HttpDevice {
  readonly id: string
  readonly account: string
  readonly #key: DeviceKeyPair
  #token = ''
  #n = 0

  private constructor(id: string, account: string, key: DeviceKeyPair) {
    this.id = id
    this.account = account
    this.#key = key
  }

  /** Of the session it has now; '' before the first. */
  get token(): string {
    return this.#token
  }

  /** Straight into a store that nobody runs on yet. */
  static async enrol(store: EndpointStore, username: string, name: string): Promise<HttpDevice> {
    const key = createDeviceKeyPair()
    const made = { account: idOf(username), label: name, publicKey: key.publicKey, nowMs: Date.now(), idOf: () => name }
    return new HttpDevice((await store.enrolDevice(made)).id, idOf(username), key)
  }

  async #post<T>(url: string, body: unknown): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      authorization: `Bearer ${this.#token}`,
    }
    const response = await fetch(url, { method: 'POST', headers, body: gzipSync(JSON.stringify(body)) })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  async renew(address: string): Promise<void> {
    const { challenge } = await this.#post<{ challenge: string }>(address + paths.challenge, { replica: this.id })
    const signature = this.#key.sign(`renew:${this.id}:${challenge}`)
    const asked = { replica: this.id, challenge, signature }
    this.#token = (await this.#post<{ token: string }>(address + paths.renew, asked)).token
  }

  /** The next operations: answers of the commune. */
  ops(count: number): readonly Op[] {
    return Array.from({ length: count }, () => this.op(++this.#n))
  }

  op(n: number): Op {
    const e = `ans.asm.${COMMUNE}.2026-1.${this.id}.q${n}`
    const f = { score: [n % 4], note: [`ghi chú ${n} của ${this.id}`] } as const
    return { d: this.id, n, h: hlcAt(Date.now()), s: `${COMMUNE}/self`, k: 'answer', e, u: this.account, sv: 1, f }
  }

  sync(address: string, ops: readonly Op[], change: Partial<SyncRequest> = {}): Promise<SyncAnswer> {
    const push = ops.length === 0 ? null : packBatch(ops)
    const now = Date.now()
    const request: SyncRequest = { v: 1, dev: this.id, inc: '', now, push, cur: {}, pages: {}, maxBytes: 1, ...change }
    return this.#post<SyncAnswer>(address + paths.sync, request)
  }
}
