// A plan as it is typed: days and numbers as texts, so that what cannot be read stays where it was typed. Names are
// edited in Vietnamese, the language of the paper; a translation stays as long as the Vietnamese words stay.
import type { EditionId } from '#domain/standard/edition.ts'
import { formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Plan, PlanDeadline, PlanTarget } from '#domain/pilot/plan.ts'
import { VISIT_EVERY_DAYS } from '#domain/pilot/plan.ts'
import type { Deliverable, DeliverableKind, DurationUnit, Stage, StageCode } from '#domain/pilot/stage-template.ts'
import { templateOf } from '#domain/plan/plan-time.ts'

/** Types, not interfaces: a draft is JSON. */
export type DeliverableForm = { id: string; name: string; kind: DeliverableKind }

export type StageForm = {
  code: StageCode
  weight: string
  amount: string
  unit: DurationUnit
  deliverables: DeliverableForm[]
}

export type DenominatorForm = { count: string; on: string; needsChecking: boolean }

export type TargetForm = {
  text: string
  share: string
  isStrict: boolean
  by: string
  /** The first is the number the target was set with. */
  counts: DenominatorForm[]
}

export type DeadlineForm = { text: string; on: string; decidedOn: string }

export type DayForm = { on: string; name: string }

export type PlanForm = {
  number: string
  issuer: string
  date: string
  legalBasis: string
  edition: EditionId
  mode: Plan['mode']
  start: string
  end: string
  visitEveryDays: string
  cohort: string[]
  stages: StageForm[]
  extraHolidays: DayForm[]
  workingDays: string[]
  targets: TargetForm[]
  deadlines: DeadlineForm[]
}

const stageForm = ({ code, weight, duration, deliverables }: Stage): StageForm => ({
  code,
  weight: String(weight),
  amount: String(duration.amount),
  unit: duration.unit,
  deliverables: deliverables.map((one: Deliverable) => ({ id: one.id, name: one.name.vi, kind: one.kind })),
})

const targetForm = ({ text, morePercentThan, isStrict, by, denominator, others = [] }: PlanTarget): TargetForm => ({
  text: text.vi,
  share: String(morePercentThan),
  isStrict: isStrict !== false,
  by: formatLocalDate(by),
  counts: [denominator, ...others].map(({ count, on, needsChecking }) => ({
    count: String(count),
    on: formatLocalDate(on),
    needsChecking,
  })),
})

const deadlineForm = ({ text, on, decidedOn }: PlanDeadline): DeadlineForm => ({
  text,
  on: on.text,
  decidedOn: decidedOn?.text ?? '',
})

export const planToForm = (plan: Plan): PlanForm => ({
  number: plan.number,
  issuer: plan.issuer.vi,
  date: plan.date.text,
  legalBasis: plan.legalBasis.join('\n'),
  edition: plan.edition,
  mode: plan.mode,
  start: formatLocalDate(plan.start),
  end: plan.end.text,
  visitEveryDays: String(plan.visitEveryDays ?? VISIT_EVERY_DAYS),
  cohort: [...plan.cohort],
  stages: templateOf(plan).map(stageForm),
  extraHolidays: (plan.extraHolidays ?? []).map(({ on, name }) => ({ on: formatLocalDate(on), name })),
  workingDays: (plan.workingDays ?? []).map(formatLocalDate),
  targets: plan.targets.map(targetForm),
  deadlines: (plan.deadlines ?? []).map(deadlineForm),
})

export const emptyDeadline: DeadlineForm = { text: '', on: '', decidedOn: '' }

export const emptyTarget = (today: LocalDate, units: number): TargetForm => ({
  text: '',
  share: '70',
  isStrict: true,
  by: '',
  counts: [{ count: String(units), on: formatLocalDate(today), needsChecking: false }],
})

/** A new plan begins with the project's template and today; nothing else is guessed. */
export const emptyPlan = (today: LocalDate): PlanForm => ({
  number: '',
  issuer: '',
  date: formatLocalDate(today),
  legalBasis: '',
  edition: '2015',
  mode: 'declaration',
  start: formatLocalDate(today),
  end: '',
  visitEveryDays: String(VISIT_EVERY_DAYS),
  cohort: [],
  stages: templateOf({}).map(stageForm),
  extraHolidays: [],
  workingDays: [],
  targets: [],
  deadlines: [],
})

/** An id that no deliverable of the stage has. */
export function newDeliverable({ code, deliverables }: StageForm): DeliverableForm {
  const taken = new Set(deliverables.map(({ id }) => id))
  let at = 1
  while (taken.has(`${code.toLowerCase()}-own-${at}`)) at += 1
  return { id: `${code.toLowerCase()}-own-${at}`, name: '', kind: 'document' }
}
