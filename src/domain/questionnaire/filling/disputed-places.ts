/** Questions that two people answered differently, of those somebody is asked: nobody hands in over both. */
import type { FormSession } from '../session/form-session.ts'
import type { IndexedNode } from '../form/form-index.ts'
import { pathOf, standingOf } from './progress.ts'

type Given = readonly { readonly path: string; readonly hasConflict: boolean }[]

/** References in the order of the form. What the form filled in by itself is no disagreement between people. Rule FIL-22. */
export function disputedPlaces(
  answers: Given,
  session: FormSession,
  definitions: ReadonlyMap<string, IndexedNode>,
): readonly string[] {
  const disputed = new Set(answers.filter(({ hasConflict }) => hasConflict).map(({ path }) => path))
  return session.refs().filter((ref) => {
    const [node, state] = [definitions.get(pathOf(ref))?.node, session.state(ref)]
    return disputed.has(ref) && node !== undefined && state !== undefined && standingOf(node, state) !== 'not-asked'
  })
}
