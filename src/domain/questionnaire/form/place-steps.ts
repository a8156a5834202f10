/**
 * References of answers as their steps, and the node of a form that a reference names. Answers outlive the version they
 * were written under: so a reference says by itself whether its name was enough then, or its whole path is meant.
 */
import { type FormIndex, type IndexedNode, PLACE_MARK } from './form-index.ts'

export interface PlaceStep {
  readonly name: string
  /** Its path is meant, not its name. */
  readonly isMarked: boolean
  /** Of an instance. */
  readonly key: string | null
}

/** `/g/r[a]/q:` in its steps. */
export const placeSteps = (path: string): readonly PlaceStep[] =>
  Array.from(path.matchAll(/\/([^/[\]]+)(?:\[([^\]]*)\])?/g), ([, written = '', key]) => {
    const isMarked = written.endsWith(PLACE_MARK)
    return { name: isMarked ? written.slice(0, -1) : written, isMarked, key: key ?? null }
  })

/** The name of what was answered at a path. */
export const nameAt = (path: string): string => placeSteps(path).at(-1)?.name ?? ''

/**
 * What a form asks under these steps: a name that stood once where they were written, and stands once here, is found
 * wherever it is; any other only at the same path. Rules RVS-3 and RVS-11.
 */
export function nodeAtSteps(
  steps: readonly PlaceStep[],
  { byName, byPlace }: Pick<FormIndex, 'byName' | 'byPlace'>,
): IndexedNode | undefined {
  const last = steps.at(-1)
  const named = last === undefined || last.isMarked ? undefined : byName.get(last.name)
  return named ?? byPlace.get(steps.map(({ name }) => `/${name}`).join(''))
}

export const nodeAt = (path: string, index: Pick<FormIndex, 'byName' | 'byPlace'>): IndexedNode | undefined =>
  nodeAtSteps(placeSteps(path), index)
