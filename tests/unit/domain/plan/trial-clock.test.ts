import { describe, expect, it } from 'vitest'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { trialShortfall } from '#domain/pilot/plan.ts'
import { deriveStages, type StageEvent } from '#domain/pilot/stage-event.ts'
import { scheduleOf } from '#domain/plan/plan-time.ts'
import { scheduledShortfall, trialClock } from '#domain/plan/trial-clock.ts'
import { anEvent, day } from '../pilot/stage-builders.ts'

const clockOn = (today: string, events: readonly StageEvent[]) =>
  trialClock(plan174, deriveStages(events, scheduleOf(plan174), day(today)), day(today))

const begun = anEvent('G6', 'started', '2018-01-12')

describe('the trial clock', () => {
  it('PLN-6: three calendar months from the day the trial began, apart from the end of the plan', () => {
    expect(clockOn('2018-02-12', [begun])).toEqual({
      state: 'running',
      beganOn: '2018-01-12',
      endsOn: '2018-04-12',
      daysLeft: 59,
      daysAfterPlan: 102,
    })
  })

  it('PLN-6: past its end it is over, and declared it is done on that day', () => {
    expect(clockOn('2018-04-13', [begun])).toMatchObject({ state: 'over', daysLeft: 0 })
    const done = anEvent('G6', 'declared-done', '2018-04-20')
    expect(clockOn('2018-05-01', [begun, done])).toMatchObject({ state: 'done', endsOn: '2018-04-20', daysLeft: 0 })
  })

  it('PLN-6: while it has not begun, the earliest end still possible is reckoned from today', () => {
    expect(clockOn('2017-10-16', [])).toMatchObject({
      state: 'ahead',
      beganOn: null,
      endsOn: '2018-01-16',
      daysAfterPlan: 16,
    })
  })

  it('PLN-7: on the first day both figures are told: at best, and by the schedule', () => {
    expect([trialShortfall(plan174), scheduledShortfall(plan174)]).toEqual([16, 102])
    const endless = { ...plan174, end: writtenDate('31/11/2017') }
    expect([trialShortfall(endless), scheduledShortfall(endless)]).toEqual([null, null])
    expect(scheduledShortfall({ ...plan174, end: writtenDate('31/12/2018') })).toBe(0)
  })
})
