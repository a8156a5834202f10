import { describe, expect, it } from 'vitest'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import { denominatorOfTarget, type Plan, type PlanTarget } from '#domain/pilot/plan.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { communesTaken, planFaults } from '#domain/plan/plan-check.ts'
import { day } from '../pilot/stage-builders.ts'

const faults = (patch: Partial<Plan>) =>
  planFaults({ ...plan174, ...patch }).map(({ field, problem }) => [field, problem.code])

const target = plan174.targets[0] as PlanTarget

describe('what a plan must have', () => {
  it('PLN-10: the plans that come with the program have nothing against them', () => {
    expect(planFaults(plan174)).toEqual([])
    expect(planFaults(createDemonstrationPlan(day('2026-11-21'), ['ls25-06001']))).toEqual([])
  })

  it('PLN-10: number, issuer, date, end and communes', () => {
    const nothing = {
      number: ' ',
      issuer: { vi: '', en: '' },
      date: writtenDate('31/11/2017'),
      end: writtenDate(''),
      cohort: [],
    }
    expect(faults(nothing)).toEqual([
      ['number', 'plan.number-missing'],
      ['issuer', 'plan.issuer-missing'],
      ['date', 'plan.date-missing'],
      ['end', 'plan.end-missing'],
      ['cohort', 'plan.cohort-empty'],
    ])
    expect(faults({ end: writtenDate('15/10/2017') })).toEqual([['end', 'plan.end-before-start']])
    expect(faults({ end: writtenDate('31/11/2017') })).toEqual([])
    expect(faults({ visitEveryDays: 0 })).toEqual([['visitEveryDays', 'plan.visit-days-unfit']])
  })

  it('PLN-10: stages take time, are proven by something named, and weigh 100 together', () => {
    expect(faults({ stages: [{ code: 'G4', weight: 14 }] })).toEqual([['weights', 'plan.weights-not-100']])
    expect(
      faults({
        stages: [
          { code: 'G4', weight: 10 },
          { code: 'G5', weight: 20 },
        ],
      }),
    ).toEqual([])
    expect(faults({ stages: [{ code: 'G4', duration: { amount: 0, unit: 'calendar-days' } }] })).toEqual([
      ['stages.G4.amount', 'plan.duration-unfit'],
    ])
    expect(faults({ stages: [{ code: 'G6', duration: { amount: 37, unit: 'calendar-months' } }] })).toHaveLength(1)
    expect(faults({ stages: [{ code: 'G2', deliverables: [] }] })).toEqual([
      ['stages.G2.deliverables', 'plan.deliverable-missing'],
    ])
  })

  it('PLN-10: targets lie between 1 and 100 %, more than 100 % is none', () => {
    expect(faults({ targets: [{ ...target, morePercentThan: 100 }] })).toEqual([
      ['targets.0.share', 'plan.target-share-unfit'],
    ])
    expect(faults({ targets: [{ ...target, morePercentThan: 100, isStrict: false }] })).toEqual([])
    const empty = { ...target, text: { vi: '', en: '' }, denominator: { ...target.denominator, count: Number.NaN } }
    expect(faults({ targets: [empty] })).toEqual([
      ['targets.0.text', 'plan.target-text-missing'],
      ['targets.0.count', 'plan.target-count-unfit'],
    ])
  })

  it('PLN-10: days off have a name, only days off are worked instead, deadlines say what', () => {
    const extraHolidays = [{ on: day('2017-11-20'), name: '' }]
    expect(faults({ extraHolidays, workingDays: [day('2017-11-20'), day('2017-11-21')] })).toEqual([
      ['extraHolidays.0.name', 'plan.holiday-name-missing'],
      ['workingDays.1', 'plan.working-day-not-off'],
    ])
    expect(faults({ deadlines: [{ text: '', on: writtenDate('31/11/2017') }] })).toEqual([
      ['deadlines.0.text', 'plan.deadline-text-missing'],
    ])
  })

  it('PLN-12: a commune of another live plan is named with that plan', () => {
    const live = { ...plan174, id: 'live', state: 'live' as const, cohort: ['a', 'b'] }
    const plans = [live, { ...plan174, cohort: ['c'] }]
    expect(communesTaken({ id: 'new', cohort: ['b', 'c'] }, plans)).toEqual([{ unit: 'b', plan: live }])
    expect(communesTaken(live, plans)).toEqual([])
  })
})

describe('the numbers of units of a target', () => {
  it('PLN-9: the last one not later than the day holds, before the first one that one', () => {
    const on = (text: string) => denominatorOfTarget(target, day(text)).count
    expect([on('2017-10-01'), on('2017-10-15'), on('2019-12-31'), on('2020-01-01')]).toEqual([226, 226, 226, 200])
  })
})
