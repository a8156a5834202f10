/**
 * The entities a push touches: read once, merged in memory with the domain's own join, written once. Where a merge
 * leaves differing values, a conflict row is opened, and closed when somebody wrote having seen them all.
 */
import {
  applyOp,
  conflictsIn,
  type EntityState,
  isDeleted,
  type Registers,
  registersOfOp,
} from '#domain/change/entity-state.ts'
import { isSealedKind, sealedKinds } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import type { RecordsAtHand } from '#server/ingest/record-rules.ts'
import type { Connection } from './connection.ts'
import { MultiRow } from './multi-row.ts'
import { entityOfRow } from './op-rows.ts'

const SAVE = 'INSERT INTO ent (feed, entity, kind, seq, regs) VALUES'
const OVER = 'ON CONFLICT (feed, entity) DO UPDATE SET seq = excluded.seq, regs = excluded.regs'
const SEALED = `SELECT * FROM ent WHERE feed = ? AND kind IN (${sealedKinds.map(() => '?').join()})`
const OPEN = 'INSERT INTO conflict (feed, entity, field, opened_seq) VALUES (?, ?, ?, ?)'
const CLOSE = 'UPDATE conflict SET closed_seq = ? WHERE feed = ? AND entity = ? AND field = ? AND closed_seq IS NULL'
const REFER =
  'INSERT INTO blob_ref (sha, feed, entity, dev) VALUES (?, ?, ?, ?) ON CONFLICT (sha, feed, entity) DO NOTHING'

interface Known {
  state: EntityState | undefined
  /** Of the last operation applied here; 0 where none was. */
  seq: number
}

const SHA256 = /^[0-9a-f]{64}$/

export class EntityBatch implements RecordsAtHand {
  readonly #db: Connection
  readonly #feeds = new Map<string, Map<string, Known>>()
  /** Feeds whose sealed records were read. */
  readonly #sealed = new Set<string>()

  constructor(db: Connection) {
    this.#db = db
  }

  find(feed: string, entity: string): EntityState | undefined {
    return this.#known(feed, entity).state
  }

  sealedIn(feed: string): readonly EntityState[] {
    const entities = this.#entitiesOf(feed)
    if (!this.#sealed.has(feed))
      for (const state of this.#db.all(SEALED, feed, ...sealedKinds).map(entityOfRow))
        if (!entities.has(state.entity)) entities.set(state.entity, { state, seq: 0 })
    this.#sealed.add(feed)
    return [...entities.values()].flatMap(({ state }) => (state && isSealedKind(state.kind) ? [state] : []))
  }

  #entitiesOf(feed: string): Map<string, Known> {
    const entities = this.#feeds.get(feed) ?? new Map<string, Known>()
    this.#feeds.set(feed, entities)
    return entities
  }

  #known(feed: string, entity: string): Known {
    const entities = this.#entitiesOf(feed)
    const known = entities.get(entity)
    if (known) return known
    const row = this.#db.get('SELECT * FROM ent WHERE feed = ? AND entity = ?', feed, entity)
    const read = { state: row ? entityOfRow(row) : undefined, seq: 0 }
    entities.set(entity, read)
    return read
  }

  apply(op: Op, seq: number): void {
    const known = this.#known(op.s, op.e)
    const before = known.state?.regs
    const regs = before ? applyOp(before, op) : registersOfOp(op)
    known.state = { feed: op.s, entity: op.e, kind: op.k, regs }
    known.seq = seq
    if (before) this.#noteConflicts(known.state, before, seq)
  }

  #noteConflicts({ feed, entity, regs }: EntityState, before: Registers, seq: number): void {
    const open = new Set(conflictsIn(before).map(({ field }) => field))
    const now = new Set(conflictsIn(regs).map(({ field }) => field))
    for (const field of now) if (!open.has(field)) this.#db.run(OPEN, feed, entity, field, seq)
    for (const field of open) if (!now.has(field)) this.#db.run(CLOSE, seq, feed, entity, field)
  }

  save(): void {
    const rows = new MultiRow(this.#db, SAVE, 5, OVER)
    for (const { state, seq } of [...this.#feeds.values()].flatMap((entities) => [...entities.values()])) {
      if (!state || seq === 0) continue
      rows.add([state.feed, state.entity, state.kind, seq, JSON.stringify(state.regs)])
      if (state.kind === 'evidence') this.#saveReferences(state)
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
