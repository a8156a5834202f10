// Which published findings are shown, as it stands in the address, and in which order: overdue first, then by weight.
import type { FindingView } from '#data/contract/internal-audit-contract.ts'
import { type FindingGrade, findingGrades, isNonconformity } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

export type PublishedFinding = FindingView & { readonly unitId: string }

export interface FindingQuery {
  readonly grade: FindingGrade | null
  readonly unit: string | null
  readonly overdueOnly: boolean
}

/** What the address does not say, or says wrongly, counts as "all". */
export const readFindingQuery = (params: URLSearchParams): FindingQuery => ({
  grade: findingGrades.find((grade) => grade === params.get('grade')) ?? null,
  unit: params.get('unit'),
  overdueOnly: params.get('due') === 'overdue',
})

/** Only a nonconformity has to be remedied by a day; a due date that names no day is never overdue. */
export const isOverdue = ({ grade, dueOn }: Pick<FindingView, 'grade' | 'dueOn'>, today: LocalDate): boolean =>
  isNonconformity(grade) && dueOn !== null && dueOn.date !== null && dueOn.date < today

export const filterFindings = (
  findings: readonly PublishedFinding[],
  { grade, unit, overdueOnly }: FindingQuery,
  today: LocalDate,
): readonly PublishedFinding[] =>
  findings.filter(
    (finding) =>
      (grade === null || finding.grade === grade) &&
      (unit === null || finding.unitId === unit) &&
      (!overdueOnly || isOverdue(finding, today)),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const weightOf = (grade: FindingGrade | null): number =>
  grade === null ? findingGrades.length : findingGrades.indexOf(grade)
const dueOf = ({ dueOn }: PublishedFinding): string => dueOn?.date ?? '9999'

/** Overdue first, then the heaviest grade, then the earliest day. */
export const sortFindings = (findings: readonly PublishedFinding[], today: LocalDate): readonly PublishedFinding[] =>
  findings.toSorted(
    (a, b) =>
      Number(isOverdue(b, today)) - Number(isOverdue(a, today)) ||
      weightOf(a.grade) - weightOf(b.grade) ||
      compare(dueOf(a), dueOf(b)) ||
      compare(a.number, b.number),
  )
