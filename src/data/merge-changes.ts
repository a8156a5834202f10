/**
 * Brings what others wrote into the records of this device, by whatever way it came: one merge per entity, with its
 * index columns, its commune's summary and its photos in the same transaction.
 */
import { applyOp, type EntityState, mergeEntities, type Registers } from '#domain/change/entity-state.ts'
import { hearHlc } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import type { FeedPage } from '#data/contract/sync-store-contract.ts'
import { entityRow } from './entity-row.ts'
import type { LocalDatabase } from './local-database.ts'
import { readCounters, writeMeta } from './meta.ts'
import { settleBlobs } from './photo-ledger.ts'
import type { EntityRow } from './rows.ts'
import { refreshSummaries } from './summary-store.ts'

/** What arrived for one feed: operations, states, or both. */
export type Arrived = Pick<FeedPage, 'feed' | 'ops' | 'snap'>

export type Change = (before: Registers | undefined) => EntityState

/** One merge per entity, however often the page names it. */
export function changesOf(page: Arrived): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>()
  for (const state of page.snap ?? []) {
    changes.set(state.entity, (before) => ({ ...state, regs: before ? mergeEntities(before, state.regs) : state.regs }))
  }
  for (const [entity, ops] of opsByEntity(page.ops ?? [])) {
    const kind = ops[0]?.k ?? ''
    changes.set(entity, (before) => ({
      feed: page.feed,
      entity,
      kind,
      regs: ops.reduce<Registers>(applyOp, before ?? {}),
    }))
  }
  return changes
}

function opsByEntity(ops: readonly Op[]): ReadonlyMap<string, Op[]> {
  const groups = new Map<string, Op[]>()
  for (const op of ops) {
    const group = groups.get(op.e)
    if (group) group.push(op)
    else groups.set(op.e, [op])
  }
  return groups
}

export async function mergeChanges(
  db: LocalDatabase,
  feed: string,
  changes: ReadonlyMap<string, Change>,
  nowMs: number,
  ownNs: ReadonlyMap<string, number> = new Map(),
): Promise<void> {
  const entities = [...changes.keys()]
  const before = await db.ent.bulkGet(entities.map((entity): [string, string] => [feed, entity]))
  const states: EntityState[] = []
  const rows: EntityRow[] = []
  for (const [i, entity] of entities.entries()) {
    const known = before[i]
    const change = changes.get(entity)
    if (!change) continue
    const state = change(known?.box)
    const kept = known ? { ...state, kind: known.kind } : state
    states.push(kept)
    rows.push(entityRow(kept, ownNs.get(entity) ?? known?.o))
  }
  await Promise.all([db.ent.bulkPut(rows), refreshSummaries(db, states)])
  await settleBlobs(db, states, 0, nowMs)
}

export async function hearClock(db: LocalDatabase, page: Arrived, nowMs: number): Promise<void> {
  let latest = Number.NEGATIVE_INFINITY
  for (const op of page.ops ?? []) latest = Math.max(latest, op.h)
  for (const state of page.snap ?? []) {
    for (const register of Object.values(state.regs)) for (const head of register.h) latest = Math.max(latest, head.h)
  }
  const counters = await readCounters(db)
  const hlc = hearHlc(counters.hlc, latest, nowMs)
  if (hlc > counters.hlc) await writeMeta(db, 'counters', { ...counters, hlc })
}
