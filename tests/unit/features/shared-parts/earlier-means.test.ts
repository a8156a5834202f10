import { describe, expect, it } from 'vitest'
import type { SubmissionView } from '#data/contract/self-assessment-contract.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { OVERALL } from '#domain/self-assessment/comparison.ts'
import { earlierMeans } from '#features/earlier-means.ts'

const handedIn = (round: string, score: 0 | 1 | 2 | 3, revision?: number) =>
  ({
    content: {
      assessmentId: `asm.u.${round}`,
      instrument: COMMUNE_SELF_ASSESSMENT,
      round,
      answers: [{ questionId: 'Q4.1', score, reason: '', note: '' }],
      ...(revision !== undefined && { revision }),
    },
  }) as unknown as SubmissionView

const before = async (given: readonly SubmissionView[], round: string) =>
  (await earlierMeans(given, { assessment: `asm.u.${round}`, round })).map((one) => [one.round, one.means[OVERALL]])

describe('the rounds before one', () => {
  const given = [handedIn('2026-10', 3), handedIn('2026-2', 1, 2), handedIn('2026-2', 0), handedIn('2025-1', 2)]

  it('SA-18: are those of a smaller number in their latest revision, also for a round that is still open', async () => {
    expect(await before(given, '2026-10')).toEqual([
      ['2026-2', 1],
      ['2025-1', 2],
    ])
    expect(await before(given, '2026-2')).toEqual([['2025-1', 2]])
    expect(await before(given, '2026-1')).toEqual([['2025-1', 2]])
    expect(await before(given, '2025-1')).toEqual([])
  })
})
