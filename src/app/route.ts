// Which route an address leads to, and who has a screen. Asked for with the table of all screens, so that a start at "/"
// carries none of it.
import type { Person, Workplace } from '#features/screen-props.ts'

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The parameters of an address, or undefined where the pattern does not fit. A trailing slash does not matter. */
export function matchPath(pattern: string, address: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern, address].map((path) => path.split('/').filter(Boolean))
  if (!wanted || !given || wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const found = decode(given[at] ?? '')
    if (part.startsWith(':')) params[part.slice(1)] = found
    else if (part !== found) return undefined
  }
  return params
}

export interface RouteMatch<R> {
  readonly route: R
  readonly params: Readonly<Record<string, string>>
}

/** The first route that fits; the table lists fixed words before parameters. */
export function findRoute<R extends { readonly path: string }>(
  routes: readonly R[],
  address: string,
): RouteMatch<R> | undefined {
  for (const candidate of routes) {
    const params = matchPath(candidate.path, address)
    if (params) return { route: candidate, params }
  }
  return undefined
}

/** Whoever administers beside another duty works in that one's place, and administers all the same. */
export const isOf = (
  { workplace, roles }: Pick<Person, 'workplace' | 'roles'>,
  workplaces: readonly Workplace[] | undefined,
): boolean =>
  workplaces === undefined ||
  workplaces.includes(workplace) ||
  (roles.includes('administrator') && workplaces.includes('administration'))
