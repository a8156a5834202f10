// In which kinds of place a role makes sense: a chairman has a commune, somebody who follows an area has an area. The
// endpoint would take any; a slip of the hand is told before it is sent.
import type { Role } from '#domain/access/role.ts'
import { standsOn } from '#domain/place/standing.ts'
import type { Place } from '#data/contract/store-contract.ts'

const anyPlace: readonly Place['kind'][] = ['commune', 'area', 'province']
const provinceOnly: readonly Place['kind'][] = ['province']
const communeOnly: readonly Place['kind'][] = ['commune']

const kindsOf: Readonly<Record<Role, readonly Place['kind'][]>> = {
  chairman: communeOnly,
  'vice-chairman': communeOnly,
  'iso-secretary': communeOnly,
  'internal-auditor': communeOnly,
  'professional-officer': communeOnly,
  'area-monitor': ['area'],
  consultant: anyPlace,
  'provincial-department': provinceOnly,
  'inspection-team': anyPlace,
  'provincial-leadership': provinceOnly,
  ministry: provinceOnly,
  administrator: ['province', 'area', 'commune'],
}

export const fitsRole = (role: Role, kind: Place['kind']): boolean => kindsOf[role].includes(kind)

/** Places where the role can be given today, units that are gone left out, in the order of their names. */
export function placesForRole(places: readonly Place[], role: Role, today: string): readonly Place[] {
  return places
    .filter((place) => fitsRole(role, place.kind) && standsOn(place, today))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** `Xã Hòa Bình, Địa bàn Bình Gia`: names repeat inside one province. */
export function placeLabel(place: Place, byId: ReadonlyMap<string, Place>): string {
  const parent = place.kind === 'commune' && place.parent !== null ? byId.get(place.parent) : undefined
  return parent ? `${place.name}, ${parent.name}` : place.name
}
