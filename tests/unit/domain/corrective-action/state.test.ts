import { describe, expect, it } from 'vitest'
import { type CorrectiveActionState, canMove, nextStates } from '#domain/corrective-action/state.ts'

const way: readonly CorrectiveActionState[] = ['proposed', 'analysing', 'awaiting-approval', 'in-progress', 'verifying']

describe('the states of a corrective action', () => {
  it('CA-1: each step follows the one before, and none is left out', () => {
    const all = Object.keys(nextStates) as CorrectiveActionState[]
    for (const [i, from] of way.entries()) {
      const expected = from === 'verifying' ? ['closed', 'carried-over'] : [way[i + 1]]
      expect(all.filter((to) => canMove(from, to))).toEqual(expected)
    }
  })

  it('CA-2: closed and carried over are final', () => {
    expect(nextStates.closed).toEqual([])
    expect(nextStates['carried-over']).toEqual([])
  })
})
