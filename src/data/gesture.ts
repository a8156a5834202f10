/**
 * What one act of a person writes. A gesture that depends on what is stored (a next number, a count) is built inside
 * its transaction, from a reader that asks nothing but the database: any other promise would end the transaction.
 */
import { type EntityState, isDeleted } from '#domain/change/entity-state.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { EntityWrite } from '#data/contract/store-contract.ts'
import type { BlobRole } from '#data/contract/sync-store-contract.ts'
import type { LocalDatabase } from './local-database.ts'
import { takeNumber } from './meta.ts'
import type { EntityRow } from './rows.ts'

/** Takes an entity away, as far as its author saw it (rule CHG-5). */
export interface EntityRemoval {
  readonly feed: string
  readonly kind: string
  readonly entity: string
  readonly isRemoval: true
}

/** Settles a conflict between exactly these values; one that arrived meanwhile stays beside it (rule CHG-8). */
export interface ConflictWrite extends EntityWrite {
  readonly seen: readonly JsonValue[]
}

export type GestureWrite = EntityWrite | ConflictWrite | EntityRemoval

/** Bytes that a record of the same gesture names. */
export interface NewBlob {
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly role: BlobRole
  readonly mime: string
  readonly feed: string
}

export interface GestureExtra {
  readonly blobs?: readonly NewBlob[]
  /** Drafts of what is now saved. */
  readonly removeDrafts?: readonly string[]
}

export interface GestureReader {
  /** Undefined for what is not there or was deleted. */
  entity(feed: string, entity: string): PromiseLike<EntityState | undefined>
  childrenOf(feed: string, parent: string): PromiseLike<readonly EntityState[]>
  /** Entities whose parent's id begins with `prefix`. */
  childrenUnder(feed: string, prefix: string): PromiseLike<readonly EntityState[]>
  ofKind(feed: string, kind: string): PromiseLike<readonly EntityState[]>
  /** 1, 2, 3 … within a series; given back when the transaction fails. */
  takeNumber(series: string): PromiseLike<number>
}

export type GestureBuilder = (reader: GestureReader) => PromiseLike<Result<readonly GestureWrite[], Problem>>

export const entityStateOf = (row: EntityRow): EntityState => ({
  feed: row.feed,
  entity: row.e,
  kind: row.kind,
  regs: row.box,
})

export const isAlive = (row: EntityRow | undefined): row is EntityRow => row !== undefined && !isDeleted(row.box)

const alive = (rows: readonly EntityRow[]): readonly EntityState[] => rows.filter(isAlive).map(entityStateOf)

export const createGestureReader = (db: LocalDatabase): GestureReader => ({
  entity: (feed, entity) => db.ent.get([feed, entity]).then((row) => (isAlive(row) ? entityStateOf(row) : undefined)),
  childrenOf: (feed, parent) => db.ent.where('[feed+p]').equals([feed, parent]).toArray().then(alive),
  childrenUnder: (feed, prefix) =>
    db.ent
      .where('[feed+p]')
      .between([feed, prefix], [feed, `${prefix}\uffff`])
      .toArray()
      .then(alive),
  ofKind: (feed, kind) => db.ent.where('[feed+kind]').equals([feed, kind]).toArray().then(alive),
  takeNumber: (series) => takeNumber(db, series),
})
