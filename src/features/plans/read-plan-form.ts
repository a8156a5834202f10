// What was typed as the plan it becomes, with every fault named by its field: texts that cannot be read here, and what
// the rules of plans object to (PLN-10). A preview reads the same way and keeps quiet about what is not typed yet.
import { type LocalDate, parseWrittenDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { Plan, PlanStage, PlanTarget } from '#domain/pilot/plan.ts'
import type { DatedDenominator } from '#domain/place/target.ts'
import type { Stage } from '#domain/pilot/stage-template.ts'
import { type PlanFault, planFaults } from '#domain/plan/plan-check.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import type { DenominatorForm, PlanForm, StageForm, TargetForm } from './plan-form.ts'

/** What the form does not show: kept from the plan as it was. */
export type PlanBase = Pick<Plan, 'id' | 'state' | 'illustrative'> & Partial<Plan>

export interface ReadPlan {
  readonly plan: Plan
  readonly faults: readonly PlanFault[]
}

/** Stands for a day that could not be read; such a plan has a fault and is never kept. */
const NO_DAY = '' as LocalDate

/** Not a whole number becomes one that every rule refuses. */
const numberOf = (text: string): number => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN)

const worded = (vi: string, before: LocalText | undefined): LocalText =>
  before?.vi === vi ? before : { vi: vi.trim(), en: vi.trim() }

interface Reading {
  readonly faults: PlanFault[]
  readonly day: (field: string, text: string, missing?: Problem) => LocalDate
}

function createReading(): Reading {
  const faults: PlanFault[] = []
  const day: Reading['day'] = (field, text, missing) => {
    const read = parseWrittenDate(text)
    if (read.ok) return read.value
    const problem: Problem = text.trim() === '' && missing ? missing : { code: read.error }
    faults.push({ field, problem })
    return NO_DAY
  }
  return { faults, day }
}

/** Only what differs from the project's template is kept, so that a later template reaches older plans. */
function planStage(form: StageForm, template: Stage, before: Stage | undefined): PlanStage | null {
  const known = [...(before?.deliverables ?? []), ...template.deliverables]
  const deliverables = form.deliverables.map(({ id, name, kind }) => {
    const same = known.find((one) => one.id === id)
    return { id, kind, name: worded(name, same?.name) }
  })
  const [weight, amount] = [numberOf(form.weight), numberOf(form.amount)]
  const isSameTime = amount === template.duration.amount && form.unit === template.duration.unit
  const isSameProof = JSON.stringify(deliverables.map(proof)) === JSON.stringify(template.deliverables.map(proof))
  const own: PlanStage = {
    code: form.code,
    ...(weight !== template.weight && { weight }),
    ...(!isSameTime && { duration: { amount, unit: form.unit } }),
    ...(!isSameProof && { deliverables }),
  }
  return Object.keys(own).length === 1 ? null : own
}

const proof = ({ id, name, kind }: Stage['deliverables'][number]): readonly string[] => [id, name.vi, kind]

function readTarget(form: TargetForm, at: number, before: PlanTarget | undefined, reading: Reading): PlanTarget {
  const known = before ? [before.denominator, ...(before.others ?? [])] : []
  const counts = form.counts.map((one: DenominatorForm, index): DatedDenominator => {
    const on = reading.day(`targets.${at}.counts.${index}`, one.on)
    const same = known.find((denominator) => denominator.on === on)
    return { count: numberOf(one.count), on, precision: same?.precision ?? 'day', needsChecking: one.needsChecking }
  })
  const [denominator = { count: Number.NaN, on: NO_DAY, precision: 'day', needsChecking: false }, ...others] = counts
  return {
    text: worded(form.text, before?.text),
    morePercentThan: numberOf(form.share),
    isStrict: form.isStrict,
    by: reading.day(`targets.${at}.by`, form.by),
    denominator,
    ...(others.length > 0 && { others }),
  }
}

const readStages = (form: PlanForm, base: PlanBase): readonly PlanStage[] =>
  form.stages.flatMap((stage) => {
    const template = pilotStages.find(({ code }) => code === stage.code)
    const own = base.stages?.find(({ code }) => code === stage.code)
    return (template && planStage(stage, template, { ...template, ...own })) ?? []
  })

const readDays = (form: PlanForm, reading: Reading) => ({
  extraHolidays: form.extraHolidays.map(({ on, name }, at) => ({
    on: reading.day(`extraHolidays.${at}.on`, on),
    name: name.trim(),
  })),
  workingDays: form.workingDays.map((on, at) => reading.day(`workingDays.${at}`, on)),
})

function readDeadlines({ deadlines }: PlanForm, reading: Reading) {
  return deadlines.map(({ text, on, decidedOn }, at) => {
    const written = writtenDate(on.trim())
    // A day that no calendar has stays as written; a text that is no day at all is a slip of the keyboard.
    const read = parseWrittenDate(on)
    if (!read.ok && read.error === 'date.unreadable') reading.day(`deadlines.${at}.on`, on)
    const isDecided = written.date === null && decidedOn.trim() !== ''
    if (isDecided) reading.day(`deadlines.${at}.decidedOn`, decidedOn)
    return { text: text.trim(), on: written, decidedOn: isDecided ? writtenDate(decidedOn.trim()) : null }
  })
}

/** Everything of the plan but its identity, from what was typed. */
export function readPlanForm(form: PlanForm, base: PlanBase): ReadPlan {
  const reading = createReading()
  const start = reading.day('start', form.start, { code: 'plan.start-missing' })
  const stages = readStages(form, base)
  const { id, state, illustrative } = base
  const plan: Plan = {
    id,
    state,
    illustrative,
    number: form.number.trim(),
    date: writtenDate(form.date.trim()),
    issuer: worded(form.issuer, base.issuer),
    legalBasis: form.legalBasis.split('\n').flatMap((line) => line.trim() || []),
    edition: form.edition,
    mode: form.mode,
    cohort: form.cohort,
    start,
    end: writtenDate(form.end.trim()),
    visitEveryDays: numberOf(form.visitEveryDays),
    ...(stages.length > 0 && { stages }),
    ...readDays(form, reading),
    targets: form.targets.map((target, at) => readTarget(target, at, base.targets?.[at], reading)),
    deadlines: readDeadlines(form, reading),
  }
  const unread = new Set(reading.faults.map(({ field }) => field))
  return { plan, faults: [...reading.faults, ...planFaults(plan).filter(({ field }) => !unread.has(field))] }
}

/** Fields without which no schedule can be reckoned. */
const timed = /^(start|stages\.G\d+\.amount|extraHolidays\.\d+\.on|workingDays\.\d+)$/

/** Whether a schedule of what was typed so far can be shown before it is kept. */
export const isScheduled = ({ faults }: ReadPlan): boolean =>
  !faults.some(({ field, problem }) => timed.test(field) && problem.code !== 'plan.working-day-not-off')
