import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import {
  compareObstacles,
  daysWithoutAnswer,
  type Obstacle,
  obstacleStates,
  waitsFor,
} from '#domain/obstacle/obstacle.ts'
import { checkNewObstacle, possibleSteps, takeObstacleStep } from '#domain/obstacle/obstacle-step.ts'

const TODAY = '2026-11-20' as LocalDate

const anObstacle = (more: Partial<Obstacle> = {}): Obstacle => ({
  unit: 'ls25-06001',
  stage: 'G4',
  text: 'Chưa có mẫu quy trình đất đai',
  raisedOn: '2026-11-01' as LocalDate,
  owner: '',
  dueOn: null,
  answer: '',
  answeredOn: null,
  state: 'open',
  ...more,
})

const anyObstacle = fc
  .record({
    state: fc.constantFrom(...obstacleStates),
    raised: fc.integer({ min: -400, max: 0 }),
    due: fc.option(fc.integer({ min: -60, max: 60 })),
    answered: fc.option(fc.integer({ min: -60, max: 0 })),
  })
  .map(({ state, raised, due, answered }) =>
    anObstacle({
      state,
      raisedOn: addDays(TODAY, raised),
      dueOn: due === null ? null : addDays(TODAY, due),
      answeredOn: answered === null ? null : addDays(TODAY, answered),
    }),
  )

describe('an obstacle', () => {
  it('OBS-1: says in words what it is', () => {
    expect(checkNewObstacle(anObstacle({ text: '  \n' }))).toMatchObject({ error: { code: 'obstacle.text-missing' } })
    expect(checkNewObstacle(anObstacle({ stage: null })).ok).toBe(true)
  })

  it('OBS-2: is answered in words, and settled by the commune afterwards without more', () => {
    const blank = takeObstacleStep(anObstacle(), { type: 'answer', answer: ' ' }, TODAY)
    expect(blank).toMatchObject({ error: { code: 'obstacle.answer-missing' } })
    const answered = takeObstacleStep(anObstacle(), { type: 'answer', answer: ' Dùng mẫu số 5 ' }, TODAY)
    expect(answered).toEqual({ ok: true, value: { state: 'answered', answer: 'Dùng mẫu số 5', answeredOn: TODAY } })
    const settled = takeObstacleStep(anObstacle({ state: 'answered' }), { type: 'settle', words: '' }, TODAY)
    expect(settled).toEqual({ ok: true, value: { state: 'settled' } })
  })

  it('OBS-2: is settled without an answer only with words saying how', () => {
    expect(takeObstacleStep(anObstacle(), { type: 'settle', words: '' }, TODAY)).toMatchObject({
      error: { code: 'obstacle.answer-missing' },
    })
    expect(takeObstacleStep(anObstacle(), { type: 'settle', words: 'Xã tự tìm được mẫu' }, TODAY)).toEqual({
      ok: true,
      value: { state: 'settled', answer: 'Xã tự tìm được mẫu', answeredOn: TODAY },
    })
  })

  it('OBS-2: offers each side its own steps', () => {
    expect(possibleSteps({ state: 'open' }, 'commune')).toEqual(['settle'])
    expect(possibleSteps({ state: 'open' }, 'monitor')).toEqual(['answer'])
    expect(possibleSteps({ state: 'open' }, 'department')).toEqual(['assign', 'answer'])
    expect(possibleSteps({ state: 'settled' }, 'commune')).toEqual(['reopen'])
  })

  it.each([
    ['', '30/11/2026', 'obstacle.owner-missing'],
    ['Phòng Quản lý TĐC', '31/11/2026', 'date.nonexistent'],
    ['Phòng Quản lý TĐC', '19/11/2026', 'obstacle.due-past'],
  ])('OBS-3: an owner %j until %j is refused as %s', (owner, dueOn, code) => {
    expect(takeObstacleStep(anObstacle(), { type: 'assign', owner, dueOn }, TODAY)).toMatchObject({ error: { code } })
  })

  it('OBS-3: takes an owner with a day, without one, and with the day that stood there before', () => {
    const owner = 'Phòng Quản lý TĐC'
    expect(takeObstacleStep(anObstacle(), { type: 'assign', owner, dueOn: '20/11/2026' }, TODAY)).toEqual({
      ok: true,
      value: { owner, dueOn: TODAY },
    })
    expect(takeObstacleStep(anObstacle(), { type: 'assign', owner, dueOn: ' ' }, TODAY)).toEqual({
      ok: true,
      value: { owner, dueOn: null },
    })
    const late = anObstacle({ owner: 'Văn phòng sở', dueOn: '2026-11-02' as LocalDate })
    expect(takeObstacleStep(late, { type: 'assign', owner, dueOn: '02/11/2026' }, TODAY)).toEqual({
      ok: true,
      value: { owner },
    })
  })

  it('OBS-4: is overdue from the day after its answer was due, until somebody answers', () => {
    expect(daysWithoutAnswer(anObstacle({ dueOn: TODAY }), TODAY)).toBe(0)
    expect(daysWithoutAnswer(anObstacle({ dueOn: addDays(TODAY, -3) }), TODAY)).toBe(3)
    expect(daysWithoutAnswer(anObstacle({ dueOn: addDays(TODAY, -3), state: 'answered' }), TODAY)).toBe(0)
    expect(daysWithoutAnswer(anObstacle(), TODAY)).toBe(0)
  })

  it('OBS-5: stands in one order: overdue, oldest, answered, settled', () => {
    const list = [
      anObstacle({ text: 'settled', state: 'settled' }),
      anObstacle({ text: 'answered', state: 'answered' }),
      anObstacle({ text: 'new', raisedOn: '2026-11-18' as LocalDate }),
      anObstacle({ text: 'old' }),
      anObstacle({ text: 'due soon', dueOn: '2026-11-25' as LocalDate }),
      anObstacle({ text: 'overdue', dueOn: '2026-11-10' as LocalDate }),
    ]
    const order = [...list].sort(compareObstacles).map(({ text }) => text)
    expect(order).toEqual(['overdue', 'due soon', 'old', 'new', 'answered', 'settled'])
  })

  it('OBS-5: the order is the same from either side and has no circle', () => {
    fc.assert(
      fc.property(anyObstacle, anyObstacle, anyObstacle, (a, b, c) => {
        expect(Math.sign(compareObstacles(a, b))).toBe(-Math.sign(compareObstacles(b, a)) + 0)
        if (compareObstacles(a, b) <= 0 && compareObstacles(b, c) <= 0)
          expect(compareObstacles(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('OBS-6: waits for the department, then for the commune, then for nobody', () => {
    expect(obstacleStates.map((state) => waitsFor({ state }))).toEqual(['department', 'commune', null])
  })

  it('OBS-7: is opened again, and its answer stays to be read', () => {
    expect(takeObstacleStep(anObstacle({ state: 'settled' }), { type: 'reopen' }, TODAY)).toEqual({
      ok: true,
      value: { state: 'open', answeredOn: null },
    })
    expect(takeObstacleStep(anObstacle(), { type: 'reopen' }, TODAY)).toMatchObject({
      error: { code: 'obstacle.not-possible' },
    })
  })
})
