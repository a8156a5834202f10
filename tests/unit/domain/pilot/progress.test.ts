import { describe, expect, it } from 'vitest'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { communeProgress } from '#domain/pilot/progress.ts'
import { deriveStages, type StageEvent } from '#domain/pilot/stage-event.ts'
import { anEvent, communeStages, day, onPlan, schedule } from './stage-builders.ts'

const progressOf = (events: readonly StageEvent[], today: string) =>
  communeProgress(pilotStages, deriveStages(events, schedule, day(today)), day(today))

describe('the progress of a commune', () => {
  it('PIL-9: declared and confirmed weights are added apart', () => {
    const events = [...onPlan(['G0', 'G1', 'G2']), ...onPlan(['G0'], 'confirmed')]
    expect(progressOf(events, '2017-11-16')).toMatchObject({
      percentDeclared: 23,
      percentConfirmed: 5,
      currentStage: 'G3',
      nextStage: 'G4',
    })
  })

  it('PIL-9: before the plan begins there is nothing, after everything 100', () => {
    expect(progressOf([], '2017-10-01')).toMatchObject({ percentDeclared: 0, percentConfirmed: 0, currentStage: 'G0' })
    const all = [...onPlan(communeStages), ...onPlan(communeStages, 'confirmed')]
    expect(progressOf(all, '2018-05-14')).toMatchObject({
      percentDeclared: 100,
      percentConfirmed: 100,
      currentStage: 'G10',
    })
  })

  it('PIL-10: done needs the confirmation of every weighted stage', () => {
    const declared = onPlan(communeStages)
    expect(progressOf(declared, '2018-06-30').state).toBe('on-time')
    const butOne = onPlan(communeStages.slice(1), 'confirmed')
    expect(progressOf([...declared, ...butOne], '2018-06-30').state).toBe('on-time')
    expect(progressOf([...declared, ...onPlan(communeStages, 'confirmed')], '2018-06-30').state).toBe('done')
  })

  it('PIL-10: late by the stage that is longest overdue; the province’s own stage makes no commune late', () => {
    expect(progressOf(onPlan(['G0']), '2017-11-20')).toMatchObject({ state: 'late', daysLate: 7, currentStage: 'G1' })
    expect(progressOf(onPlan(communeStages), '2019-01-01')).toMatchObject({ state: 'on-time', daysLate: 0 })
  })

  it('PIL-10: on plan is on time; a stage begun late puts the declaration at risk', () => {
    expect(progressOf(onPlan(['G0']), '2017-10-31').state).toBe('on-time')
    const late = [anEvent('G0', 'declared-done', '2017-11-06')]
    expect(progressOf(late, '2017-11-07')).toMatchObject({ state: 'at-risk', daysLate: 0 })
  })

  it('PIL-10: a declaration that came late is no risk any more', () => {
    const late = [...onPlan(communeStages.slice(0, 9)), anEvent('G9', 'declared-done', '2018-05-20')]
    expect(progressOf(late, '2018-06-01')).toMatchObject({ state: 'on-time', forecast: '2018-05-20' })
  })

  it('PIL-11: on plan the forecast is the planned day', () => {
    expect(progressOf([], '2017-10-16').forecast).toBe('2018-05-14')
    expect(progressOf([], '2017-01-01').forecast).toBe('2018-05-14')
    expect(progressOf(onPlan(['G0', 'G1', 'G2', 'G3', 'G4', 'G5']), '2018-02-01').forecast).toBe('2018-05-14')
  })

  it('PIL-11: a commune that stands still moves its forecast with every day', () => {
    const events = onPlan(['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7'])
    // G8 should have ended on 07/05; today is Thursday 10/05, so G9 takes 11, 14, 15, 16, 17.
    expect(progressOf(events, '2018-05-10').forecast).toBe('2018-05-17')
  })

  it('PIL-11: a commune ahead of the plan is forecast ahead of it', () => {
    const events = [anEvent('G0', 'declared-done', '2017-10-20')]
    expect(progressOf(events, '2017-10-20').forecast < day('2018-05-14')).toBe(true)
  })

  it('PIL-11: once G9 is declared the forecast is that day', () => {
    expect(progressOf([anEvent('G9', 'declared-done', '2018-05-02')], '2018-06-01').forecast).toBe('2018-05-02')
  })
})
