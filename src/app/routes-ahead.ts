// The way to a screen for a start that has not fetched the table of all screens. The table names some ninety chunks that
// hardly compress, and a cold start at "/" needs one of them.
import type { RouteMatch } from './route.ts'
import type * as routeTable from './route-table.ts'
import { marked, route, type ScreenRoute } from './screen-route.ts'

export const todayRoute = route(
  '/',
  async () => (await import('#features/today/today-screen.tsx')).TodayScreen,
  undefined,
  'today',
)

type RouteTable = typeof routeTable

let table: Promise<RouteTable> | undefined
let atHand: RouteTable | undefined

/** The whole table, fetched once. A failed fetch is tried again by the next who asks. */
export function fetchTable(): Promise<RouteTable> {
  table ??= marked(import('./route-table.ts').then((fetched) => (atHand = fetched)))
  table.catch(() => {
    table = undefined
  })
  return table
}

/** Undefined until somebody fetched it. */
export const tableAtHand = (): RouteTable | undefined => atHand

export async function routeAt(path: string): Promise<RouteMatch<ScreenRoute> | undefined> {
  return path === '/' ? { route: todayRoute, params: {} } : (await fetchTable()).routeOf(path)
}
