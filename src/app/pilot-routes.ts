// The addresses of the pilot's cockpit: plans, views over many communes, visits, units in time, the first day and the
// country. Apart from the others so that no table grows beyond what one reads at a glance.
import type { ScreenRoute } from './route.ts'

const plans: readonly ScreenRoute[] = []

const cockpit: readonly ScreenRoute[] = []

const fieldVisits: readonly ScreenRoute[] = []

const unitsInTime: readonly ScreenRoute[] = []

const firstDay: readonly ScreenRoute[] = []

const obstaclesAndCountry: readonly ScreenRoute[] = []

export const pilotRoutes: readonly ScreenRoute[] = [
  ...plans,
  ...cockpit,
  ...fieldVisits,
  ...unitsInTime,
  ...firstDay,
  ...obstaclesAndCountry,
]
