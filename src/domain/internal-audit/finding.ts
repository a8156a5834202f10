/**
 * What an auditor found: the facts, the requirement they miss and the evidence. Grades follow the practice of
 * Vietnamese offices; the default due days are a proposal of this project that the plan of an audit may change.
 */
import { addDays, type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'

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

/** The first day a finding may be due: the audit's, or today where that is still to come or names no day. Rule AUD-23. */
export const foundOn = ({ date }: WrittenDate, today: LocalDate): LocalDate =>
  date !== null && date < today ? date : today

/** What a form asks of a finding. Sealed reports of before say less of what is missed, and are not asked for it. */
type Asked = Pick<Finding, 'grade' | 'facts' | 'dueOn'> & Partial<Pick<Finding, 'clause' | 'requirement'>>

const isBlank = (text: string | undefined): boolean => text !== undefined && !hasText(text)

function dueProblems({ dueOn }: Asked, since: LocalDate | null): readonly Problem[] {
  if (dueOn === null || isBlank(dueOn.text)) return []
  const day = parseWrittenDate(dueOn.text)
  if (!day.ok) return [{ code: day.error, params: { text: dueOn.text } }]
  return since !== null && day.value < since ? [{ code: 'corrective.due-before-issue' }] : []
}

/** Every problem of a finding, in the order of the form; `since` is the day it was found. Rules AUD-2, AUD-23 and AUD-24. */
export function findingProblems(finding: Asked, since: LocalDate | null = null): readonly Problem[] {
  const { grade, facts, clause, requirement } = finding
  const problems: Problem[] = []
  if (grade === null) problems.push({ code: 'finding.grade-missing' })
  if (isBlank(facts)) problems.push({ code: 'finding.facts-missing' })
  if (isNonconformity(grade) && isBlank(clause) && isBlank(requirement))
    problems.push({ code: 'corrective.requirement-missing' })
  return [...problems, ...dueProblems(finding, since)]
}

/** The finding, or its first problem. Rules AUD-2, AUD-23 and AUD-24. */
export function checkFinding(finding: Finding, since: LocalDate | null = null): Result<Finding, Problem> {
  const [first] = findingProblems(finding, since)
  return first ? err(first) : ok(finding)
}
