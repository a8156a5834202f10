/**
 * Enacts a merger or a division of units (decision D16, END-34): the old units get their last day and their successors,
 * new ones are opened, and whoever had a right in a unit with one successor has it there from that day on. Feeds need
 * nothing: what is frozen and who reads it follows from the places.
 */
import { mayAdminister } from '#domain/access/office-rights.ts'
import type { Grant } from '#domain/access/role.ts'
import { addDays, isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import type { UnitChange } from '#server/store/store-contract.ts'
import type { Caller } from './caller.ts'
import type { Office } from './change-grants.ts'

/** A unit that stands in the place of others; `parent` and the words are needed only where it is new. */
interface Successor {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly parent: string
}

export interface WantedUnitChange {
  readonly predecessors: readonly string[]
  readonly successors: readonly Successor[]
  /** First day of the new order. */
  readonly on: string
}

const UNIT_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/
const MOST_UNITS = 50

interface Draft {
  readonly on: LocalDate
  readonly old: readonly WirePlace[]
  readonly opened: readonly WirePlace[]
  readonly successors: readonly string[]
}

function isOpenCommune(place: WirePlace | undefined): place is WirePlace {
  return place !== undefined && place.kind === 'commune' && place.until === undefined
}

/** Undefined where the change names what is not there, what is gone already, or the same unit on both sides. */
function draftOf({ directory }: Office, { predecessors, successors, on }: WantedUnitChange): Draft | undefined {
  const byId = new Map(directory.places.map((place) => [place.id, place]))
  const old = predecessors.map((id) => byId.get(id)).filter(isOpenCommune)
  const opened = successors.filter(({ id }) => !byId.has(id))
  const isParent = ({ id, parent }: Successor): boolean =>
    UNIT_ID.test(id) && (byId.get(parent)?.kind ?? 'commune') !== 'commune'
  const isClear =
    isLocalDate(on) &&
    old.length === predecessors.length &&
    old.length > 0 &&
    successors.length > 0 &&
    predecessors.length + successors.length <= MOST_UNITS &&
    new Set([...predecessors, ...successors.map(({ id }) => id)]).size === predecessors.length + successors.length &&
    opened.every(isParent) &&
    successors.every(({ id }) => !byId.has(id) || isOpenCommune(byId.get(id)))
  if (!isClear) return undefined
  const places = opened.map((unit): WirePlace => ({ ...unit, kind: 'commune', from: on }))
  return { on, old, opened: places, successors: successors.map(({ id }) => id) }
}

/** Rights that reach over the day: they end in the old unit, and go on in the new one where there is just one. */
function grantsAfter(grants: readonly Grant[], { on, old, successors }: Draft): readonly Grant[] {
  const ids = new Set(old.map(({ id }) => id))
  const last = addDays(on, -1)
  const [heir] = successors.length === 1 ? successors : []
  return grants
    .filter(({ scope, to }) => ids.has(scope) && (to === null || to >= on))
    .flatMap((grant): readonly Grant[] => {
      const ended = grant.from <= last ? { ...grant, to: last } : { ...grant, to: addDays(grant.from, -1) }
      const goesOn = heir === undefined ? [] : [{ ...grant, scope: heir, from: grant.from > on ? grant.from : on }]
      return [ended, ...goesOn]
    })
}

function changeOf(draft: Draft, grants: readonly Grant[]): UnitChange {
  const { on, old, opened, successors } = draft
  // Successors are kept as successions, not with the place.
  const closed = old.map(({ successors: _none, ...place }) => ({ ...place, until: addDays(on, -1) }))
  const successions = old.flatMap(({ id }) =>
    successors.map((successor) => ({ predecessor: id, successor, since: on })),
  )
  return { places: [...closed, ...opened], successions, grants: grantsAfter(grants, draft) }
}

export async function changeUnits(
  office: Office,
  caller: Caller,
  wanted: WantedUnitChange,
): Promise<Result<null, Problem>> {
  const { store, directory } = office
  const touched = [...wanted.predecessors, ...wanted.successors.map(({ id, parent }) => (parent === '' ? id : parent))]
  const isOurs = touched.every((place) => mayAdminister(caller.grants, directory, caller.today, place))
  if (!isOurs || !mayAdminister(caller.grants, directory, caller.today)) return err({ code: 'access.forbidden' })
  const draft = draftOf(office, wanted)
  if (!draft) return err({ code: 'request.malformed' })
  await store.saveUnitChange(changeOf(draft, await store.grants()))
  return ok(null)
}
