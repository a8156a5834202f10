/**
 * The entities a push touches: read at once after their feeds were locked, merged in memory with the domain's own
 * join, written at once. Where a merge leaves differing values, a conflict row is opened, and closed when somebody
 * wrote having seen them all.
 */
import { conflictsIn, type EntityState, isDeleted } from '#domain/change/entity-state.ts'
import { sealedKinds } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import { takesPhotoAway } from '#domain/evidence/named-evidence.ts'
import { asksForRequests, MOVE_KIND, REQUEST_KIND } from '#server/ingest/corrective-arrival.ts'
import { stepsAskedFor } from '#server/ingest/removal-arrival.ts'
import { amendedBy, type RecordsAtHand } from '#server/ingest/record-rules.ts'
import { askedByVerification } from '#server/ingest/verification-arrival.ts'
import { TouchedRecord } from '#server/ingest/touched-record.ts'
import { entityOfRow } from '#server/store/sqlite/op-rows.ts'
import { ConflictBatch } from './conflict-batch.ts'
import type { Queries } from './database.ts'

const LOAD = `SELECT ent.* FROM ent JOIN unnest($1::text[], $2::text[]) AS asked (feed, entity)
  ON ent.feed = asked.feed AND ent.entity = asked.entity`
const OF_KINDS = 'SELECT * FROM ent WHERE feed = ANY ($1::text[]) AND kind = ANY ($2::text[])'
const SAVE = `INSERT INTO ent (feed, entity, kind, seq, regs)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[])
  ON CONFLICT (feed, entity) DO UPDATE SET seq = excluded.seq, regs = excluded.regs`
const FORGET = `DELETE FROM blob_ref USING unnest($1::text[], $2::text[]) AS gone (feed, entity)
  WHERE blob_ref.feed = gone.feed AND blob_ref.entity = gone.entity`
const REFER = `INSERT INTO blob_ref (sha, feed, entity, dev)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) ON CONFLICT (sha, feed, entity) DO NOTHING`

const SHA256 = /^[0-9a-f]{64}$/
const keyOf = (feed: string, entity: string): string => `${feed}\n${entity}`

/** A photo belongs to everybody who may read a living record that names it. */
function referencesOf({ feed, entity, regs }: EntityState): [sha: string, feed: string, entity: string, dev: string][] {
  if (isDeleted(regs)) return []
  const heads = ['sha256', 'thumbnailSha256'].flatMap((field) => regs[field]?.h ?? [])
  return heads.flatMap(({ v, d }) => (typeof v === 'string' && SHA256.test(v) ? [[v, feed, entity, d]] : []))
}

export class EntityBatch implements RecordsAtHand {
  readonly #known = new Map<string, TouchedRecord>()
  readonly #conflicts = new ConflictBatch()

  async load(queries: Queries, ops: readonly Op[]): Promise<void> {
    const named = ops.flatMap((op) =>
      [op.e, amendedBy(op) ?? op.e, ...askedByVerification(op)].map((e) => ({ s: op.s, e })),
    )
    const wanted = [...new Map(named.map(({ s, e }) => [keyOf(s, e), { s, e }])).values()]
    if (wanted.length === 0) return
    const [feeds, entities] = [wanted.map(({ s }) => s), wanted.map(({ e }) => e)]
    this.#keep(await queries.rows(LOAD, feeds, entities))
    const ofPhotos = this.#feedsLosingPhotos(ops)
    if (ofPhotos.length > 0) this.#keep(await queries.rows(OF_KINDS, ofPhotos, sealedKinds))
    const moved = [...new Set(ops.flatMap(({ s, k }) => (k === MOVE_KIND ? [s] : [])))]
    if (moved.length > 0) this.#keep(await queries.rows(OF_KINDS, moved, [MOVE_KIND]))
    const ended = [...new Set(ops.flatMap((op) => (asksForRequests(op) ? [op.s] : [])))]
    if (ended.length > 0) this.#keep(await queries.rows(OF_KINDS, ended, [REQUEST_KIND]))
    await this.#loadSteps(queries, ops)
  }

