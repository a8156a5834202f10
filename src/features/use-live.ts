// The one way a screen reads the local store: a live query that runs again after every commit that touched what it
// read. Dexie's hook keeps showing the old result while new dependencies are on their way, which would put one
// question's answer under the next question; here a result counts only for the dependencies it was asked with.
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'

/** Undefined while the first result is on its way. A failing query is thrown to the nearest error boundary. */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  // oxlint-disable-next-line react/exhaustive-deps -- the caller names what the query depends on
  const asked = useMemo(() => ({}), deps)
  const answer = useLiveQuery(async () => ({ asked, value: await query() }), [asked])
  return answer?.asked === asked ? answer.value : undefined
}
