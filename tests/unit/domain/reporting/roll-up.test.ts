import { describe, expect, it } from 'vitest'
import type { Alarm } from '#domain/forecast/alarm.ts'
import { type LocalDate, addDays } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { communeProgress } from '#domain/pilot/progress.ts'
import { planSchedule } from '#domain/pilot/schedule.ts'
import { deriveStages, type StageEvent } from '#domain/pilot/stage-event.ts'
import { type RollUpPart, rollUp } from '#domain/reporting/roll-up.ts'

const START = '2017-10-16' as LocalDate
const today = addDays(START, 40)
const schedule = planSchedule(START, pilotStages)

/** Declared the first so many stages on their planned day. */
function part(declared: number, patch: Partial<RollUpPart> = {}): RollUpPart {
  const events = schedule.slice(0, declared).map(
    ({ stage, end }, at): StageEvent => ({
      id: `e${at}`,
      stage,
      type: 'declared-done',
      on: end,
      note: '',
      evidence: [],
      by: 'acc-1',
      at,
    }),
  )
  const stages = deriveStages(events, schedule, today)
  const day = addDays(START, 200 + declared)
  return {
    stages,
    progress: communeProgress(pilotStages, stages, today),
    range: { earliest: day, likely: addDays(day, 1), latest: addDays(day, 2) },
    alarms: [],
    openMajor: 0,
    lateCorrective: 0,
    openObstacles: [],
    ...patch,
  }
}

describe('the figures of several communes', () => {
  it('REP-7, REP-9: states, means, stages, alarms and obstacles without an answer in one line', () => {
    const late: Alarm = { is: 'late', stage: 'G0', days: 26 }
    const figures = rollUp([
      part(4),
      part(0, {
        alarms: [late, { is: 'slipping', days: 3 }],
        openMajor: 2,
        openObstacles: [{ state: 'open' }, { state: 'open' }, { state: 'answered' }],
      }),
      part(2, { alarms: [{ ...late, days: 9 }], lateCorrective: 1 }),
    ])
    // Declared 30, 0 and 15 of 100; G0 was to end on day 14, G2 on day 31.
    expect(figures).toMatchObject({
      communes: 3,
      declared: 0,
      done: 0,
      onTime: 1,
      atRisk: 0,
      late: 2,
      meanDaysLate: (26 + 9) / 2,
      percentDeclared: 15,
      percentConfirmed: 0,
      toConfirm: 6,
      openMajor: 2,
      lateCorrective: 1,
      openObstacles: 2,
      lastDeclaration: { earliest: addDays(START, 204), likely: addDays(START, 205), latest: addDays(START, 206) },
    })
    expect(figures.standing).toMatchObject({ G0: 1, G2: 1, G4: 1, G9: 0 })
    expect(figures.alarms).toMatchObject({ late: 2, slipping: 1, 'not-visited': 0 })
  })

  it('REP-8: of no commune there are no means, and everything else is nothing', () => {
    expect(rollUp([])).toMatchObject({
      communes: 0,
      meanDaysLate: null,
      percentDeclared: null,
      percentConfirmed: null,
      lastDeclaration: null,
    })
  })

  it('REP-7: whatever is a sum is the sum of its parts', () => {
    const parts = [part(0), part(3), part(5, { openMajor: 1 }), part(10), part(4)]
    const [one, two, all] = [rollUp(parts.slice(0, 2)), rollUp(parts.slice(2)), rollUp(parts)]
    for (const name of [
      'communes',
      'declared',
      'done',
      'onTime',
      'atRisk',
      'late',
      'toConfirm',
      'openMajor',
    ] as const) {
      expect(one[name] + two[name]).toBe(all[name])
    }
    for (const { code } of pilotStages) expect(one.standing[code] + two.standing[code]).toBe(all.standing[code])
  })
})
