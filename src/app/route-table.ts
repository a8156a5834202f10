// What is asked of the table of all screens: the route of an address, the person's own screen there, and the entry of the bar
// it belongs to. A chunk with the table, so that a start at "/" carries none of it.
import type { Person } from '#features/screen-props.ts'
import { findRoute, isOf, type RouteMatch } from './route.ts'
import { routes } from './routes.tsx'
import type { ScreenRoute } from './screen-route.ts'
import { entriesByWorkplace, entryOver, type MainEntry, more } from './session/nav-entries.ts'

type Match = RouteMatch<ScreenRoute> | undefined

type Worker = Pick<Person, 'workplace' | 'roles'>

export const routeOf = (path: string): Match => findRoute(routes, path)

/** Undefined where there is no screen, or it is another workplace's. */
export function screenOf(path: string, person: Worker): Match {
  const found = routeOf(path)
  return found && isOf(person, found.route.workplaces) ? found : undefined
}

/**
 * The entry that holds the address, or else holds what the route says it is opened from; any other screen is reached from
 * `more`. Undefined where the person has no screen. Rule UI-5.
 */
export function entryOf(path: string, person: Worker): MainEntry | undefined {
  const screen = screenOf(path, person)?.route
  const entries = entriesByWorkplace[person.workplace]
  if (screen === undefined) return undefined
  return [path, ...(screen.openedFrom ?? [])].map((at) => entryOver(entries, at)).find(Boolean) ?? more
}
