/**
 * What a new filling, or a new instance, holds before anybody answered: defaults, the beginning, who fills it in. It is
 * stored with the first gesture, because a filling that is opened again gets no defaults (FRM-14). What is calculated is
 * calculated again, unless the form says that it stays as it first came out.
 */
import { isQuestion, type Question } from '../form/form.ts'
import type { IndexedNode } from '../form/form-index.ts'
import type { FormSession } from '../session/form-session.ts'
import { pathOf } from './progress.ts'

export interface FirstAnswer {
  readonly path: string
  readonly value: string
}

/** Whether a calculation keeps what it came to, so that it has to be stored. */
export const keepsItsResult = ({ calculation }: Question): boolean =>
  calculation !== undefined && /\bonce\s*\(/.test(calculation)

/** Of everything below `below`, or of the whole filling. Rule FIL-7. */
export function firstAnswers(
  session: FormSession,
  definitions: ReadonlyMap<string, IndexedNode>,
  below = '',
): readonly FirstAnswer[] {
  return session.refs().flatMap((ref) => {
    const node = ref.startsWith(`${below}/`) ? definitions.get(pathOf(ref))?.node : undefined
    if (node === undefined || !isQuestion(node)) return []
    const value = session.state(ref)?.written ?? ''
    const isStored = node.calculation === undefined || keepsItsResult(node)
    return isStored && value !== '' ? [{ path: ref, value }] : []
  })
}
