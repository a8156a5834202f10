/**
 * What a form says of itself after it was verified: its notes that show figures, reckoned twice, once from what was
 * handed in and once with the found values in their place. A scorecard so gets its verified total by its own rules.
 */
import type { Clock } from '#domain/kernel/clock.ts'
import type { CompiledForm } from '../form/compile-form.ts'
import { isQuestion } from '../form/form.ts'
import type { IndexedNode } from '../form/form-index.ts'
import { FormSession } from '../session/form-session.ts'
import { definitionsOf, type FilledAnswer, type FillingContent } from './filling-content.ts'
import { type FillingVerifications, isOther } from './filling-verification.ts'
import { keepsItsResult } from './first-answers.ts'
import { pathOf } from './progress.ts'
import { type FillingAnswer, instanceMark, sessionAnswers } from './stored-answers.ts'

export interface VerifiedFigure {
  readonly ref: string
  /** The note's words with the figures of what was handed in, and with the verified ones. */
  readonly own: string
  readonly verified: string
}

/** `/g/r[a]/s[b]/q` stands in `/g/r[a]` and `/g/r[a]/s[b]`. */
const instancesAround = (path: string): readonly string[] =>
  Array.from(path.matchAll(/\]/g), ({ index }) => path.slice(0, index + 1))

function storedOf(answers: readonly FilledAnswer[], valueOf: (answer: FilledAnswer) => string) {
  const instances = Array.from(new Set(answers.flatMap(({ path }) => instancesAround(path))))
  const blank = { reason: '', note: '' }
  const marks = instances.map((path, at): FillingAnswer => ({ ...blank, path, value: instanceMark(at + 1) }))
  const given = answers.map(
    (answer): FillingAnswer => ({ ...blank, path: answer.path, value: valueOf(answer), reason: answer.reason ?? '' }),
  )
  return sessionAnswers([...marks, ...given])
}

/** What the form filled in once, by a default or from the device, and does not calculate anew. */
const isFixed = (definition: IndexedNode | undefined): boolean =>
  definition !== undefined &&
  isQuestion(definition.node) &&
  (definition.node.calculation === undefined || keepsItsResult(definition.node))

const hasFigures = (texts: Readonly<Record<string, string>>): boolean =>
  Object.values(texts).some((text) => text.includes('${'))

/** Rule FIL-15. */
export function verifiedFigures(
  compiled: CompiledForm,
  content: Pick<FillingContent, 'answers'>,
  verifications: FillingVerifications,
  options: { readonly clock: Clock; readonly language: string },
): readonly VerifiedFigure[] {
  const definitions = definitionsOf(compiled)
  const answers = content.answers.filter((one) => one.computed !== true || isFixed(definitions.get(pathOf(one.path))))
  const open = (valueOf: (answer: FilledAnswer) => string) =>
    new FormSession(compiled, { ...options, random: () => 0, stored: storedOf(answers, valueOf) })
  const own = open(({ value }) => value)
  const verified = open(({ path, value }) => {
    const found = verifications[path]
    return isOther(found) && found.value !== '' ? found.value : value
  })
  return own.refs().flatMap((ref) => {
    const node = definitions.get(pathOf(ref))?.node
    const [before, after] = [own.state(ref), verified.state(ref)]
    if (node?.kind !== 'note' || !hasFigures(node.label) || before?.relevant !== true) return []
    return [{ ref, own: before.label, verified: after?.label ?? before.label }]
  })
}
