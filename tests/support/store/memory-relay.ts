// An endpoint in memory, as simple as can be: it stores operations per feed, merges them and answers. It knows no
// accounts; a device reads the feeds it is given. Good for proving the store, not the endpoint.
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import type { FeedPage, IncomingAnswer } from '#data/contract/sync-store-contract.ts'
import { applyOp, type EntityState } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { valueOf } from './test-store.ts'

export class MemoryRelay {
  inc = 'inc-1'
  readonly ops = new Map<string, Op[]>()
  readonly ents = new Map<string, Map<string, EntityState>>()
  readonly lastN = new Map<string, number>()
  refuse: (op: Op) => string | undefined = () => undefined
  gone: readonly string[] = []
  pageSize = 3

  accept(op: Op): void {
    const feed = this.ops.get(op.s) ?? []
    this.ops.set(op.s, [...feed, op])
    const ents = this.ents.get(op.s) ?? new Map<string, EntityState>()
    const before = ents.get(op.e)
    ents.set(op.e, { feed: op.s, entity: op.e, kind: op.k, regs: applyOp(before?.regs ?? {}, op) })
    this.ents.set(op.s, ents)
  }

  push(device: string, ops: readonly Op[]): IncomingAnswer['push'] {
    const rejected: { n: number; code: string }[] = []
    for (const op of ops) {
      const last = this.lastN.get(device) ?? 0
      if (op.n <= last) continue
      if (op.n > last + 1) return { ack: last, safe: 0, expect: last + 1, rejected }
      const code = this.refuse(op)
      if (code === undefined) this.accept(op)
      else rejected.push({ n: op.n, code })
      this.lastN.set(device, op.n)
    }
    return { ack: this.lastN.get(device) ?? 0, safe: 0, expect: null, rejected }
  }

  page(feed: string, device: string, cursor: number | undefined, after: string | undefined): FeedPage {
    const all = this.ops.get(feed) ?? []
    if (cursor !== undefined) {
      const ops = all.slice(cursor).filter((op) => op.d !== device)
      return { feed, ops, snap: null, after: null, to: all.length }
    }
    const rest = [...(this.ents.get(feed)?.values() ?? [])]
      .filter(({ entity }) => after === undefined || entity > after)
      .sort((a, b) => (a.entity < b.entity ? -1 : 1))
    const snap = rest.slice(0, this.pageSize)
    return {
      feed,
      ops: null,
      snap,
      after: rest.length > snap.length ? (snap.at(-1)?.entity ?? null) : null,
      to: all.length,
    }
  }
}

/** One round of a store with the relay; true while there is more. */
export async function syncOnce(store: SyncStore, relay: MemoryRelay, feeds: readonly string[]): Promise<boolean> {
  const at = valueOf(await store.position())
  const slice = valueOf(await store.nextPush(2_000))
  const isKnown = at.inc === '' || at.inc === relay.inc
  const push = relay.push(at.replica, slice.ops)
  const pages = isKnown ? feeds.map((feed) => relay.page(feed, at.replica, at.cur[feed], at.pages[feed])) : []
  const answer: IncomingAnswer = {
    inc: relay.inc,
    push,
    feeds: pages,
    gone: relay.gone,
    blobsWanted: [],
    clockOffset: 0,
  }
  const report = valueOf(await store.applyAnswer(answer))
  return report.isNewIncarnation || slice.more || pages.some(({ after }) => after !== null)
}

export async function syncAll(store: SyncStore, relay: MemoryRelay, feeds: readonly string[]): Promise<void> {
  for (let round = 0; round < 100; round++) if (!(await syncOnce(store, relay, feeds))) return
  throw new Error('the store did not come to rest in 100 rounds')
}
