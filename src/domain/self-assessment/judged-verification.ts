/**
 * What was found about an answer, judged where it arrives: by the sealed content it is about, which may be of a form, of
 * another version, or not there yet. Every version asks for the same: whoever finds something else says why.
 */
import { type JsonObject, listAt } from '#domain/kernel/json-reading.ts'

/** Whether a level needs a reason; `content` is null while it is not known, and then it needs none. Rules SA-10 and FIL-12. */
export function needsReason(level: unknown, question: string, content: JsonObject | null): boolean {
  if (level === 'other') return true
  if (typeof level !== 'number' && level !== 'na') return false
  if (content === null || !Array.isArray(content['answers'])) return false
  const own = listAt(content, 'answers').find(({ questionId }) => questionId === question)
  return level !== (own?.['score'] ?? null)
}

/** Whether a decision may follow the one that its author knew of: only sending back, and only after closing. Rule SA-11. */
export const mayFollow = (known: unknown, decision: unknown): boolean => known === 'closed' && decision === 'reopened'

export const isDecision = (state: unknown): boolean => state === 'closed' || state === 'reopened'
