// The means of the rounds before one, each by the instrument it was given in: what was answered before is never counted
// with newer questions.
import type { SubmissionView } from '#data/contract/self-assessment-contract.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { type Means, meansOf } from '#domain/self-assessment/comparison.ts'

/** The latest revision of each earlier round, the latest round first; `submissions` as the store lists them. */
export async function earlierMeans(
  submissions: readonly SubmissionView[],
  before: { readonly assessment: string; readonly round: string },
): Promise<readonly { readonly round: string; readonly means: Means }[]> {
  const seen = new Set([before.assessment])
  const position = submissions.findIndex(({ content }) => content.assessmentId === before.assessment)
  const older = position < 0 ? submissions : submissions.slice(position + 1)
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
