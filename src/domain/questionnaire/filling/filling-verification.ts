/**
 * What happens to a form after it was handed in: whoever follows the commune goes through it question by question,
 * agrees or says what is wrong, and closes it or sends it back, by the same states as a self-assessment. A form asks
 * anything, so what was found is no level: it is "agreed" or "other", and "other" may name another value.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { FilledAnswer, FillingContent } from './filling-content.ts'

export interface FillingVerification {
  readonly level: 'agreed' | 'other' | null
  /** The value that was found instead, as it is written in the form; empty where none is named. */
  readonly value: string
  readonly reason: string
}

/** By the reference of the question; a missing entry is a question nobody verified. */
export type FillingVerifications = Readonly<Record<string, FillingVerification>>

export const noFillingVerification: FillingVerification = Object.freeze({ level: null, value: '', reason: '' })

/** The answers somebody is asked about: those a person gave. Rule FIL-11. */
export const verifiableAnswers = ({ answers }: Pick<FillingContent, 'answers'>): readonly FilledAnswer[] =>
  answers.filter(({ computed }) => computed !== true)

export const isFound = (found: FillingVerification | undefined): found is FillingVerification =>
  found !== undefined && found.level !== null

/** Whether the answer was not agreed to. Rule FIL-12. */
export const isOther = (found: FillingVerification | undefined): found is FillingVerification =>
  found?.level === 'other'

/** "Other" needs a reason; one that names the commune's own value is an agreement. Rule FIL-12. */
export function checkFillingVerification(
  own: Pick<FilledAnswer, 'value'>,
  { level, value, reason }: FillingVerification,
): Result<FillingVerification, Problem> {
  if (level === null) return ok(noFillingVerification)
  if (level === 'agreed' || (value !== '' && value === own.value)) return ok({ level: 'agreed', value: '', reason: '' })
  return !hasText(reason) ? err({ code: 'verification.reason-missing' }) : ok({ level, value, reason })
}

/** References of the answers by where their verification stands, in the order of the form. */
export function fillingVerificationCount(
  content: Pick<FillingContent, 'answers'>,
  verifications: FillingVerifications,
) {
  const asked = verifiableAnswers(content).map(({ path }) => path)
  const waiting = asked.filter((path) => !isFound(verifications[path]))
  return {
    total: asked.length,
    verified: asked.length - waiting.length,
    waiting,
    differing: asked.filter((path) => isOther(verifications[path])),
  }
}
