/**
 * Which answers of a form call for an improvement. A form knows no scale of its own accord, so it says so: by the
 * conformity scale, or by a column `gap` beside its choices; whatever was found to be other calls for one anyway.
 */
import { chosenNames, type Form, isChoosing, type Question } from '../form/form.ts'
import { isConformity } from '../session/node-state.ts'
import type { FilledAnswer } from './filling-content.ts'
import { type FillingVerification, isOther } from './filling-verification.ts'

function isOwnGap({ lists }: Pick<Form, 'lists'>, question: Question, value: string): boolean {
  if (!isChoosing(question.kind)) return false
  const chosen = chosenNames(question.kind, value)
  if (isConformity(question.appearance)) return chosen.includes('0') || chosen.includes('1')
  const choices = lists[question.list ?? '']?.choices ?? []
  return choices.some(({ name, columns }) => chosen.includes(name) && /^(yes|true)$/i.test(columns['gap'] ?? ''))
}

/** `question` is undefined where this device has no such form. Rule FIL-16. */
export function fillingGap(
  form: Pick<Form, 'lists'> | undefined,
  question: Question | undefined,
  { value }: Pick<FilledAnswer, 'value'>,
  found: FillingVerification | undefined,
): 'own' | 'verified' | null {
  if (isOther(found)) return 'verified'
  return form !== undefined && question !== undefined && isOwnGap(form, question, value) ? 'own' : null
}
