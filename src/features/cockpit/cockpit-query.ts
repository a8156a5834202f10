// Which part of the cockpit a person asked for, as it stands in the address, and the view narrowed to it. Pure.
import type { AreaRollUp, CockpitView, CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import type { RollUp } from '#domain/reporting/roll-up.ts'

export interface CockpitQuery {
  readonly plan: string | null
  readonly area: string | null
  /** The drawing, or the same in words and columns. */
  readonly form: 'drawing' | 'table'
}

export const readCockpitQuery = (params: URLSearchParams): CockpitQuery => ({
  plan: params.get('plan'),
  area: params.get('area'),
  form: params.get('as') === 'table' ? 'table' : 'drawing',
})

export interface CommuneGroup {
  readonly area: Place | null
  readonly communes: readonly CommuneCockpit[]
}

/** The view of one area, or of all. */
export interface ChosenView extends CockpitView {
  /** Null while all areas are shown, or where the address names an area that is not there. */
  readonly chosenArea: Place | null
  /** Of what is chosen. */
  readonly figures: RollUp
  readonly groups: readonly CommuneGroup[]
}

const idOf = (area: Place | null): string => area?.id ?? ''

/** Rule CKP-2. */
export function chooseArea(view: CockpitView, areaId: string | null): ChosenView {
  const chosen = view.areas.find(({ area }) => area !== null && area.id === areaId)
  const communes = chosen ? view.communes.filter(({ area }) => area?.id === areaId) : view.communes
  return {
    ...view,
    communes,
    chosenArea: chosen?.area ?? null,
    figures: chosen?.figures ?? view.total,
    groups: groupByArea(communes),
  }
}

/** In the order of the communes. */
function groupByArea(communes: readonly CommuneCockpit[]): readonly CommuneGroup[] {
  const groups = new Map<string, CommuneCockpit[]>()
  for (const commune of communes) {
    const group = groups.get(idOf(commune.area))
    if (group) group.push(commune)
    else groups.set(idOf(commune.area), [commune])
  }
  return [...groups.values()].map((group) => ({ area: group[0]?.area ?? null, communes: group }))
}

/** The areas one can choose from. */
export const areasToChoose = (areas: readonly AreaRollUp[]): readonly Place[] =>
  areas.flatMap(({ area }) => (area === null ? [] : [area]))
