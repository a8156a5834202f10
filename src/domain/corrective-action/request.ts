/**
 * The request itself: what is to be put right, against which requirement, and by when. It is written once; everything
 * that happens to it afterwards is a move.
 */
import { defaultDueOn, type FindingGrade, isNonconformity } from '#domain/internal-audit/finding.ts'
import { type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'

/** Where a request comes from. */
export type RequestSource =
  | 'internal-audit'
  | 'inspection'
  | 'complaint'
  | 'self-found'
  | 'management-review'
  | 'carried-over'

/** In the order of the form; `carried-over` is never chosen, it comes with the move that carries over. */
export const requestSources: readonly RequestSource[] = [
  'internal-audit',
  'inspection',
  'complaint',
  'self-found',
  'management-review',
  'carried-over',
]

/** What a request says, before it has a number. */
export interface RequestContent {
  readonly unit: string
  readonly source: RequestSource
  /** Id of the finding, shortcoming, decision or request it comes from. */
  readonly of: string | null
  readonly grade: FindingGrade | null
  readonly clause: string
  readonly department: string
  readonly description: string
  readonly requirement: string
  /** Dossiers and papers in words. */
  readonly evidence: string
  readonly dueOn: WrittenDate | null
  /** Id of the inspection, where it comes from one. */
  readonly inspection: string | null
}

function dueProblems({ grade, dueOn }: RequestContent, issuedOn: LocalDate): readonly Problem[] {
  if (dueOn === null || !hasText(dueOn.text)) return isNonconformity(grade) ? [{ code: 'corrective.due-missing' }] : []
  const day = parseWrittenDate(dueOn.text)
  if (!day.ok) return [{ code: day.error, params: { text: dueOn.text } }]
  return day.value < issuedOn ? [{ code: 'corrective.due-before-issue' }] : []
}

/** What a request lacks, in the order of the form. Rule CA-15. */
export const requestProblems = (request: RequestContent, issuedOn: LocalDate): readonly Problem[] => [
  ...(!hasText(request.description) ? [{ code: 'corrective.description-missing' } as const] : []),
  ...(!hasText(request.requirement) ? [{ code: 'corrective.requirement-missing' } as const] : []),
  ...dueProblems(request, issuedOn),
]

/** The request, or its first problem. Rule CA-15. */
export function checkRequest(request: RequestContent, issuedOn: LocalDate): Result<RequestContent, Problem> {
  const [first] = requestProblems(request, issuedOn)
  return first ? err(first) : ok(request)
}

/** Whether its day is the one that follows from its grade (AUD-3), or one that somebody set. */
export const isDayOfGrade = ({
  grade,
  dueOn,
  issuedOn,
}: Pick<RequestContent, 'grade' | 'dueOn'> & { readonly issuedOn: LocalDate }): boolean =>
  grade !== null && typeof dueOn?.date === 'string' && dueOn.date === defaultDueOn(grade, issuedOn)
