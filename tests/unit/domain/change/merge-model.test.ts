import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryBackupHistory, runBackupHistory } from '#support/sync/backup-model.ts'
import { mergeMutants, realMerge } from '#support/sync/merge-core.ts'
import { arbitraryHistory, runHistory } from '#support/sync/merge-model.ts'

const HISTORIES = 10_000
const BACKUP_HISTORIES = 5_000
const LONG = { timeout: 120_000 }

describe('the merge, against the causal past of every write', () => {
  it(
    'CHG-1, CHG-2, CHG-3, CHG-7: in every history the heads are the maximal writes (I3) and all replicas end equal (I2)',
    LONG,
    () => {
      const seen = { histories: 0, edits: 0, conflicted: 0 }
      fc.assert(
        fc.property(arbitraryHistory, (history) => {
          const world = runHistory(realMerge, history)
          seen.histories++
          seen.edits += world.ops.length
          seen.conflicted += world.conflicted
        }),
        { numRuns: HISTORIES },
      )
      process.stdout.write(`merge model: ${JSON.stringify(seen)}\n`)
      expect(seen.histories).toBe(HISTORIES)
      expect(seen.conflicted).toBeGreaterThan(HISTORIES)
    },
  )

  it.each(Object.keys(mergeMutants))('CHG-3: a merge by “%s” is found out', (name) => {
    const mutant = mergeMutants[name]
    if (!mutant) throw new Error(`no mutant ${name}`)
    const run = fc.check(
      fc.property(arbitraryHistory, (history) => void runHistory(mutant, history)),
      { numRuns: 500, seed: 174 },
    )
    expect(run.failed).toBe(true)
    expect(run.counterexample?.[0].length).toBeLessThanOrEqual(8)
  })
})

describe('backups, restorations and two levels of acknowledgement', () => {
  it(
    'SYN-10, DAT-4: whatever is lost, restored or heard twice, everything written arrives and all end equal (I1, I2, I7)',
    LONG,
    () => {
      const seen = { histories: 0, edits: 0, restores: 0 }
      fc.assert(
        fc.property(arbitraryBackupHistory, (history) => {
          const world = runBackupHistory('safe', history)
          seen.histories++
          seen.edits += world.edits
          seen.restores += world.restores
        }),
        { numRuns: BACKUP_HISTORIES },
      )
      process.stdout.write(`backup model: ${JSON.stringify(seen)}\n`)
      expect(seen.restores).toBeGreaterThan(BACKUP_HISTORIES)
    },
  )

  it('DAT-4: a device that forgets what was acknowledged before it is safe is found out', () => {
    const run = fc.check(
      fc.property(arbitraryBackupHistory, (history) => void runBackupHistory('ack', history)),
      { numRuns: 500, seed: 174 },
    )
    expect(run.failed).toBe(true)
    expect(run.counterexample?.[0].length).toBeLessThanOrEqual(6)
  })
})
