/** The cockpit reckoned from what was read: one pace for all communes, then each of them, then the lines of areas and plan. */
import { alarmsOf, slippageOf } from '#domain/forecast/alarm.ts'
import { forecastCommune, type ForecastGround } from '#domain/forecast/forecast-commune.ts'
import { paceOf } from '#domain/forecast/pace.ts'
import { targetOutlooks } from '#domain/forecast/target-outlook.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { type Plan, visitEveryDaysOf } from '#domain/pilot/plan.ts'
import { communeProgress } from '#domain/pilot/progress.ts'
import type { Schedule } from '#domain/pilot/schedule.ts'
import { deriveStages, type StageState } from '#domain/pilot/stage-event.ts'
import { DECLARATION_STAGE } from '#domain/pilot/stage-template.ts'
import { planCalendar, scheduleOf, templateOf } from '#domain/plan/plan-time.ts'
import { rollUp } from '#domain/reporting/roll-up.ts'
import type { AreaRollUp, Baseline, CockpitView, CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import type { SummaryFacts } from '#data/summary-row.ts'
import { delayMarks, eventsOf, lateCorrectiveOf, openMajorOf, openObstacles, visitMarks } from './cockpit-facts.ts'

const noFacts: SummaryFacts = { facts: {}, lastActivityAt: null }

/** What was read of a plan. */
export interface CockpitParts {
  readonly plan: Plan
  readonly plans: readonly Plan[]
  readonly today: LocalDate
  readonly places: readonly Place[]
  /** Communes of the plan in the person's scope that stand today, and those that are gone. Rule PLACE-21. */
  readonly taking: readonly Place[]
  readonly ended: readonly Place[]
  readonly facts: ReadonlyMap<string, SummaryFacts>
  readonly lastContactAt: number | null
}

export function cockpitView(parts: CockpitParts): CockpitView {
  const { plan, plans, today, taking, ended, lastContactAt } = parts
  const communes = communesOf(parts)
  const notInView = plan.cohort.length - taking.length - ended.length
  const ranges = communes.map(({ range }) => range)
  return {
    plan,
    plans,
    template: templateOf(plan),
    asOf: today,
    lastContactAt,
    communes,
    ended,
    notInView,
    isWholePlan: notInView === 0,
    targets: targetOutlooks(plan, ranges, today),
    areas: areaRollUps(communes),
    total: rollUp(communes),
    visitEveryDays: visitEveryDaysOf(plan),
  }
}

function communesOf({ plan, today, places, taking, facts }: CockpitParts): readonly CommuneCockpit[] {
  const schedule = scheduleOf(plan)
  const factsOfUnit = (unit: string): SummaryFacts => facts.get(unit) ?? noFacts
  const stages = taking.map(({ id }) => deriveStages(eventsOf(factsOfUnit(id).facts, plan.id), schedule, today))
  const ground: ForecastGround = {
    planStart: plan.start,
    template: templateOf(plan),
    calendar: planCalendar(plan),
    pace: paceOf(stages, plan.start),
    today,
  }
  const areas = new Map(places.filter(({ kind }) => kind === 'area').map((place) => [place.id, place]))
  const baseline = baselineOf(schedule, plan.start)
  const communes = taking.map((place, at): CommuneCockpit => {
    const area = place.parent === null ? null : (areas.get(place.parent) ?? null)
    return { place, area, baseline, ...communeCockpit(factsOfUnit(place.id), stages[at] ?? [], plan, ground) }
  })
  return communes.sort(byAreaAndCode)
}

function baselineOf(schedule: Schedule, start: LocalDate): Baseline {
  const end = schedule.at(-1)?.end ?? start
  return { start, end, declaration: schedule.find(({ stage }) => stage === DECLARATION_STAGE)?.end ?? end }
}

type Own = Omit<CommuneCockpit, 'place' | 'area' | 'baseline'>

function communeCockpit(
  { facts, lastActivityAt }: SummaryFacts,
  stages: readonly StageState[],
  plan: Plan,
  ground: ForecastGround,
): Own {
  const { template, calendar, today } = ground
  const progress = communeProgress(template, stages, today, calendar)
  const range = forecastCommune(stages, ground)
  const obstacles = openObstacles(facts, today)
  const visits = visitMarks(facts, today)
  const openMajor = openMajorOf(facts)
  const lateCorrective = lateCorrectiveOf(facts, today)
  const alarms = alarmsOf(
    {
      planStart: plan.start,
      template,
      stages,
      state: progress.state,
      range,
      lastVisitOn: visits.lastVisitOn,
      visitEveryDays: visitEveryDaysOf(plan),
      openMajor,
      lateCorrective,
      overdueObstacles: obstacles.filter(({ isOverdue }) => isOverdue).length,
    },
    today,
  )
  return {
    stages,
    progress,
    range,
    slippage: slippageOf(stages, range.likely),
    delays: delayMarks(facts, plan.id, stages),
    openObstacles: obstacles,
    openMajor,
    lateCorrective,
    ...visits,
    alarms,
    lastActivityAt,
  }
}

const sortKey = ({ area, place }: Pick<CommuneCockpit, 'area' | 'place'>): string =>
  `${area?.code ?? '~'}\n${place.code}`

const byAreaAndCode = (a: CommuneCockpit, b: CommuneCockpit): number => (sortKey(a) < sortKey(b) ? -1 : 1)

function areaRollUps(communes: readonly CommuneCockpit[]): readonly AreaRollUp[] {
  const groups = new Map<string, CommuneCockpit[]>()
  for (const commune of communes) {
    const id = commune.area?.id ?? ''
    const group = groups.get(id)
    if (group) group.push(commune)
    else groups.set(id, [commune])
  }
  return [...groups.values()].map((group) => ({ area: group[0]?.area ?? null, figures: rollUp(group) }))
}
