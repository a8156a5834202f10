/**
 * The entities a push touches: read once, merged in memory with the domain's own join, written once. Where a merge
 * leaves differing values, a conflict row is opened, and closed when somebody wrote having seen them all.
 */
import { conflictsIn, type EntityState, isDeleted, type Registers } from '#domain/change/entity-state.ts'
import { sealedKinds } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import type { RecordsAtHand } from '#server/ingest/record-rules.ts'
import { TouchedRecord } from '#server/ingest/touched-record.ts'
import type { Connection } from './connection.ts'
import { MultiRow } from './multi-row.ts'
import { entityOfRow } from './op-rows.ts'
import type { SqlRow } from './sqlite-surface.ts'

const SAVE = 'INSERT INTO ent (feed, entity, kind, seq, regs) VALUES'
const OVER = 'ON CONFLICT (feed, entity) DO UPDATE SET seq = excluded.seq, regs = excluded.regs'
const SEALED = `SELECT * FROM ent WHERE feed = ? AND kind IN (${sealedKinds.map(() => '?').join()})`
const OF_KIND = 'SELECT * FROM ent WHERE feed = ? AND kind = ?'
const OPEN = 'INSERT INTO conflict (feed, entity, field, opened_seq) VALUES (?, ?, ?, ?)'
const CLOSE = 'UPDATE conflict SET closed_seq = ? WHERE feed = ? AND entity = ? AND field = ? AND closed_seq IS NULL'
const REFER =
  'INSERT INTO blob_ref (sha, feed, entity, dev) VALUES (?, ?, ?, ?) ON CONFLICT (sha, feed, entity) DO NOTHING'

/** Records read by one statement; fewer are read one by one when they are asked for. */
const READ_AT_ONCE = 50
const ONE = 'SELECT * FROM ent WHERE feed = ? AND entity = ?'
const MANY = `SELECT * FROM ent WHERE feed = ? AND entity IN (${Array.from({ length: READ_AT_ONCE }, () => '?').join()})`

const SHA256 = /^[0-9a-f]{64}$/

export class EntityBatch implements RecordsAtHand {
  readonly #db: Connection
  readonly #feeds = new Map<string, Map<string, TouchedRecord>>()
  /** Feeds whose sealed records were read. */
  readonly #sealed = new Set<string>()
  /** Feeds of which every record of a kind was read, with that kind. */
  readonly #whole = new Set<string>()

  constructor(db: Connection) {
    this.#db = db
  }

  find(feed: string, entity: string): EntityState | undefined {
    return this.#known(feed, entity).state
  }

  sealedIn(feed: string): readonly EntityState[] {
    const entities = this.#entitiesOf(feed)
    if (!this.#sealed.has(feed)) for (const row of this.#db.all(SEALED, feed, ...sealedKinds)) this.#keep(entities, row)
    this.#sealed.add(feed)
    return [...entities.values()].flatMap((record) => record.sealedState() ?? [])
  }

  ofKind(feed: string, kind: string): readonly EntityState[] {
    const entities = this.#entitiesOf(feed)
    const key = `${feed}\n${kind}`
    if (!this.#whole.has(key)) for (const row of this.#db.all(OF_KIND, feed, kind)) this.#keep(entities, row)
    this.#whole.add(key)
    return [...entities.values()].flatMap((record) => (record.kind === kind ? (record.state ?? []) : []))
  }

  /** Reads ahead what a large push touches. */
  load(ops: readonly Op[]): void {
    for (let at = 0; at + READ_AT_ONCE <= ops.length; at += READ_AT_ONCE) {
      const part = ops.slice(at, at + READ_AT_ONCE)
      const feed = part[0]?.s ?? ''
      if (!part.every(({ s }) => s === feed)) continue
      const entities = this.#entitiesOf(feed)
      for (const row of this.#db.all(MANY, feed, ...part.map(({ e }) => e))) this.#keep(entities, row)
      for (const { e } of part) if (!entities.has(e)) entities.set(e, new TouchedRecord(feed, e))
    }
  }

  #keep(entities: Map<string, TouchedRecord>, row: SqlRow): void {
    const state = entityOfRow(row)
    if (!entities.has(state.entity)) entities.set(state.entity, new TouchedRecord(state.feed, state.entity, state))
  }

  #entitiesOf(feed: string): Map<string, TouchedRecord> {
    const entities = this.#feeds.get(feed) ?? new Map<string, TouchedRecord>()
    this.#feeds.set(feed, entities)
    return entities
  }

  #known(feed: string, entity: string): TouchedRecord {
    const entities = this.#entitiesOf(feed)
    const known = entities.get(entity)
    if (known) return known
    const row = this.#db.get(ONE, feed, entity)
    const read = new TouchedRecord(feed, entity, row && entityOfRow(row))
    entities.set(entity, read)
    return read
  }

  /** `regs`: the registers of this operation alone as text, where they are at hand. */
  apply(op: Op, seq: number, regs?: string): void {
    const merged = this.#known(op.s, op.e).write(op, seq, regs)
    if (merged) this.#noteConflicts(merged.after, merged.before, seq)
  }

  #noteConflicts({ feed, entity, regs }: EntityState, before: Registers, seq: number): void {
    const open = new Set(conflictsIn(before).map(({ field }) => field))
    const now = new Set(conflictsIn(regs).map(({ field }) => field))
    for (const field of now) if (!open.has(field)) this.#db.run(OPEN, feed, entity, field, seq)
    for (const field of open) if (!now.has(field)) this.#db.run(CLOSE, seq, feed, entity, field)
  }

  save(): void {
    const rows = new MultiRow(this.#db, SAVE, 5, OVER)
    for (const entities of this.#feeds.values()) {
      for (const record of entities.values()) {
        if (record.seq === 0) continue
        rows.add([record.feed, record.entity, record.kind ?? '', record.seq, record.text()])
        if (record.kind === 'evidence' && record.state) this.#saveReferences(record.state)
      }
    }
    rows.flush()
  }

  /** A photo belongs to everybody who may read a living record that names it. */
  #saveReferences({ feed, entity, regs }: EntityState): void {
    this.#db.run('DELETE FROM blob_ref WHERE feed = ? AND entity = ?', feed, entity)
    if (isDeleted(regs)) return
    for (const field of ['sha256', 'thumbnailSha256']) {
      for (const head of regs[field]?.h ?? []) {
        if (typeof head.v === 'string' && SHA256.test(head.v)) this.#db.run(REFER, head.v, feed, entity, head.d)
      }
    }
  }
}
