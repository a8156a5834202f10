// What can be counted on the map of then or of now, each figure as records of units of whatever time. The two cohorts are
// known to the program and to the plans; open corrective actions are those on this device.
import { isOpenState } from '#domain/corrective-action/move.ts'
import type { UnitRecord } from '#domain/place/map-count.ts'
import { formerUnits } from '#domain/place/successor-places.ts'
import type { ScreenProps } from '#features/screen-props.ts'

export const mapFigures = ['plan-174', 'live-plan', 'corrective', 'units-2017'] as const
export type MapFigure = (typeof mapFigures)[number]

export const isMapFigure = (text: string | undefined): text is MapFigure =>
  (mapFigures as readonly (string | undefined)[]).includes(text)

const asRecords = (units: readonly string[]): readonly UnitRecord[] => units.map((unit) => ({ unit }))

export async function recordsOf(
  figure: MapFigure,
  { store, person }: Pick<ScreenProps, 'store' | 'person'>,
): Promise<readonly UnitRecord[]> {
  if (figure === 'plan-174') {
    const { plan174Cohort } = await import('#domain/place/plan-174-cohort.ts')
    return asRecords(plan174Cohort().map(({ id }) => id))
  }
  if (figure === 'units-2017') {
    const { langSon2017Units } = await import('#domain/place/lang-son-2017.ts')
    return asRecords(langSon2017Units().map(({ id }) => id))
  }
  if (figure === 'live-plan') {
    const plans = await store.pilot.plans()
    return asRecords([...new Set(plans.filter(({ state }) => state === 'live').flatMap(({ cohort }) => cohort))])
  }
  const own = person.communes.map(({ id }) => id)
  const units = [...own, ...formerUnits(own, store.identity.places).map(({ id }) => id)]
  const requests = await store.corrective.list(units)
  return asRecords(requests.filter(({ course }) => isOpenState(course.state)).map(({ unit }) => unit))
}
