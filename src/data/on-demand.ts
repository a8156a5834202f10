/**
 * Parts of the store whose code comes with their first use. The first screen of a cold start only reads a few lists;
 * everything that writes, and everything read on other screens, need not be fetched and evaluated before it is drawn.
 * The wait is a promise of Dexie's own, so that one live query goes on seeing what is read after it; several reads at
 * once in one live query still lost their transaction (decision 0006), so screens wait with `fetchRest` before they are
 * drawn. It always ends before a transaction begins, because an import inside one would end that transaction.
 */
import { Dexie } from 'dexie'

/** Runs work on the rest, at once where its code is there already. */
export type WithRest<Rest> = <T>(use: (rest: Rest) => PromiseLike<T>) => Promise<T>

/** A failed fetch is not remembered: the next use asks again. */
export function fetchedOnce<Rest>(fetchRest: () => Promise<Rest>): WithRest<Rest> {
  let rest: Rest | undefined
  let pending: Promise<Rest> | undefined
  const arrive = async (): Promise<Rest> => {
    try {
      rest = await fetchRest()
      return rest
    } finally {
      pending = undefined
    }
  }
  return async (use) => {
    if (rest !== undefined) return use(rest)
    pending ??= arrive()
    return Dexie.Promise.resolve(pending).then(use)
  }
}

/** Parameters of any method; both ends are typed by the contract. */
type Method = (...given: never[]) => PromiseLike<unknown>

/** The named methods of one part of the rest, under their own names. */
export function onDemand<Rest, Part extends keyof Rest, Name extends keyof Rest[Part]>(
  withRest: WithRest<Rest>,
  part: Part,
  names: readonly Name[],
): Pick<Rest[Part], Name> {
  const methods = names.map((name): [Name, Method] => [
    name,
    (...given) => withRest((rest) => (rest[part][name] as Method)(...given)),
  ])
  return Object.fromEntries(methods) as Pick<Rest[Part], Name>
}
