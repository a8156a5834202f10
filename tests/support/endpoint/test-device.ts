/** A person at a device, as far as the endpoint can tell: signs in, writes operations, syncs. */
import { gzipSync } from 'node:zlib'
import type { LightMyRequestResponse } from 'fastify'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { packBatch } from '#protocol/batch.ts'
import { paths } from '#protocol/paths.ts'
import { type Session, sessionSchema } from '#protocol/session-message.ts'
import { type SyncAnswer, type SyncRequest, syncAnswerSchema } from '#protocol/sync-message.ts'
import { createDeviceKeyPair, type DeviceKeyPair } from './device-key-pair.ts'
import type { Scene } from './endpoint-scene.ts'
import { idOf, PASSWORD } from './place-fixture.ts'

export interface SignInChange {
  readonly password?: string
  readonly replica?: string | null
  readonly address?: string
  readonly key?: DeviceKeyPair
}

export function trySignIn(scene: Scene, username: string, change: SignInChange = {}): Promise<LightMyRequestResponse> {
  const { password = PASSWORD, replica = null, key = createDeviceKeyPair(), address = '10.0.0.1' } = change
  return scene.app.inject({
    method: 'POST',
    url: paths.signIn,
    payload: { username, password, deviceLabel: 'Android · Chrome', deviceKey: key.publicKey, replica },
    remoteAddress: address,
  })
}

export class TestDevice {
  readonly scene: Scene
  readonly account: string
  readonly key: DeviceKeyPair
  session: Session
  #n = 0

  constructor(scene: Scene, username: string, session: Session, key: DeviceKeyPair) {
    this.scene = scene
    this.account = idOf(username)
    this.session = session
    this.key = key
  }

  get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.session.token}` }
  }

  get replica(): string {
    return this.session.replica
  }

  /** The next operation of this device: an answer of the commune unless said otherwise. */
  op(change: Partial<Op> = {}): Op {
    this.#n = change.n ?? this.#n + 1
    return {
      d: this.replica,
      n: this.#n,
      h: hlcAt(this.scene.clock.now()) + this.#n,
      s: 'ls25-06001/self',
      k: 'answer',
      e: `ans.asm.ls25-06001.2026-1.q${this.#n}`,
      u: this.account,
      sv: 1,
      f: { score: [1] },
      ...change,
    }
  }

  request(change: Partial<SyncRequest> = {}): SyncRequest {
    const now = this.scene.clock.now()
    return { v: 1, dev: this.replica, inc: '', now, push: null, cur: {}, pages: {}, maxBytes: 500_000, ...change }
  }

  trySync(request: Partial<SyncRequest> = {}): Promise<LightMyRequestResponse> {
    return this.trySend(gzipSync(JSON.stringify(this.request(request))))
  }

  trySend(
    payload: Buffer,
    headers: Record<string, string> = { 'content-encoding': 'gzip' },
  ): Promise<LightMyRequestResponse> {
    return this.scene.app.inject({
      method: 'POST',
      url: paths.sync,
      payload,
      headers: { 'content-type': 'application/json', ...this.headers, ...headers },
    })
  }

  async sync(request: Partial<SyncRequest> = {}): Promise<SyncAnswer> {
    const response = await this.trySync(request)
    if (response.statusCode !== 200) throw new Error(`sync: ${response.statusCode} ${response.body}`)
    return syncAnswerSchema.parse(response.json())
  }

  push(...ops: readonly Op[]): Promise<SyncAnswer> {
    return this.sync({ push: packBatch(ops) })
  }
}

export async function signIn(scene: Scene, username: string, change: SignInChange = {}): Promise<TestDevice> {
  const key = change.key ?? createDeviceKeyPair()
  const response = await trySignIn(scene, username, { ...change, key })
  if (response.statusCode !== 200) throw new Error(`sign-in: ${response.statusCode} ${response.body}`)
  return new TestDevice(scene, username, sessionSchema.parse(response.json()), key)
}
