/**
 * Operations of colleagues that came by another way than the endpoint: merged into the records like anything that
 * arrives, and kept to be passed on (DAT-20). Until the endpoint brings the same operation, what it wrote is marked as
 * not confirmed: only the endpoint judges whether its author had the right. The marks stand in one row, so that a list
 * asks once and usually finds nothing.
 */
import type { AdoptReport } from '#data/contract/sync-store-contract.ts'
import { applyOp, type Registers } from '#domain/change/entity-state.ts'
import { isSealedKind } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import { isPublishedFinding, overwritesPublished, replacesUnknown } from '#domain/internal-audit/published-finding.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { LocalDatabase } from './local-database.ts'
import { changesOf, hearClock, mergeChanges } from './merge-changes.ts'
import { ensureCursor, readCounters, readUnconfirmed, writeUnconfirmed } from './meta.ts'
import { dotText, headsOf } from './unconfirmed.ts'

/** To be run in one transaction over `foreignTables`. Rule DAT-20. */
export async function adoptForeign(
  db: LocalDatabase,
  first: string,
  ops: readonly Op[],
  nowMs: number,
): Promise<Result<AdoptReport, Problem>> {
  const { n: lastN, replica = first } = await readCounters(db)
  // Operations under this replica's name that it never wrote: a copy of this profile wrote them.
  if (ops.some(({ d, n }) => d === replica && n > lastN)) return err({ code: 'device.forked' })
  const fresh = await notYetHere(
    db,
    ops.filter(({ d }) => d !== replica),
  )
  await db.foreign.bulkAdd(fresh.map((op) => ({ d: op.d, n: op.n, feed: op.s, box: op })))
  let entities = 0
  for (const [feed, all] of byFeed(fresh)) {
    const arrived = await sealedOnce(db, feed, all)
    const page = { feed, ops: arrived, snap: null }
    const changes = changesOf(page)
    await markUnconfirmed(db, feed, arrived)
    await mergeChanges(db, feed, changes, nowMs)
    await hearClock(db, page, nowMs)
    await ensureCursor(db, feed)
    entities += changes.size
  }
  return ok({ adopted: fresh.length, known: ops.length - fresh.length, entities })
}

export const foreignTables = (db: LocalDatabase) => [db.foreign, db.meta, db.ent, db.summary, db.blob, db.blobq]

/** Each operation once; what is already kept stays as it was first brought. */
async function notYetHere(db: LocalDatabase, ops: readonly Op[]): Promise<readonly Op[]> {
  const byDot = new Map(ops.map((op) => [dotText(op), op]))
  const all = [...byDot.values()]
  const known = await db.foreign.bulkGet(all.map(({ d, n }): [string, number] => [d, n]))
  return all.filter((_op, i) => known[i] === undefined)
}

function byFeed(ops: readonly Op[]): ReadonlyMap<string, Op[]> {
  const feeds = new Map<string, Op[]>()
  for (const op of ops) feeds.set(op.s, [...(feeds.get(op.s) ?? []), op])
  return feeds
}

/**
 * Without what would write into a sealed record, or over a finding that was published: that is for the endpoint to judge,
 * and it refuses it (DAT-29, AUD-26).
 */
async function sealedOnce(db: LocalDatabase, feed: string, ops: readonly Op[]): Promise<readonly Op[]> {
  const rows = await db.ent.bulkGet(ops.map(({ e }): [string, string] => [feed, e]))
  const known = new Map(
    rows.flatMap((row): [string, Known][] => (row ? [[row.e, { k: row.kind, regs: row.box }]] : [])),
  )
  return ops.filter((op) => {
    const { k, regs } = known.get(op.e) ?? {}
    if (isSealedKind(k ?? '') || overwritesPublished(op, regs) || replacesUnknown(op, regs)) return false
    known.set(op.e, { k: op.k, regs: isPublishedFinding(op) ? applyOp(regs ?? {}, op) : regs })
    return true
  })
}

/** A record as it is once what came before in the file was merged; its registers only as far as they are asked for. */
interface Known {
  readonly k: string
  readonly regs: Registers | undefined
}

/** What the endpoint has brought before the file did is confirmed already. */
async function markUnconfirmed(db: LocalDatabase, feed: string, ops: readonly Op[]): Promise<void> {
  const marks = await readUnconfirmed(db)
  const rows = await db.ent.bulkGet(ops.map(({ e }): [string, string] => [feed, e]))
  const known = marks[feed] ?? []
  const isShown = (op: Op, i: number): boolean =>
    headsOf(rows[i]?.box ?? {}).some((head) => dotText(head) === dotText(op))
  const added = ops.filter((op, i) => !isShown(op, i)).map(dotText)
  if (added.length > 0) await writeUnconfirmed(db, { ...marks, [feed]: [...new Set([...known, ...added])] })
}
