/** An endpoint in a few lines behind the transport interface, and answers that a test can bend. */
import type { Op } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Identity } from '#protocol/session-message.ts'
import type { SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { unpackOps } from '#protocol/unpack.ts'
import type { SyncTransport } from '#sync/sync-transport.ts'

export const anAnswer = (change: Partial<SyncAnswer> = {}): SyncAnswer => ({
  inc: 'endpoint-1',
  now: 0,
  push: { ack: 0, safe: 0, expect: null, rejected: [] },
  grantsVersion: 'g1',
  feeds: {},
  gone: [],
  blobsWanted: [],
  more: false,
  ...change,
})

export const anIdentity = (change: Partial<Identity> = {}): Identity => ({
  account: { id: 'acc-1', username: 'thuky', displayName: 'Thư ký ISO (minh họa)', isIllustrative: true },
  grants: [],
  grantsVersion: 'g1',
  places: [],
  ...change,
})

/** Stores what is pushed, once per n, and acknowledges it. `interfere` may replace an answer or fail a request. */
export class ScriptedTransport implements SyncTransport {
  readonly requests: SyncRequest[] = []
  readonly stored = new Map<number, Op>()
  now: () => number = () => 0
  inc = 'endpoint-1'
  /** Called before the endpoint sees the request: a problem means that it never does. */
  before: (request: SyncRequest) => Problem | undefined | Promise<Problem | undefined> = () => undefined
  /** Called after the endpoint has stored: a problem means that the answer is lost. */
  after: (answer: SyncAnswer, request: SyncRequest) => SyncAnswer | Problem | Promise<SyncAnswer | Problem> = (
    answer,
  ) => answer
  identityNow: Identity = anIdentity()
  /** Bytes a request is said to have become; nothing is said where it is null. */
  packsTo: number | null = null

  async exchange(request: SyncRequest, sent?: (bytes: number) => void): Promise<Result<SyncAnswer, Problem>> {
    this.requests.push(request)
    if (this.packsTo !== null) sent?.(this.packsTo)
    const lost = await this.before(request)
    if (lost) return err(lost)
    const ops = request.push ? unpackOps(request.push) : []
    const last = Math.max(0, ...this.stored.keys())
    const first = ops[0]?.n ?? last + 1
    if (first <= last + 1) for (const op of ops) this.stored.set(op.n, op)
    const ack = Math.max(0, ...this.stored.keys())
    const push = { ack, safe: 0, expect: first > last + 1 ? last + 1 : null, rejected: [] }
    const answer = await this.after(anAnswer({ inc: this.inc, now: this.now(), push }), request)
    return 'code' in answer ? err(answer) : ok(answer)
  }

  another?: NonNullable<SyncTransport['another']>
  identity = async (): Promise<Result<Identity, Problem>> => ok(this.identityNow)

  pushed(): readonly (readonly number[])[] {
    return this.requests.map(({ push }) => (push ? unpackOps(push).map((op) => op.n) : []))
  }
}
