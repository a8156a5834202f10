// Somebody who has the right to write, and writes to be run: every free text of every record they may write is replaced at
// the endpoint, as a program of their own would do it.
import { generateKeyPairSync } from 'node:crypto'
import { hlcAt } from '#domain/change/hlc.ts'
import { isSealedKind } from '#domain/change/kind-registry.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import { isPublishedFinding } from '#domain/internal-audit/published-finding.ts'
import { packBatch } from '#protocol/batch.ts'
import { paths } from '#protocol/paths.ts'
import type { Session } from '#protocol/session-message.ts'
import type { SyncAnswer, WireEntity } from '#protocol/sync-message.ts'
import { shortHostileTexts } from '#support/fuzz/hostile-text.ts'
import type { Installation } from './installation.ts'

/** A sentence: has a blank in it, is no date and no list of ids. */
const isFreeText = (value: unknown): value is string => typeof value === 'string' && /\p{L}\s+\p{L}/u.test(value)

/** The same value with every free text in it replaced, however deep; undefined where there is none. */
function spoilt(value: JsonValue, next: () => string): JsonValue | undefined {
  if (isFreeText(value)) return next()
  if (typeof value !== 'object' || value === null) return undefined
  const inside = Object.entries(value).map(([key, one]) => [key, spoilt(one, next)] as const)
  if (inside.every(([, one]) => one === undefined)) return undefined
  const copy = structuredClone(value) as Record<string, JsonValue>
  for (const [key, one] of inside) if (one !== undefined) copy[key] = one
  return copy
}

export class HostileWriter {
  readonly #address: string
  readonly #session: Session
  #texts = 0
  #n = 0

  private constructor(address: string, session: Session) {
    this.#address = address
    this.#session = session
  }

  static async signIn(installation: Installation, username: string): Promise<HostileWriter> {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const deviceKey = JSON.stringify(publicKey.export({ format: 'jwk' }))
    const { password } = installation.account(username)
    const body = { username, password, deviceLabel: '<img src=x onerror="window.wasRun=1">', deviceKey, replica: null }
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(installation.address + paths.signIn, init)
    return new HostileWriter(installation.address, (await answer.json()) as Session)
  }

  async #sync(change: object): Promise<SyncAnswer> {
    const { token, replica } = this.#session
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const base = { v: 1, dev: replica, inc: '', now: Date.now(), push: null, cur: {}, pages: {}, maxBytes: 30_000_000 }
    const init = { method: 'POST', headers, body: JSON.stringify({ ...base, ...change }) }
    return (await (await fetch(this.#address + paths.sync, init)).json()) as SyncAnswer
  }

  readonly #next = (): string => shortHostileTexts[this.#texts++ % shortHostileTexts.length] ?? ''

  #opFor({ feed, entity, kind, regs }: WireEntity): Op[] {
    const spoil = ([name, { h }]: readonly [string, WireEntity['regs'][string]]) => {
      const value = spoilt((h[0]?.v ?? null) as JsonValue, this.#next)
      return value === undefined ? [] : [[name, [value]] as const]
    }
    const fields = Object.fromEntries(Object.entries(regs).flatMap(spoil))
    if (Object.keys(fields).length === 0 || isSealedKind(kind)) return []
    this.#n += 1
    const { replica, identity } = this.#session
    const stamp = { d: replica, n: this.#n, h: hlcAt(Date.now()) + this.#n }
    const op = { ...stamp, s: feed, k: kind, e: entity, u: identity.account.id, sv: 1, f: fields }
    if (!isPublishedFinding(op)) return [op]
    // What was published is not written over (END-146): a finding like it is published beside it.
    const whole = Object.entries(regs).map(([name, { h }]) => [name, [(h[0]?.v ?? null) as JsonValue]] as const)
    return [{ ...op, e: `${entity}h`, f: { ...Object.fromEntries(whole), ...fields } }]
  }

  /** Kinds whose records now hold such texts. */
  async spoilEverything(of: (feed: string) => boolean): Promise<ReadonlySet<string>> {
    const { feeds } = await this.#sync({})
    const entities = Object.entries(feeds).flatMap(([feed, { snap }]) => (of(feed) ? (snap ?? []) : []))
    const ops = entities.flatMap((entity) => this.#opFor(entity))
    const refused = new Set<number>()
    for (let at = 0; at < ops.length; at += 200) {
      const { push } = await this.#sync({ push: packBatch(ops.slice(at, at + 200)) })
      for (const { n } of push.rejected) refused.add(n)
    }
    return new Set(ops.filter(({ n }) => !refused.has(n)).map(({ k }) => k))
  }
}
