/**
 * How far a filling is: what of a draft is shown upward, and nothing else (decision D4). Counted are the questions that
 * a person can answer now; one that is not relevant asks for nothing.
 */
import { isQuestion, isShown, type FormNode } from '../form/form.ts'
import type { IndexedNode } from '../form/form-index.ts'
import type { FormSession } from '../session/form-session.ts'
import type { NodeState } from '../session/node-state.ts'

export interface FillingProgress {
  readonly answered: number
  readonly total: number
}

export type Standing = 'not-asked' | 'open' | 'answered' | 'wrong'

/** Whether a person answers this node at all, whatever the filling says. */
const isAnswerable = (node: FormNode): boolean => isQuestion(node) && isShown(node) && node.kind !== 'note'

/** Where one question stands. Rule FIL-1. */
export function standingOf(node: FormNode, state: NodeState): Standing {
  if (!isAnswerable(node) || !state.relevant || state.readOnly) return 'not-asked'
  if (state.problem !== null && state.problem.kind !== 'required') return 'wrong'
  return state.value === '' ? 'open' : 'answered'
}

/** The definition's path of a reference: a reference is a path with the keys of its instances. */
export const pathOf = (ref: string): string => ref.replace(/\[[^\]]+\]/g, '')

export function progressOf(session: FormSession, definitions: ReadonlyMap<string, IndexedNode>): FillingProgress {
  const standings = session.refs().map((ref) => {
    const [node, state] = [definitions.get(pathOf(ref))?.node, session.state(ref)]
    return node === undefined || state === undefined ? 'not-asked' : standingOf(node, state)
  })
  const asked = standings.filter((standing) => standing !== 'not-asked')
  return { answered: asked.filter((standing) => standing === 'answered').length, total: asked.length }
}
