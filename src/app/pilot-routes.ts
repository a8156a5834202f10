// The addresses of the pilot's cockpit: plans, views over many communes, visits, units in time, the first day and the
// country. Apart from the others so that no table grows beyond what one reads at a glance.
import type { Workplace } from '#features/screen-props.ts'
import { route, type ScreenRoute } from './screen-route.ts'

const plans: readonly ScreenRoute[] = [
  route('/plans/new', async () => (await import('#features/plans/new-plan-screen.tsx')).NewPlanScreen, ['province']),
  route('/plans/:id/edit', async () => (await import('#features/plans/edit-plan-screen.tsx')).EditPlanScreen, [
    'province',
  ]),
  route('/plans/:id', async () => (await import('#features/plans/plan-screen.tsx')).PlanScreen),
]

const following: readonly Workplace[] = ['monitor', 'province']

const cockpit: readonly ScreenRoute[] = [
  route('/cockpit', async () => (await import('#features/cockpit/cockpit-screen.tsx')).CockpitScreen, following),
  route('/cockpit/board', async () => (await import('#features/cockpit/board-screen.tsx')).BoardScreen, following),
  route('/cockpit/heat', async () => (await import('#features/cockpit/heat-screen.tsx')).HeatScreen, following),
  route(
    '/cockpit/timeline',
    async () => (await import('#features/cockpit/timeline-screen.tsx')).TimelineScreen,
    following,
  ),
]

const fieldVisits: readonly ScreenRoute[] = [
  route('/visits/day', async () => (await import('#features/visits/day-screen.tsx')).DayScreen, following),
  route('/visits/:unit/:id', async () => (await import('#features/visits/visit-page-screen.tsx')).VisitPageScreen),
]

const unitsInTime: readonly ScreenRoute[] = [
  route(
    '/units/map',
    async () => (await import('#features/units/unit-map-screen.tsx')).UnitMapScreen,
    undefined,
    'units',
  ),
  route('/units/:id', async () => (await import('#features/units/unit-screen.tsx')).UnitScreen, undefined, 'units'),
  route(
    '/mergers',
    async () => (await import('#features/mergers/mergers-screen.tsx')).MergersScreen,
    ['commune', 'monitor', 'province'],
    'mergers',
  ),
  route(
    '/mergers/:unit/:record',
    async () => (await import('#features/mergers/merger-screen.tsx')).MergerScreen,
    ['commune', 'monitor', 'province'],
    'mergers',
  ),
]

const firstDay: readonly ScreenRoute[] = [
  route('/first-day', async () => (await import('#features/first-day/first-day-screen.tsx')).FirstDayScreen, [
    'commune',
  ]),
  route('/first-day/profile', async () => (await import('#features/first-day/profile-screen.tsx')).ProfileScreen, [
    'commune',
  ]),
  route('/first-day/contacts', async () => (await import('#features/first-day/contacts-screen.tsx')).ContactsScreen, [
    'commune',
  ]),
  route(
    '/first-day/progress',
    async () => (await import('#features/first-day/past-progress-screen.tsx')).PastProgressScreen,
    ['commune'],
  ),
  route('/rehearsal', async () => (await import('#features/first-day/rehearsal-screen.tsx')).RehearsalScreen),
  route('/procedures', async () => (await import('#features/procedures/procedures-screen.tsx')).ProceduresScreen),
  route(
    '/procedures/:unit/import',
    async () => (await import('#features/procedures/import-procedures-screen.tsx')).ImportProceduresScreen,
  ),
  route(
    '/procedures/:unit/:id',
    async () => (await import('#features/procedures/procedure-screen.tsx')).ProcedureScreen,
  ),
]

const obstaclesAndCountry: readonly ScreenRoute[] = [
  route('/obstacles', async () => (await import('#features/obstacles/obstacles-screen.tsx')).ObstaclesScreen),
  route('/obstacles/new', async () => (await import('#features/obstacles/new-obstacle-screen.tsx')).NewObstacleScreen),
  route('/obstacles/:unit/:id', async () => (await import('#features/obstacles/obstacle-screen.tsx')).ObstacleScreen),
  route('/country', async () => (await import('#features/country/country-screen.tsx')).CountryScreen, ['province']),
]

export const pilotRoutes: readonly ScreenRoute[] = [
  ...plans,
  ...cockpit,
  ...fieldVisits,
  ...unitsInTime,
  ...firstDay,
  ...obstaclesAndCountry,
]
