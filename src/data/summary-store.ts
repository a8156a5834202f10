/**
 * The summary rows in the database. A program that makes more of the records than the one before raises the reading: a
 * row of an earlier one is completed wherever it is read or written, so that no figure stays as it was (rule DAT-41). The
 * mark stands in the row itself, because a page of the program before may still write and then leaves it out.
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId, parseFeed } from '#domain/change/feed.ts'
import type { Kind } from '#domain/change/kind-registry.ts'
import { readIn, writeIn } from './in-transaction.ts'
import type { LocalDatabase } from './local-database.ts'
import { refreshFacts, type SummaryFacts, type SummaryRow } from './summary-row.ts'

/** 2: the grade that holds now, and moves kept aside; 3: grades of requests. */
const READING = 3

/** Kinds that an earlier reading made nothing of, or something else. */
const gainedKinds: readonly string[] = ['finding-response', 'kept-aside', 'corrective-action'] satisfies Kind[]

const emptyFacts: SummaryFacts = { facts: {}, lastActivityAt: null, reading: READING }

const communeOf = (feed: string): string | undefined => {
  const name = parseFeed(feed)
  return name?.audience === 'pub' ? name.scope : undefined
}

const isOld = ({ box }: SummaryRow): boolean => box.reading !== READING

/** The rows as this program would have made them; inside a transaction that reads records. Rule DAT-41. */
export async function completed(db: LocalDatabase, rows: readonly SummaryRow[]): Promise<readonly SummaryRow[]> {
  const old = rows.filter(isOld)
  if (old.length === 0) return rows
  const keys = old.flatMap(({ unit }) => gainedKinds.map((kind): [string, string] => [feedId(unit, 'pub'), kind]))
  const records = await db.ent.where('[feed+kind]').anyOf(keys).toArray()
  const states = groupByUnit(records.map(({ feed, e, kind, box }) => ({ feed, entity: e, kind, regs: box })))
  return rows.map((row) => {
    if (!isOld(row)) return row
    return { unit: row.unit, box: { ...refreshFacts(row.box, states.get(row.unit) ?? []), reading: READING } }
  })
}

/** Brings the summary rows of the changed records' communes up to date, inside the running transaction. Rule DAT-6. */
export async function refreshSummaries(db: LocalDatabase, changed: readonly EntityState[]): Promise<void> {
  const byUnit = groupByUnit(changed)
  const units = [...byUnit.keys()]
  if (units.length === 0) return
  const stored = await db.summary.bulkGet(units)
  const rows = await completed(
    db,
    units.map((unit, i) => stored[i] ?? { unit, box: emptyFacts }),
  )
  await db.summary.bulkPut(rows.map(({ unit, box }) => ({ unit, box: refreshFacts(box, byUnit.get(unit) ?? []) })))
}

function groupByUnit(changed: readonly EntityState[]): ReadonlyMap<string, EntityState[]> {
  const groups = new Map<string, EntityState[]>()
  for (const state of changed) {
    const unit = communeOf(state.feed)
    if (unit === undefined) continue
    const group = groups.get(unit)
    if (group) group.push(state)
    else groups.set(unit, [state])
  }
  return groups
}

/** Databases whose rows were looked at since they were opened. */
const lookedAt = new WeakSet<LocalDatabase>()

/** Keeps every row completed, so that reading them costs one request again; looked at once per opening. Rule DAT-41. */
export async function keepCompleted(db: LocalDatabase): Promise<void> {
  if (lookedAt.has(db)) return
  const rows = await readIn(db, [db.summary], () => db.summary.toArray())
  if (rows.some(isOld)) {
    await writeIn(db, [db.ent, db.summary], async () => {
      const old = (await db.summary.toArray()).filter(isOld)
      await db.summary.bulkPut(await completed(db, old))
    })
  }
  lookedAt.add(db)
}

export async function dropSummary(db: LocalDatabase, feed: string): Promise<void> {
  const unit = communeOf(feed)
  if (unit !== undefined) await db.summary.delete(unit)
}
