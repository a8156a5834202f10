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
  /** Where the bar has no entry that holds the address: the addresses it is opened from, the nearest first. */
  readonly openedFrom?: readonly string[]
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
