/**
 * What the auditee answered: the words of a finding by their hash, so that an answer never speaks for words that were
 * written after it. An answer of before has no hash and counts as it did.
 */
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import type { Finding } from './finding.ts'

/** Everything of a finding that is read out to the auditee. */
type Words = Pick<Finding, 'grade' | 'clause' | 'facts' | 'requirement' | 'objectiveEvidence' | 'department' | 'dueOn'>

/** The words in one form, the same on every device. Rule AUD-30. */
export const findingWords = (finding: Words): string => {
  const { grade, clause, facts, requirement, objectiveEvidence, department, dueOn } = finding
  return canonicalJson({
    grade,
    clause,
    facts,
    requirement,
    objectiveEvidence,
    department,
    dueOn: dueOn?.text ?? '',
  })
}

/** What the hash of an answer is taken over. Rule AUD-30. */
export const findingBytes = (finding: Words): Uint8Array => utf8Bytes(findingWords(finding))

/** Null for an answer of before; `now` is the hash of the finding as it stands. Rule AUD-30. */
export const isOfOldWords = (answered: string | null, now: string): boolean => answered !== null && answered !== now
