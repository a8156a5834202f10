// A screen over the store of somebody with a given role; the plan and other people's words arrive as in life, from the
// endpoint. Dexie's live queries answer only where the engine is the global one, so a test imports this module first.
import 'fake-indexeddb/auto'
import type { ReactNode } from 'react'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Role } from '#domain/access/role.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { anIdentity, aPhoto, aStore, NOW, valueOf } from '#support/store/test-store.ts'

// jsdom has no layout to scroll.
Element.prototype.scrollIntoView ??= () => {}

export function aStoreOf(role: Role): Promise<OpenedPersonStore> {
  const identity = anIdentity()
  return aStore({ identity: { ...identity, grants: identity.grants.map((grant) => ({ ...grant, role })) } })
}

export async function show(store: PersonStore, draw: (screen: ScreenProps) => ReactNode, at = '/') {
  const platform = { preparePhoto: async () => ok(aPhoto('screen')) }
  const drawn = await renderScreen(draw, { store, at, platform })
  return { ...drawn, address: () => drawn.location.history.at(-1) }
}

/** One operation of somebody else. */
export async function receive(store: OpenedPersonStore, op: Op): Promise<void> {
  const page = { feed: op.s, ops: [op], snap: null, after: null, to: op.n }
  const push = { ack: 0, safe: 0, expect: null, rejected: [] }
  valueOf(await store.sync.applyAnswer({ inc: 'i', push, feeds: [page], gone: [], blobsWanted: [], clockOffset: null }))
}

export async function receivePlan(store: OpenedPersonStore, plan: Plan): Promise<void> {
  const fields = { plan: [plan as unknown as JsonValue] } as const
  await receive(store, {
    d: 'srv',
    n: 1,
    h: hlcAt(NOW),
    s: 'p20/plan',
    k: 'plan',
    e: plan.id,
    u: 'acc-province',
    sv: 1,
    f: fields,
  })
}
