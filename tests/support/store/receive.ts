// What comes from the endpoint in a test: somebody else's operations, a plan, a refusal.
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { IncomingAnswer } from '#data/contract/sync-store-contract.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Context, FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { NOW, valueOf } from './test-store.ts'

const nothing: IncomingAnswer = {
  inc: 'i',
  push: { ack: 0, safe: 0, expect: null, rejected: [] },
  feeds: [],
  gone: [],
  blobsWanted: [],
  clockOffset: 0,
}

export async function answer(store: OpenedPersonStore, part: Partial<IncomingAnswer>): Promise<void> {
  valueOf(await store.sync.applyAnswer({ ...nothing, ...part }))
}

export type ReceivedOp = {
  readonly feed: string
  readonly kind: string
  readonly entity: string
  readonly fields: Readonly<Record<string, JsonValue>>
  readonly at?: number
  readonly by?: string
  /** What its writer had seen; nothing where it is left out. */
  readonly seen?: Context
}

let n = 0

/** Written by a colleague on another device. */
export async function receive(
  store: OpenedPersonStore,
  { feed, kind, entity, fields, at = NOW, by = 'acc-colleague', seen }: ReceivedOp,
): Promise<void> {
  n += 1
  const f = Object.fromEntries(
    Object.entries(fields).map(([name, value]): [string, FieldWrite] => [name, seen ? [value, seen] : [value]]),
  )
  const op: Op = { d: 'colleague', n, h: hlcAt(at), s: feed, k: kind, e: entity, u: by, sv: 1, f }
  await answer(store, { feeds: [{ feed, ops: [op], snap: null, after: null, to: n }] })
}

export const receivePlan = (store: OpenedPersonStore, plan: Plan): Promise<void> =>
  receive(store, { feed: 'p20/plan', kind: 'plan', entity: plan.id, fields: { plan: plan as unknown as JsonValue } })
