// What a visit needs before it can be recorded. Messages are problem codes, or the name of the field that is empty; the
// screen puts them into words.
import * as z from 'zod/mini'
import type { VisitView } from '#data/contract/commune-contract.ts'
import { type LateReason, lateReasons } from '#domain/field-visit/late-reason.ts'
import type { Visit, VisitFlag } from '#domain/field-visit/visit.ts'
import { formatLocalDate, type LocalDate, parseWrittenDate, writtenDate } from '#domain/kernel/local-date.ts'
import { pilotStages, stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'

export const visitFlags: readonly VisitFlag[] = ['red', 'yellow', 'green']

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
export type VisitForm = {
  unit: string
  on: string
  stage: string
  flag: string
  done: string
  lateReasons: string[]
  recommendation: string
}

const filled = (name: string) => z.string().check(z.refine((text) => text.trim() !== '', name))

/** A day that no calendar has is refused, never moved to a neighbour: its text stays in the field and asks. Rule VIS-1. */
const existingDay = z.string().check((context) => {
  const read = parseWrittenDate(context.value)
  if (!read.ok) context.issues.push({ code: 'custom', input: context.value, message: read.error })
})

export const visitSchema = z.object({
  unit: filled('unit'),
  on: existingDay,
  stage: z.string().check(z.refine((code) => stageByCode(code) !== undefined, 'stage')),
  flag: z.string().check(z.refine((flag) => (visitFlags as readonly string[]).includes(flag), 'flag')),
  done: filled('done'),
  lateReasons: z.array(z.string()),
  recommendation: z.string(),
})

export const emptyVisit = (unit: string, today: LocalDate): VisitForm => ({
  unit,
  on: formatLocalDate(today),
  stage: '',
  flag: '',
  done: '',
  lateReasons: [],
  recommendation: '',
})

export const visitToForm = (visit: VisitView): VisitForm => ({
  unit: visit.unit,
  on: visit.on.text,
  stage: visit.stage,
  flag: visit.flag,
  done: visit.done,
  lateReasons: [...visit.lateReasons],
  recommendation: visit.recommendation,
})

/** A form that passed `visitSchema` as the record it becomes. */
export function formToVisit(form: VisitForm): Omit<Visit, 'id'> {
  const stage = stageByCode(form.stage)?.code ?? (pilotStages[0]?.code as StageCode)
  const reasons: readonly LateReason[] = lateReasons.map(({ id }) => id).filter((id) => form.lateReasons.includes(id))
  return {
    unit: form.unit,
    on: writtenDate(form.on),
    stage,
    flag: visitFlags.find((flag) => flag === form.flag) ?? 'yellow',
    done: form.done.trim(),
    lateReasons: reasons,
    recommendation: form.recommendation.trim(),
  }
}
