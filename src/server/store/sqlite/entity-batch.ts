/**
 * The entities a push touches: read once, merged in memory with the domain's own join, written once. Where a merge
 * leaves differing values, a conflict row is opened, and closed when somebody wrote having seen them all.
 */
import { applyOp, conflictsIn, type EntityState, isDeleted, type Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import type { Connection } from './connection.ts'
import { entityOfRow } from './op-rows.ts'

const SAVE = `INSERT INTO ent (feed, entity, kind, seq, regs) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (feed, entity) DO UPDATE SET seq = excluded.seq, regs = excluded.regs`
const OPEN = 'INSERT INTO conflict (feed, entity, field, opened_seq) VALUES (?, ?, ?, ?)'
const CLOSE = 'UPDATE conflict SET closed_seq = ? WHERE feed = ? AND entity = ? AND field = ? AND closed_seq IS NULL'
const REFER =
  'INSERT INTO blob_ref (sha, feed, entity, dev) VALUES (?, ?, ?, ?) ON CONFLICT (sha, feed, entity) DO NOTHING'

interface Touched {
  readonly state: EntityState
  readonly seq: number
}

const keyOf = (feed: string, entity: string): string => `${feed}\n${entity}`
const SHA256 = /^[0-9a-f]{64}$/

export class EntityBatch {
  readonly #db: Connection
  readonly #known = new Map<string, EntityState | undefined>()
  readonly #touched = new Map<string, Touched>()

  constructor(db: Connection) {
    this.#db = db
  }

  find(feed: string, entity: string): EntityState | undefined {
    const key = keyOf(feed, entity)
    if (!this.#known.has(key)) {
      const row = this.#db.get('SELECT * FROM ent WHERE feed = ? AND entity = ?', feed, entity)
      this.#known.set(key, row ? entityOfRow(row) : undefined)
    }
    return this.#known.get(key)
  }

  apply(op: Op, seq: number): void {
    const before = this.find(op.s, op.e)?.regs ?? {}
    const regs = applyOp(before, op)
    const state: EntityState = { feed: op.s, entity: op.e, kind: op.k, regs }
    this.#known.set(keyOf(op.s, op.e), state)
    this.#touched.set(keyOf(op.s, op.e), { state, seq })
    this.#noteConflicts(state, before, seq)
  }

  #noteConflicts({ feed, entity, regs }: EntityState, before: Registers, seq: number): void {
    const open = new Set(conflictsIn(before).map(({ field }) => field))
    const now = new Set(conflictsIn(regs).map(({ field }) => field))
    for (const field of now) if (!open.has(field)) this.#db.run(OPEN, feed, entity, field, seq)
    for (const field of open) if (!now.has(field)) this.#db.run(CLOSE, seq, feed, entity, field)
  }

  save(): void {
    for (const { state, seq } of this.#touched.values()) {
      this.#db.run(SAVE, state.feed, state.entity, state.kind, seq, JSON.stringify(state.regs))
      if (state.kind === 'evidence') this.#saveReferences(state)
    }
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
