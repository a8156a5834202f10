/**
 * What a step must say by its own words (END-148). Steps are sealed as they come and never written over, so one without
 * its reason would stay without it. A word of a later version passes.
 */
import type { Op } from '#domain/change/op.ts'
import { checkDecision } from '#domain/audit-planning/approval.ts'
import { checkResponse } from '#domain/internal-audit/finding-response.ts'
import { findingGrades } from '#domain/internal-audit/finding.ts'
import { type JsonObject, oneOf, textAt, textsAt } from '#domain/kernel/json-reading.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { isSha256 } from '#domain/signature/signature.ts'

const isBlank = (text: string): boolean => !hasText(text)

/** Rules AUD-16 and AUD-17. */
function lacksInResponse(said: JsonObject): boolean {
  const isGraded = (said['grade'] ?? null) !== null
  const grade = isGraded ? (oneOf(findingGrades, said['grade']) ?? 'observation') : null
  const step = { agrees: said['agrees'] === true, grade, ...textsAt(said, 'words', 'name', 'post', 'on') }
  return !checkResponse(step, null).ok
}

const lacking: ReadonlyMap<string, (said: JsonObject) => boolean> = new Map([
  ['finding-response', lacksInResponse],
  // Rule AP-18.
  ['approval', (said) => said['decision'] === 'returned' && !checkDecision('returned', textAt(said, 'note')).ok],
  // Rule DEC-12.
  ['declaration-event', (said) => isBlank(textAt(said, 'reason'))],
  // Rule SGN-1.
  ['signature', (said) => [textAt(said, 'name'), textAt(said, 'post')].some(isBlank) || !isSha256(said['sha256'])],
])

/** A step without what its rules ask for. */
export function refusalOfStep({ k, f }: Op): ProblemCode | null {
  const said = Object.fromEntries(Object.entries(f).map(([name, [value]]) => [name, value]))
  return lacking.get(k)?.(said) === true ? 'judged.incomplete' : null
}
