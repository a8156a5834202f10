import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveStages, type StageEvent, type StageState } from '#domain/pilot/stage-event.ts'
import { anEvent, day, onPlan, schedule } from './stage-builders.ts'

const stageAt = (events: readonly StageEvent[], index: number, today: string): StageState => {
  const state = deriveStages(events, schedule, day(today))[index]
  if (!state) throw new Error(`no stage ${index}`)
  return state
}
const statuses = (events: readonly StageEvent[], today: string) =>
  deriveStages(events, schedule, day(today))
    .slice(0, 3)
    .map(({ status }) => status)

describe('stages out of events', () => {
  it('PIL-4: order of arrival and repetition make no difference', () => {
    const events = [
      ...onPlan(['G0', 'G1']),
      anEvent('G1', 'returned', '2017-11-14'),
      anEvent('G1', 'declared-done', '2017-11-15'),
      anEvent('G1', 'confirmed', '2017-11-16'),
      anEvent('G2', 'started', '2017-11-16'),
      anEvent('G1', 'declared-done', '2017-11-15', { id: 'same-clock', at: 1 }),
    ]
    const expected = deriveStages(events, schedule, day('2017-11-20'))
    const arrivals = fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })
    fc.assert(
      fc.property(arrivals, (list) => {
        expect(deriveStages(list, schedule, day('2017-11-20'))).toEqual(expected)
      }),
    )
  })

  it('PIL-4: two declarations made at once are both kept, the earlier one decides the day', () => {
    const both = [
      anEvent('G0', 'declared-done', '2017-10-30', { id: 'b', at: 7, by: 'chairman' }),
      anEvent('G0', 'declared-done', '2017-10-27', { id: 'a', at: 7, by: 'secretary' }),
    ]
    const state = stageAt(both, 0, '2017-10-30')
    expect(state.declarations.map(({ by }) => by)).toEqual(['secretary', 'chairman'])
    expect(state.history).toHaveLength(2)
  })

  it('PIL-4: the clock orders events, their ids only break a tie', () => {
    const events = [
      anEvent('G0', 'declared-done', '2017-10-27', { id: 'z', at: 1 }),
      anEvent('G0', 'returned', '2017-10-28', { id: 'a', at: 2 }),
    ]
    expect(stageAt(events, 0, '2017-10-28')).toMatchObject({ status: 'in-progress', returned: { id: 'a' } })
  })

  it('PIL-5: declared by the commune and confirmed by the monitor are both to be seen', () => {
    const declared = anEvent('G0', 'declared-done', '2017-10-27')
    expect(stageAt([declared], 0, '2017-10-28')).toMatchObject({ status: 'declared', confirmations: [] })
    const confirmed = anEvent('G0', 'confirmed', '2017-10-28', { by: 'monitor' })
    expect(stageAt([declared, confirmed], 0, '2017-10-28')).toMatchObject({
      status: 'confirmed',
      declarations: [{ id: declared.id }],
      confirmations: [{ by: 'monitor' }],
    })
  })

  it('PIL-5: a confirmation counts even before the declaration has arrived', () => {
    const state = stageAt([anEvent('G0', 'confirmed', '2017-10-28')], 0, '2017-12-01')
    expect(state).toMatchObject({ status: 'confirmed', daysLate: 0, declarations: [] })
  })

  it('PIL-6: a returned stage is open again until it is declared once more', () => {
    const events = [
      anEvent('G0', 'declared-done', '2017-10-27'),
      anEvent('G0', 'confirmed', '2017-10-28'),
      anEvent('G0', 'returned', '2017-10-29', { note: 'Thiếu quyết định' }),
    ]
    expect(stageAt(events, 0, '2017-10-30')).toMatchObject({
      status: 'in-progress',
      declarations: [],
      confirmations: [],
      returned: { note: 'Thiếu quyết định' },
    })
    expect(stageAt(events, 0, '2017-11-02')).toMatchObject({ status: 'late', daysLate: 3 })
    const again = [...events, anEvent('G0', 'declared-done', '2017-11-01')]
    expect(stageAt(again, 0, '2017-11-02')).toMatchObject({ status: 'declared', returned: null, daysLate: 2 })
    expect(stageAt(again, 0, '2017-11-02').history).toHaveLength(4)
  })

  it('PIL-7: the last planned day is not late, the day after is', () => {
    expect(stageAt([], 0, '2017-10-30')).toMatchObject({ status: 'in-progress', daysLate: 0 })
    expect(stageAt([], 0, '2017-10-31')).toMatchObject({ status: 'late', daysLate: 1 })
  })

  it('PIL-7: a stage nobody has begun is late too, and once declared its delay stands still', () => {
    expect(stageAt([], 1, '2017-11-20')).toMatchObject({ status: 'late', daysLate: 7 })
    const declared = [anEvent('G1', 'declared-done', '2017-11-15')]
    expect(stageAt(declared, 1, '2018-03-01')).toMatchObject({ status: 'declared', daysLate: 2 })
  })

  it('PIL-8: the turn comes with the beginning of the plan and then with the stage before', () => {
    expect(statuses([], '2017-10-15')).toEqual(['not-reached', 'not-reached', 'not-reached'])
    expect(statuses([], '2017-10-16')).toEqual(['in-progress', 'not-reached', 'not-reached'])
    expect(statuses(onPlan(['G0']), '2017-10-30')).toEqual(['declared', 'in-progress', 'not-reached'])
  })

  it('PIL-8: a stage that was started is in progress although an earlier one is open', () => {
    const events = [anEvent('G2', 'started', '2017-10-20')]
    expect(statuses(events, '2017-10-20')).toEqual(['in-progress', 'not-reached', 'in-progress'])
    expect(stageAt(events, 2, '2017-10-20').startedOn).toBe('2017-10-20')
  })

  it('PIL-8: the turn comes with the last of the stages before, not with the nearest', () => {
    const events = [anEvent('G0', 'declared-done', '2017-11-03'), anEvent('G1', 'declared-done', '2017-11-01')]
    expect(stageAt(events, 2, '2017-11-03').startedOn).toBe('2017-11-03')
  })
})
