// A request that is no record yet, as its form keeps it. Whoever opens the form from a finding or a shortcoming puts down
// what is known already under the same key, so the form knows nothing of where requests come from.
import type { PersonStore } from '#data/contract/store-contract.ts'
import { type RequestContent, requestSources } from '#domain/corrective-action/request.ts'
import { defaultDueOn, findingGrades } from '#domain/internal-audit/finding.ts'
import { formatLocalDate, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
export type RequestForm = {
  unit: string
  source: string
  of: string | null
  grade: string
  clause: string
  department: string
  description: string
  requirement: string
  evidence: string
  dueOn: string
  inspection: string | null
}

export const requestDraftKey = (unit: string, of: string | null): string => `corrective:new:${unit}:${of ?? ''}`

/** The day that follows from the grade (AUD-3), as one writes it; empty where none follows. */
export function dayOfGrade(grade: string, today: LocalDate): string {
  const known = findingGrades.find((one) => one === grade)
  const day = known === undefined ? null : defaultDueOn(known, today)
  return day === null ? '' : formatLocalDate(day)
}

export const emptyRequest = (unit: string, of: string | null, today: LocalDate): RequestForm => ({
  unit,
  of,
  source: 'self-found',
  grade: 'minor',
  clause: '',
  department: '',
  description: '',
  requirement: '',
  evidence: '',
  dueOn: dayOfGrade('minor', today),
  inspection: null,
})

export const formOfRequest = ({ grade, dueOn, ...request }: RequestContent, today: LocalDate): RequestForm => ({
  ...request,
  grade: grade ?? '',
  dueOn: dueOn?.text ?? dayOfGrade(grade ?? '', today),
})

export const requestOfForm = ({ source, grade, dueOn, ...form }: RequestForm): RequestContent => ({
  ...form,
  source: requestSources.find((one) => one === source) ?? 'self-found',
  grade: findingGrades.find((one) => one === grade) ?? null,
  dueOn: dueOn.trim() === '' ? null : writtenDate(dueOn),
})

/** Fills in the form, unless somebody began it before. */
export async function prepareRequest(
  { drafts }: Pick<PersonStore, 'drafts'>,
  request: RequestContent,
  today: LocalDate,
): Promise<void> {
  const key = requestDraftKey(request.unit, request.of)
  if ((await drafts.get(key)) === undefined) await drafts.put(key, formOfRequest(request, today))
}
