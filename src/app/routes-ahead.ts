// The way to a screen for a start that has not fetched the table of all screens. The table names some ninety chunks that
// hardly compress, and a cold start at "/" needs one of them.
import { type RouteMatch, route, type ScreenRoute, findRoute, marked } from './route.ts'

export const todayRoute = route(
  '/',
  async () => (await import('#features/today/today-screen.tsx')).TodayScreen,
  undefined,
  'today',
)

let table: Promise<readonly ScreenRoute[]> | undefined

/** The whole table, fetched once. A failed fetch is tried again by the next who asks. */
export function fetchRoutes(): Promise<readonly ScreenRoute[]> {
  table ??= marked(import('./routes.tsx').then(({ routes }) => routes))
  table.catch(() => {
    table = undefined
  })
  return table
}

export async function routeAt(path: string): Promise<RouteMatch<ScreenRoute> | undefined> {
  return path === '/' ? { route: todayRoute, params: {} } : findRoute(await fetchRoutes(), path)
}
