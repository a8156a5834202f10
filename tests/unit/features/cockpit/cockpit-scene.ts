// A cockpit made by hand: the pure parts need no store, only communes in known states on a known plan.
import type { CockpitView, CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { communeProgress } from '#domain/pilot/progress.ts'
import { planSchedule } from '#domain/pilot/schedule.ts'
import { deriveStages, type StageEvent, type StageEventType } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { rollUp } from '#domain/reporting/roll-up.ts'
import { plan } from '../communes/follower-scene.ts'

export const day = (text: string): LocalDate => text as LocalDate
export const NOW = day('2026-11-21')
export const START = day('2026-07-27')

const schedule = planSchedule(START, pilotStages)
export const plannedEnd = (stage: StageCode): LocalDate => schedule.find((planned) => planned.stage === stage)!.end

export const area = (id: string): Place => ({ id, parent: 'p20', kind: 'area', name: `Địa bàn ${id}`, code: id })

type Move = readonly [stage: StageCode, type: StageEventType, on: string]

export function commune(id: string, moves: readonly Move[], more: Partial<CommuneCockpit> = {}): CommuneCockpit {
  const events = moves.map(
    ([stage, type, on], i): StageEvent => ({
      id: `e${i}`,
      stage,
      type,
      on: day(on),
      note: '',
      evidence: [],
      by: 'acc',
      at: i,
    }),
  )
  const stages = deriveStages(events, schedule, NOW)
  const likely = day('2027-03-10')
  return {
    place: { id, parent: 'area-1', kind: 'commune', name: `Xã ${id}`, code: id },
    area: area('area-1'),
    stages,
    progress: communeProgress(pilotStages, stages, NOW),
    range: { earliest: day('2027-03-01'), likely, latest: day('2027-04-05'), basis: 'normal', stages: [] },
    baseline: { start: START, declaration: plannedEnd('G9'), end: plannedEnd('G10') },
    slippage: 0,
    delays: [],
    openObstacles: [],
    openMajor: 0,
    lateCorrective: 0,
    lastVisitOn: null,
    lastVisitFlag: null,
    nextVisitOn: null,
    alarms: [],
    lastActivityAt: null,
    ...more,
  }
}

export function view(communes: readonly CommuneCockpit[]): CockpitView {
  const areas = [...new Map(communes.map((one) => [one.area?.id ?? '', one.area])).values()]
  return {
    plan,
    plans: [plan],
    template: pilotStages,
    asOf: NOW,
    lastContactAt: null,
    communes,
    ended: [],
    notInView: 0,
    isWholePlan: true,
    targets: [],
    areas: areas.map((one) => ({
      area: one,
      figures: rollUp(communes.filter((candidate) => candidate.area?.id === one?.id)),
    })),
    total: rollUp(communes),
    visitEveryDays: 14,
  }
}