  /** Approvals and answers where what they are about may be taken away. */
  async #loadSteps(queries: Queries, ops: readonly Op[]): Promise<void> {
    const asked = ops.flatMap((op) => {
      const kind = stepsAskedFor(op, this.#known.get(keyOf(op.s, op.e))?.state?.regs)
      return kind === null ? [] : [{ feed: op.s, kind }]
    })
    if (asked.length === 0) return
    const [feeds, kinds] = [asked.map(({ feed }) => feed), asked.map(({ kind }) => kind)]
    this.#keep(await queries.rows(OF_KINDS, [...new Set(feeds)], [...new Set(kinds)]))
  }

  /** Feeds in which the push may take a photo away; one it writes twice may be another then. */
  #feedsLosingPhotos(ops: readonly Op[]): readonly string[] {
    const [written, feeds] = [new Set<string>(), new Set<string>()]
    for (const op of ops.filter(({ k }) => k === 'evidence')) {
      const key = keyOf(op.s, op.e)
      if (written.has(key) || takesPhotoAway(op, this.#known.get(key)?.state?.regs ?? {})) feeds.add(op.s)
      written.add(key)
    }
    return [...feeds]
  }

  #keep(rows: Awaited<ReturnType<Queries['rows']>>): void {
    for (const state of rows.map(entityOfRow)) {
      const { feed, entity } = state
      this.#known.set(keyOf(feed, entity), new TouchedRecord(feed, entity, state))
    }
  }

  sealedIn(feed: string): readonly EntityState[] {
    const sealed = [...this.#known.values()].flatMap((record) => record.sealedState() ?? [])
    return sealed.filter((state) => state.feed === feed)
  }

  ofKind(feed: string, kind: string): readonly EntityState[] {
    const records = [...this.#known.values()].filter((record) => record.feed === feed && record.kind === kind)
    return records.flatMap((record) => record.state ?? [])
  }

  find(feed: string, entity: string): EntityState | undefined {
    return this.#known.get(keyOf(feed, entity))?.state
  }

  /** `regs`: the registers of this operation alone as text, where they are at hand. */
  apply(op: Op, seq: number, regs?: string): void {
    const key = keyOf(op.s, op.e)
    const record = this.#known.get(key) ?? new TouchedRecord(op.s, op.e)
    this.#known.set(key, record)
    const merged = record.write(op, seq, regs)
    if (!merged) return
    const open = new Set(conflictsIn(merged.before).map(({ field }) => field))
    const now = new Set(conflictsIn(merged.after.regs).map(({ field }) => field))
    for (const field of now) if (!open.has(field)) this.#conflicts.open(op.s, op.e, field, seq)
    for (const field of open) if (!now.has(field)) this.#conflicts.close(op.s, op.e, field, seq)
  }

  async save(queries: Queries): Promise<void> {
    const touched = [...this.#known.values()].filter(({ seq }) => seq > 0)
    if (touched.length === 0) return
    await queries.run(
      SAVE,
      touched.map(({ feed }) => feed),
      touched.map(({ entity }) => entity),
      touched.map(({ kind = '' }) => kind),
      touched.map(({ seq }) => seq),
      touched.map((record) => record.text()),
    )
    await this.#conflicts.save(queries)
    await this.#saveReferences(
      queries,
      touched.flatMap((record) => (record.kind === 'evidence' && record.state ? [record.state] : [])),
    )
  }

  async #saveReferences(queries: Queries, evidence: readonly EntityState[]): Promise<void> {
    if (evidence.length === 0) return
    await queries.run(
      FORGET,
      evidence.map(({ feed }) => feed),
      evidence.map(({ entity }) => entity),
    )
    const references = evidence.flatMap(referencesOf)
    const column = (i: 0 | 1 | 2 | 3): string[] => references.map((reference) => reference[i])
    if (references.length > 0) await queries.run(REFER, column(0), column(1), column(2), column(3))
  }
}
