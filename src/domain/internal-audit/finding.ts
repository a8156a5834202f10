/**
 * What an auditor found: the facts, the requirement they miss and the evidence. Grades follow the practice of
 * Vietnamese offices; the default due days are a proposal of this project that the plan of an audit may change.
 */
import { addDays, type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'

/** The last one is no shortcoming: something that conforms especially well. */
export type FindingGrade = 'major' | 'minor' | 'observation' | 'opportunity' | 'strength'

/** Heaviest first. */
export const findingGrades: readonly FindingGrade[] = ['major', 'minor', 'observation', 'opportunity', 'strength']

export interface Finding {
  readonly id: string
  /** See `localNumber`. */
  readonly number: string
  /** Id of the audit. */
  readonly audit: string
  /** Id of the checklist item it came from, or null. */
  readonly item: string | null
  /** Null in a draft. */
  readonly grade: FindingGrade | null
  /** Clause of the standard. */
  readonly clause: string
  readonly facts: string
  /** The requirement that is missed: clause, document or law. */
  readonly requirement: string
  readonly objectiveEvidence: string
  readonly department: string
  readonly dueOn: WrittenDate | null
}

const dueDays: Readonly<Record<FindingGrade, number | null>> = {
  major: 15,
  minor: 30,
  observation: null,
  opportunity: null,
  strength: null,
}

/** Calendar days to the default due date; null where there is none. Rule AUD-3. */
export const defaultDueDays = (grade: FindingGrade): number | null => dueDays[grade]

/** Rule AUD-3. */
export function defaultDueOn(grade: FindingGrade, foundOn: LocalDate): LocalDate | null {
  const days = defaultDueDays(grade)
  return days === null ? null : addDays(foundOn, days)
}

/** True for the grades that call for a corrective action. Rule AUD-15. */
export const isNonconformity = (grade: FindingGrade | null): boolean => grade === 'major' || grade === 'minor'

/** Every problem of a finding, in the order of the form. Rule AUD-2. */
export function findingProblems(finding: Pick<Finding, 'grade' | 'facts' | 'dueOn'>): readonly Problem[] {
  const problems: Problem[] = []
  if (finding.grade === null) problems.push({ code: 'finding.grade-missing' })
  if (finding.facts.trim() === '') problems.push({ code: 'finding.facts-missing' })
  const dueOn = finding.dueOn === null || finding.dueOn.text.trim() === '' ? null : parseWrittenDate(finding.dueOn.text)
  if (dueOn && !dueOn.ok) problems.push({ code: dueOn.error, params: { text: finding.dueOn?.text ?? '' } })
  return problems
}

/** The finding, or its first problem. Rule AUD-2. */
export function checkFinding(finding: Finding): Result<Finding, Problem> {
  const [first] = findingProblems(finding)
  return first ? err(first) : ok(finding)
}
