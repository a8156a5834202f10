// What a visit needs before it can be recorded. Messages are problem codes, or the name of the field that is empty; the
// screen puts them into words. Sealing asks for more (VIS-12): a visit is recorded on the spot and completed later.
import * as z from 'zod/mini'
import type { NewVisit, VisitView } from '#data/contract/visit-contract.ts'
import { readTime } from '#domain/audit-planning/audit-session.ts'
import { type LateReason, lateReasons } from '#domain/field-visit/late-reason.ts'
import { coordinations, type VisitFlag } from '#domain/field-visit/visit.ts'
import { formatLocalDate, type LocalDate, parseWrittenDate, writtenDate } from '#domain/kernel/local-date.ts'
import { pilotStages, stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'

export const visitFlags: readonly VisitFlag[] = ['red', 'yellow', 'green']

/** Types, not interfaces: they are kept as a draft, and a draft is JSON. */
export type LineForm = { about: string; known: string; found: string }
export type SpotForm = { north: number; east: number }

export type VisitForm = {
  unit: string
  on: string
  from: string
  to: string
  visitors: string
  received: string
  /** Answered lines only; the others are known anew (VIS-8). */
  checked: LineForm[]
  stage: string
  flag: string
  done: string
  lateReasons: string[]
  coordination: string
  opinion: string
  recommendation: string
  spot: SpotForm | null
}

const filled = (name: string) => z.string().check(z.refine((text) => text.trim() !== '', name))

/** A day that no calendar has is refused, never moved to a neighbour: its text stays in the field and asks. Rule VIS-1. */
const existingDay = z.string().check((context) => {
  const read = parseWrittenDate(context.value)
  if (!read.ok) context.issues.push({ code: 'custom', input: context.value, message: read.error })
})

const timeOrNothing = z
  .string()
  .check(z.refine((text) => text.trim() === '' || readTime(text) !== null, 'visit.time-unreadable'))

export const visitSchema = z.object({
  unit: filled('unit'),
  on: existingDay,
  from: timeOrNothing,
  to: timeOrNothing,
  visitors: z.string(),
  received: z.string(),
  checked: z.array(z.object({ about: z.string(), known: z.string(), found: z.string() })),
  stage: z.string().check(z.refine((code) => stageByCode(code) !== undefined, 'stage')),
  flag: z.string().check(z.refine((flag) => (visitFlags as readonly string[]).includes(flag), 'flag')),
  done: filled('done'),
  lateReasons: z.array(z.string()),
  coordination: z.string(),
  opinion: z.string(),
  recommendation: z.string(),
  spot: z.nullable(z.object({ north: z.number(), east: z.number() })),
})

export const emptyVisit = (unit: string, today: LocalDate): VisitForm => ({
  unit,
  on: formatLocalDate(today),
  from: '',
  to: '',
  visitors: '',
  received: '',
  checked: [],
  stage: '',
  flag: '',
  done: '',
  lateReasons: [],
  coordination: '',
  opinion: '',
  recommendation: '',
  spot: null,
})

export const visitToForm = (visit: VisitView): VisitForm => ({
  unit: visit.unit,
  on: visit.on.text,
  from: visit.from ?? '',
  to: visit.to ?? '',
  visitors: visit.visitors,
  received: visit.received,
  checked: visit.checked.map((line) => ({ ...line })),
  stage: visit.stage,
  flag: visit.flag,
  done: visit.done,
  lateReasons: [...visit.lateReasons],
  coordination: visit.coordination ?? '',
  opinion: visit.opinion,
  recommendation: visit.recommendation,
  spot: visit.spot && { ...visit.spot },
})

/** A form that passed `visitSchema`, with every line as it stands on the screen, as the record it becomes. */
export function formToVisit(form: VisitForm, lines: readonly LineForm[], planned: string | null): NewVisit {
  const stage = stageByCode(form.stage)?.code ?? (pilotStages[0]?.code as StageCode)
  const reasons: readonly LateReason[] = lateReasons.map(({ id }) => id).filter((id) => form.lateReasons.includes(id))
  return {
    unit: form.unit,
    on: writtenDate(form.on),
    from: readTime(form.from),
    to: readTime(form.to),
    visitors: form.visitors.trim(),
    received: form.received.trim(),
    checked: lines.map(({ about, known, found }) => ({ about, known, found: found.trim() })),
    stage,
    flag: visitFlags.find((flag) => flag === form.flag) ?? 'yellow',
    done: form.done.trim(),
    lateReasons: reasons,
    coordination: coordinations.find((one) => one === form.coordination) ?? null,
    opinion: form.opinion.trim(),
    recommendation: form.recommendation.trim(),
    spot: form.spot,
    planned,
  }
}
