/**
 * Reads what units that are gone left behind. Only their feeds and those of their heirs are looked at, found by kind; where
 * no unit ever merged nothing is read at all.
 */
import { feedId } from '#domain/change/feed.ts'
import { isOpenState } from '#domain/corrective-action/move.ts'
import {
  type HeirDecision,
  type Inheritable,
  type Inheritance,
  isInheritableKind,
  proposedHeir,
  standingOf,
} from '#domain/inheritance/inheritance.ts'
import { isNonconformity } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { formerUnits, standingUnits } from '#domain/place/successor-places.ts'
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import type { DeclarationView } from '#data/contract/declaration-contract.ts'
import type { InheritableView, InheritanceView, Origin } from '#data/contract/inheritance-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { listCorrective } from './corrective-reader.ts'
import { listDeclarations } from './declaration-reader.ts'
import { type Fielded, field, nullable, rowOf, rowsOfKindIn } from './entity-query.ts'
import type { RepositoryParts } from './repository-parts.ts'
import { writtenBy } from './written-by.ts'

export const INHERITANCE = 'inheritance'
export const PROCEDURE = 'procedure'

const decisions: readonly string[] = ['taken-over', 'ended'] satisfies HeirDecision[]

/** Null for a decision or a kind of a newer version. */
export function inheritanceOf(of: Fielded): Inheritance | null {
  const [decision, ofKind] = [field(of, 'decision', ''), field(of, 'ofKind', '')]
  if (!decisions.includes(decision) || !isInheritableKind(ofKind)) return null
  return {
    unit: field(of, 'unit', ''),
    of: field(of, 'of', ''),
    ofKind,
    from: field(of, 'from', ''),
    decision: decision as HeirDecision,
    on: field(of, 'on', '' as LocalDate),
    reason: field(of, 'reason', ''),
    to: nullable<string>(of, 'to'),
  }
}

export const isProcedureInUse = (of: Fielded): boolean => field<string>(of, 'state', 'in-use') === 'in-use'

/** The units that stand in the place of one that is gone; empty while it exists. */
export const heirsOf = (parts: Pick<RepositoryParts, 'identity'>, from: string): readonly string[] =>
  standingUnits(from, parts.identity().places).filter((id) => id !== from)

interface Left extends Pick<Inheritable, 'kind' | 'dueOn' | 'needsDay'> {
  readonly id: string
  readonly unit: string
  readonly title: string
  readonly number: string
  readonly on: LocalDate | null
  /** Whether a decision is asked about it as it stands. Rule INH-1. */
  readonly isAsked: boolean
}

const leftRequest = ({ id, unit, course, grade, description, number, issuedOn }: CorrectiveView): Left => ({
  id,
  unit,
  kind: 'corrective-action',
  title: description,
  number: course.officialNumber ?? number,
  on: issuedOn,
  dueOn: course.dueOn,
  needsDay: isNonconformity(grade),
  isAsked: isOpenState(course.state),
})

const leftDeclaration = ({ id, unit, content, state }: DeclarationView): Left => ({
  id,
  unit,
  kind: 'declaration',
  title: content.scope.join(', '),
  number: content.number,
  on: content.on,
  dueOn: null,
  needsDay: false,
  isAsked: state !== 'withdrawn' && state !== 'replaced',
})

const leftProcedure = (row: EntityRow): Left => ({
  id: row.e,
  unit: field(row, 'unit', ''),
  kind: PROCEDURE,
  title: field(row, 'name', ''),
  number: field(row, 'code', ''),
  on: null,
  dueOn: null,
  needsDay: false,
  isAsked: isProcedureInUse(row),
})

async function readLeft(parts: RepositoryParts, units: readonly string[]): Promise<readonly Left[]> {
  const feeds = units.map((unit) => feedId(unit, 'pub'))
  const [requests, procedures, declarations] = await Promise.all([
    listCorrective(parts, units),
    rowsOfKindIn(parts.db, feeds, PROCEDURE),
    listDeclarations(parts, units),
  ])
  const lefts = [...requests.map(leftRequest), ...procedures.map(leftProcedure), ...declarations.map(leftDeclaration)]
  return lefts.filter(({ id }) => id !== '')
}

async function readDecisions(parts: RepositoryParts, units: readonly string[]): Promise<readonly InheritanceView[]> {
  const feeds = units.map((unit) => feedId(unit, 'pub'))
  const [rows, locate] = await Promise.all([rowsOfKindIn(parts.db, feeds, INHERITANCE), readLocations(parts.db)])
  const written = writtenBy(parts.identity(), locate)
  return rows.flatMap((row) => {
    const decision = inheritanceOf(row)
    return decision === null ? [] : [{ ...decision, ...written(row) }]
  })
}

const standings = ['disputed', 'pending', 'taken-over', 'ended'] as const

const pendingFirst = (a: InheritableView, b: InheritableView): number =>
  standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
  (a.from.id === b.from.id ? 0 : a.from.id < b.from.id ? -1 : 1) ||
  a.kind.localeCompare(b.kind) ||
  (a.id < b.id ? -1 : 1)

/** Everything of these units that is asked about, or about which somebody decided. */
export async function readInheritable(
  parts: RepositoryParts,
  formers: readonly Place[],
): Promise<readonly InheritableView[]> {
  if (formers.length === 0) return []
  const byId = new Map(formers.map((place) => [place.id, place]))
  const ids = [...byId.keys()]
  const deciders = [...new Set([...ids, ...ids.flatMap((id) => heirsOf(parts, id))])]
  const { db } = parts
  return readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [lefts, decided] = await Promise.all([readLeft(parts, ids), readDecisions(parts, deciders)])
    const views = lefts.flatMap(({ unit, isAsked, ...left }): readonly InheritableView[] => {
      const from = byId.get(unit)
      if (from === undefined) return []
      const own = decided.filter((one) => one.of === left.id && one.from === unit).toSorted((a, b) => b.at - a.at)
      if (!isAsked && own.length === 0) return []
      const heirs = heirsOf(parts, unit)
      return [{ ...left, from, heirs, proposed: proposedHeir(heirs), standing: standingOf(heirs, own), decisions: own }]
    })
    return views.toSorted(pendingFirst)
  })
}

export const formersOf = (parts: RepositoryParts, units: readonly string[]): readonly Place[] =>
  formerUnits(units, parts.identity().places)

export async function readOrigin(parts: RepositoryParts, unit: string, id: string): Promise<Origin | null> {
  const { db } = parts
  return readIn(db, [db.ent, db.meta, db.attention], async () => {
    const inheritance = (await readDecisions(parts, [unit])).find(({ to }) => to === id)
    if (inheritance === undefined) return null
    const row = await rowOf(db, feedId(inheritance.from, 'pub'), inheritance.of)
    const from = parts.identity().places.find((place) => place.id === inheritance.from) ?? null
    const number = row ? field(row, 'number', '') || field(row, 'code', '') : null
    return { inheritance, from, number }
  })
}
