// Who is in front of the screen, computed from what sign-in stored on the device: it needs no network, and the endpoint
// computes the same from the same grants. Several grants are summed; the workplace is that of the widest duty.
import { mayWriteKind, type PlaceTree } from '#domain/access/feed-access.ts'
import { createPlaceTree } from '#domain/access/place-tree.ts'
import { type Grant, isActive, type Role } from '#domain/access/role.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { standsOn } from '#domain/place/standing.ts'
import type { Place, StoredIdentity } from '#data/contract/store-contract.ts'
import type { Person, Workplace } from '#features/screen-props.ts'

const workplaceByRole: Readonly<Record<Role, Workplace>> = {
  chairman: 'commune',
  'vice-chairman': 'commune',
  'iso-secretary': 'commune',
  'internal-auditor': 'commune',
  'professional-officer': 'commune',
  'area-monitor': 'monitor',
  consultant: 'monitor',
  'provincial-department': 'province',
  'inspection-team': 'province',
  'provincial-leadership': 'province',
  ministry: 'province',
  administrator: 'administration',
}

const widestFirst: readonly Workplace[] = ['province', 'monitor', 'commune', 'administration']

/** The tree of the places that came with the identity. */
export const placeTreeOf = (places: readonly Place[]): PlaceTree => createPlaceTree(places)

/** Nobody is given a role this long before it begins, in days. */
const GIVEN_AHEAD_DAYS = 60

/** A device that stands long before all the person's roles has a wrong clock (a flat battery's 2015); it takes no work away. */
function believedDay(grants: readonly Grant[], deviceDay: LocalDate): LocalDate {
  const [first] = grants.map(({ from }) => from).sort()
  return first !== undefined && first > addDays(deviceDay, GIVEN_AHEAD_DAYS) ? first : deviceDay
}

/** Undefined where no grant is active on that day: such a person sees nothing and is told so. */
export function personOf(identity: StoredIdentity, deviceDay: LocalDate): Person | undefined {
  const today = believedDay(identity.grants, deviceDay)
  const grants = identity.grants.filter((grant) => isActive(grant, today))
  const workplace = widestFirst.find((one) => grants.some((grant) => workplaceByRole[grant.role] === one))
  const main = grants.find((grant) => workplaceByRole[grant.role] === workplace)
  const place = identity.places.find((one) => one.id === main?.scope)
  if (workplace === undefined || place === undefined) return undefined
  const tree = placeTreeOf(identity.places)
  const inScope = new Set(grants.flatMap((grant) => tree.communesIn(grant.scope)))
  return {
    workplace,
    roles: [...new Set(grants.map((grant) => grant.role))],
    place,
    communes: identity.places.filter((one) => inScope.has(one.id) && standsOn(one, today)),
    may: (kind, feed, type) => mayWriteKind(grants, kind, feed, tree, today, type),
  }
}
