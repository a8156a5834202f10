import { describe, expect, it } from 'vitest'
import { checkProfile, emptyProfile } from '#domain/first-day/commune-profile.ts'
import { isFresh, type SetUpFacts, setUpOf } from '#domain/first-day/set-up.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

const TODAY = '2026-11-21' as LocalDate

const facts = (more: Partial<SetUpFacts> = {}): SetUpFacts => ({
  profile: emptyProfile,
  procedures: 0,
  stageEvents: 0,
  rounds: 0,
  hasPlan: true,
  ...more,
})

const states = (known: SetUpFacts, skipped: readonly string[] = []) =>
  Object.fromEntries(setUpOf(known, skipped).steps.map(({ step, state }) => [step, state]))

describe('the set-up of a new commune', () => {
  it('DAY-1: a profile may stay open; what cannot be is refused in words', () => {
    const problemOf = (more: Partial<typeof emptyProfile>) => {
      const checked = checkProfile({ ...emptyProfile, ...more }, TODAY)
      return checked.ok ? undefined : checked.error.code
    }
    expect(problemOf({})).toBeUndefined()
    for (const staff of [0, 1.5, 501, Number.NaN]) expect(problemOf({ staff })).toBe('profile.staff-unfit')
    expect(problemOf({ committeeOn: writtenDate('31/11/2025') })).toBe('profile.day-unreadable')
    expect(problemOf({ committeeOn: writtenDate('22/11/2026') })).toBe('profile.day-ahead')
    expect(problemOf({ committeeOn: writtenDate('21/11/2026'), staff: 23 })).toBeUndefined()
  })

  it('DAY-6: steps are done by their records, skipped by a word, and the next is the first that is neither', () => {
    expect(states(facts())).toEqual({
      profile: 'open',
      contacts: 'open',
      procedures: 'open',
      progress: 'open',
      round: 'open',
    })
    const some = facts({ procedures: 12, profile: { ...emptyProfile, committee: '45/QĐ-UBND', focal: 'Công chức VP' } })
    expect(states(some, ['procedures', 'progress'])).toEqual({
      profile: 'done',
      contacts: 'done',
      procedures: 'done',
      progress: 'skipped',
      round: 'open',
    })
    expect(setUpOf(some, ['progress'])).toMatchObject({ next: 'round', settled: 4, isOver: false })
  })

  it('DAY-7: without a plan there is no progress to bring; it is over when ended or when nothing is open', () => {
    expect(Object.keys(states(facts({ hasPlan: false })))).not.toContain('progress')
    expect(Object.keys(states(facts({ hasPlan: false, stageEvents: 2 })))).toContain('progress')
    const every = ['profile', 'contacts', 'procedures', 'progress', 'round']
    expect(setUpOf(facts(), every)).toMatchObject({ next: null, isOver: true })
    expect(setUpOf(facts({ profile: { ...emptyProfile, setUpOn: TODAY } }), []).isOver).toBe(true)
  })

  it('DAY-8: only a commune in which nothing was done is asked', () => {
    expect(isFresh(facts())).toBe(true)
    for (const more of [{ procedures: 1 }, { stageEvents: 1 }, { rounds: 1 }]) expect(isFresh(facts(more))).toBe(false)
    expect(isFresh(facts({ profile: { ...emptyProfile, setUpOn: TODAY } }))).toBe(false)
    expect(isFresh(facts({ profile: { ...emptyProfile, focal: 'x' } }))).toBe(false)
  })
})
