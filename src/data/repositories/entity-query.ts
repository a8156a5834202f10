/** The few ways in which repositories find entities. All leave out what was deleted, and read old names as today's (CHG-9). */
import { conflictsIn, type EntityState, fieldValue } from '#domain/change/entity-state.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { upcastRegisters } from '#domain/change/upcast.ts'
import { isAlive } from '#data/gesture.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import type { EntityRow } from '#data/rows.ts'

type Rows = PromiseLike<EntityRow[]>

/** The same rows where nothing was ever renamed. */
const asRead = (rows: readonly EntityRow[]): EntityRow[] =>
  rows.filter(isAlive).map((row) => {
    const box = upcastRegisters(row.kind, row.box)
    return box === row.box ? row : { ...row, box }
  })

export const rowOf = (db: LocalDatabase, feed: string, entity: string): PromiseLike<EntityRow | undefined> =>
  db.ent.get([feed, entity]).then((row) => (row && isAlive(row) ? asRead([row])[0] : undefined))

export const rowsOfKind = (db: LocalDatabase, feed: string, kind: string): Rows =>
  db.ent.where('[feed+kind]').equals([feed, kind]).toArray().then(asRead)

export const rowsOfKindIn = (db: LocalDatabase, feeds: readonly string[], kind: string): Rows =>
  db.ent
    .where('[feed+kind]')
    .anyOf(feeds.map((feed) => [feed, kind]))
    .toArray()
    .then(asRead)

export const rowsOfParent = (db: LocalDatabase, feed: string, parent: string): Rows =>
  db.ent.where('[feed+p]').equals([feed, parent]).toArray().then(asRead)

/** Rows whose parent's id begins with `prefix`: the evidence of all answers of one assessment. */
export const rowsOfParents = (db: LocalDatabase, feed: string, prefix: string): Rows =>
  db.ent
    .where('[feed+p]')
    .between([feed, prefix], [feed, `${prefix}\uffff`])
    .toArray()
    .then(asRead)

/** Rows whose own id begins with `prefix`: what was found about one submission. */
export const rowsNamed = (db: LocalDatabase, feed: string, prefix: string): Rows =>
  db.ent
    .where('[feed+e]')
    .between([feed, prefix], [feed, `${prefix}\uffff`])
    .toArray()
    .then(asRead)

export type Fielded = Pick<EntityRow, 'box'> | Pick<EntityState, 'regs'>

const registersOf = (of: Fielded) => ('box' in of ? of.box : of.regs)

/** Whether two people wrote different things into it, and nobody chose. */
export const isDisputed = (of: Fielded): boolean => conflictsIn(registersOf(of)).length > 0

/** The value of a field, or what stands for a field nobody wrote. */
export function field<T extends JsonValue | object>(of: Fielded, name: string, otherwise: T): T {
  const value = fieldValue(registersOf(of), name)
  return value === undefined ? otherwise : (value as T)
}

/** The value of a field that may be empty: null where it is, or where nobody wrote it. */
export const nullable = <T>(of: Fielded, name: string): T | null =>
  (fieldValue(registersOf(of), name) ?? null) as T | null

/** Every current field value by name, as a copy of the entity elsewhere needs it. */
export const fieldsOf = (of: EntityState): Readonly<Record<string, JsonValue>> =>
  Object.fromEntries(
    Object.keys(of.regs)
      .filter((name) => !name.startsWith('_'))
      .map((name) => [name, fieldValue(of.regs, name) ?? null]),
  )
