// What a route is: an address pattern, and the screen behind it as a chunk of its own. The type ties both together: a
// screen may only ask for parameters that its address has.
import { type ComponentType, createElement, use } from 'react'
import type { ScreenProps, Workplace } from '#features/screen-props.ts'

type ParamName<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

export type Query = Readonly<Record<string, string>>

type PropsAt<Path extends string> = ScreenProps & { readonly [Name in ParamName<Path>]: string } & {
  readonly query: Query
}

type RoutedProps = ScreenProps & { readonly query: Query } & Readonly<Record<string, unknown>>

export interface ScreenRoute {
  readonly path: string
  /** Workplaces that have this screen; undefined for all. The endpoint guards the data, this only spares an empty screen. */
  readonly workplaces: readonly Workplace[] | undefined
  /** Namespace that the first draw of the screen needs; fetched along with its code. */
  readonly words: string | undefined
  /** Fetches the chunk ahead of time. */
  readonly preload: () => Promise<unknown>
  /** Suspends until the chunk is there, and not at all where it was fetched before. */
  readonly Screen: ComponentType<RoutedProps>
}

type LoadScreen = () => Promise<ComponentType<RoutedProps>>

/** Leaves the marks that React reads on a promise: without them what is there is drawn as waiting first. */
export function marked<Value>(loading: Promise<Value>): Promise<Value> {
  const loaded: Promise<Value> = loading.then((value) => {
    void Object.assign(loaded, { status: 'fulfilled', value })
    return value
  })
  return loaded
}

/** What is drawn out of a chunk of its own, which may be fetched before it is asked for. */
export function fetchedAhead<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: Promise<ComponentType<Props>> | undefined
  const preload = () => (loaded ??= marked(load()))
  return { preload, Screen: (props: Props) => createElement(use(preload()), props) }
}

export const route = <Path extends string>(
  path: Path,
  load: () => Promise<ComponentType<PropsAt<Path>>>,
  workplaces?: readonly Workplace[],
  words?: string,
): ScreenRoute => ({ path, workplaces, words, ...fetchedAhead(load as unknown as LoadScreen) })

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
