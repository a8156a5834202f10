/**
 * When a commune will probably have declared conformity: its open stages one after the other, each at the pace of
 * comparable communes where enough of them finished it, otherwise at its normal duration.
 */
import { addDays, daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { periodEnd } from '#domain/pilot/period-ends.ts'
import type { Holidays } from '#domain/pilot/schedule.ts'
import { doneOn, isStageDone, type StageState } from '#domain/pilot/stage-event.ts'
import { DECLARATION_STAGE, type Stage, type StageTemplate, TRIAL_STAGE } from '#domain/pilot/stage-template.ts'
import type { DateRange, ForecastBasis, ForecastRange, StageForecast } from './forecast-range.ts'
import { type Pace, paceDays, turnsOf } from './pace.ts'

/** What the forecasts of all communes of a plan have in common. */
export interface ForecastGround {
  readonly planStart: LocalDate
  readonly template: StageTemplate
  readonly calendar: Holidays
  readonly pace: Pace
  readonly today: LocalDate
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b)
const half = (days: number): number => Math.ceil(days / 2)

const onOneDay = (day: LocalDate): DateRange => ({ earliest: day, likely: day, latest: day })

const inOrder = ({ earliest, likely, latest }: DateRange): DateRange => {
  const second = later(earliest, likely)
  return { earliest, likely: second, latest: later(second, latest) }
}

/** Rules FC-3 and FC-4. */
function endAtPace(stage: Stage, from: DateRange, { pace, calendar }: ForecastGround): DateRange {
  const days = paceDays(pace.get(stage.code) ?? [])
  const normal = (start: LocalDate): LocalDate => periodEnd(start, stage.duration, calendar)
  if (days === null) {
    const slow = normal(from.latest)
    return {
      earliest: normal(from.earliest),
      likely: normal(from.likely),
      latest: addDays(slow, half(daysBetween(from.latest, slow))),
    }
  }
  const least = (start: LocalDate, end: LocalDate): LocalDate =>
    stage.code === TRIAL_STAGE ? later(end, normal(start)) : end
  return {
    earliest: least(from.earliest, addDays(from.earliest, days[0])),
    likely: least(from.likely, addDays(from.likely, days[1])),
    latest: least(from.latest, addDays(from.latest, days[2])),
  }
}

/** Counts on from today what lasts longer than its pace. Rules FC-5 and FC-6. */
function notBeforeToday(from: DateRange, end: DateRange, today: LocalDate): DateRange {
  return inOrder({
    earliest: later(end.earliest, today),
    likely: end.likely >= today ? end.likely : addDays(today, half(daysBetween(from.likely, end.likely))),
    latest: end.latest >= today ? end.latest : addDays(today, daysBetween(from.latest, end.latest)),
  })
}

/** Every open stage in the order of the template. Rules FC-2 to FC-6. */
function openStages(states: readonly StageState[], ground: ForecastGround): readonly StageForecast[] {
  const turns = turnsOf(states, ground.planStart)
  const forecasts: StageForecast[] = []
  let from: DateRange | null = null
  ground.template.forEach((stage) => {
    const at = states.findIndex((state) => state.stage === stage.code)
    const state = states[at]
    if (!state || isStageDone(state)) return
    const start: DateRange = from ?? onOneDay(turns[at] ?? ground.planStart)
    const atPace = endAtPace(stage, start, ground)
    const end = notBeforeToday(start, atPace, ground.today)
    const sample = ground.pace.get(stage.code) ?? []
    forecasts.push({
      stage: stage.code,
      ...end,
      from: paceDays(sample) === null ? 'normal' : 'comparable',
      sample: sample.length,
      isOverrun: atPace.likely < ground.today,
    })
    from = end
  })
  return forecasts
}

/** Rule FC-7. */
function basisOf(stages: readonly StageForecast[]): ForecastBasis {
  const kinds = new Set(stages.map(({ from }) => from))
  return kinds.size > 1 ? 'mixed' : kinds.has('comparable') ? 'comparable' : 'normal'
}

/** Rules FC-1 to FC-8. */
export function forecastCommune(states: readonly StageState[], ground: ForecastGround): ForecastRange {
  const stages = openStages(states, ground)
  const declaration = states.find(({ stage }) => stage === DECLARATION_STAGE)
  const declaredOn = declaration ? doneOn(declaration) : null
  if (declaredOn !== null) return { ...onOneDay(declaredOn), basis: 'reached', stages }
  const at = stages.findIndex(({ stage }) => stage === DECLARATION_STAGE)
  const goal = stages[at] ?? onOneDay(ground.today)
  return {
    earliest: goal.earliest,
    likely: goal.likely,
    latest: goal.latest,
    basis: basisOf(stages.slice(0, at + 1)),
    stages,
  }
}
