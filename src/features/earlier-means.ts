// The means of the rounds before one, each by the instrument it was given in: what was answered before is never counted
// with newer questions.
import type { SubmissionView } from '#data/contract/self-assessment-contract.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { type Means, meansOf } from '#domain/self-assessment/comparison.ts'

/** `2026-2` is before `2026-10`: a round may be open while a later one was handed in. */
const isBefore = (one: string, other: string): boolean => one.localeCompare(other, 'en', { numeric: true }) < 0

/** The latest revision of each earlier round, the latest round first; `submissions` as the store lists them. */
export async function earlierMeans(
  submissions: readonly SubmissionView[],
  before: { readonly assessment: string; readonly round: string },
): Promise<readonly { readonly round: string; readonly means: Means }[]> {
  const seen = new Set([before.assessment])
  const older = submissions.filter(({ content }) => isBefore(content.round, before.round))
  const latest = older.filter(({ content }) => !seen.has(content.assessmentId) && seen.add(content.assessmentId))
  const all = await Promise.all(
    latest.map(async ({ content }) => {
      const instrument = await loadInstrument(content.instrument)
      const answers = Object.fromEntries(content.answers.map((answer) => [answer.questionId, answer]))
      return instrument ? [{ round: content.round, means: meansOf(instrument, answers) }] : []
    }),
  )
  return all.flat()
}
