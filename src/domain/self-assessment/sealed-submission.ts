/**
 * Whether a submission is complete by what it says itself: asked where it arrives, of contents that any program may have
 * sealed. The questions are those it lists: an instrument of a later version is not known here.
 */
import { type JsonObject, listAt, textAt } from '#domain/kernel/json-reading.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'

/** A level of a later version is an answer. */
const isOpen = (answer: JsonObject): boolean =>
  (answer['score'] ?? null) === null || (answer['score'] === 'na' && !hasText(textAt(answer, 'reason')))

/** Rules SA-1 and SA-7. Params: `missing` questions. */
export function sealedSubmissionProblem(content: JsonObject): Problem | null {
  const missing = listAt(content, 'answers').filter(isOpen).length
  return missing === 0 ? null : { code: 'assessment.incomplete', params: { missing } }
}
