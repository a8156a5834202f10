import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MergeCore, mergeMutants, realMerge } from '#support/sync/merge-core.ts'
import { arbitraryHistory, runHistory, type Step } from '#support/sync/merge-model.ts'

function judge(core: MergeCore, history: readonly Step[]): void {
  const { replicas } = runHistory(core, history)
  const states = replicas.map((replica) =>
    JSON.stringify(Object.entries(replica.regs).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
  if (new Set(states).size > 1) throw new Error(`replicas differ: ${states.join('\n')}`)
}

describe('the merge, against the causal past of every write', () => {
  it('CHG-1 CHG-2 CHG-3: in every history the heads are the maximal writes and all replicas end equal', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => judge(realMerge, history)),
      { numRuns: 1500 },
    )
  })

  it('CHG-3: the histories tried do contain conflicts, so the test above is not empty', () => {
    const histories = fc.sample(arbitraryHistory, { numRuns: 100, seed: 174 })
    const conflicted = histories.filter((history) =>
      runHistory(realMerge, history).replicas.some(({ regs }) =>
        Object.values(regs).some((register) => register.h.length > 1),
      ),
    )
    expect(conflicted.length).toBeGreaterThan(50)
  })

  it.each(Object.keys(mergeMutants))('CHG-3: a merge by “%s” is found out', (name) => {
    const mutant = mergeMutants[name]
    if (!mutant) throw new Error(`no mutant ${name}`)
    const run = fc.check(
      fc.property(arbitraryHistory, (history) => judge(mutant, history)),
      { numRuns: 500, seed: 174 },
    )
    expect(run.failed).toBe(true)
    expect(run.counterexample?.[0].length).toBeLessThanOrEqual(8)
  })
})
