/** Handed-in self-assessments as figures. Instruments are fetched before a gesture: their import would end a transaction. */
import { feedId } from '#domain/change/feed.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { Answers } from '#domain/self-assessment/answer.ts'
import { type AssessmentResults, assessmentResults } from '#domain/self-assessment/results.ts'
import type { SubmissionContent } from '#domain/self-assessment/submission.ts'
import type { GestureReader } from '#data/gesture.ts'
import { field } from './entity-query.ts'

export type Instruments = ReadonlyMap<string, Instrument>

const contentsIn = async (reader: GestureReader, unit: string): Promise<readonly SubmissionContent[]> =>
  (await reader.ofKind(feedId(unit, 'pub'), 'submission'))
    .map((state) => field<SubmissionContent>(state, 'content', {} as SubmissionContent))
    .sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1))

export async function instrumentsOf(reader: GestureReader, unit: string): Promise<Instruments> {
  const keys = [...new Set((await contentsIn(reader, unit)).map(({ instrument }) => instrument))]
  const found = await Promise.all(keys.map(async (key) => [key, await loadInstrument(key)] as const))
  return new Map(found.flatMap(([key, instrument]) => (instrument ? [[key, instrument] as const] : [])))
}

export interface KnownSubmission {
  readonly round: string
  readonly results: AssessmentResults
}

/** The latest of each round, the latest round first; those of an unknown instrument are left out. */
export async function knownSubmissions(
  reader: GestureReader,
  unit: string,
  instruments: Instruments,
): Promise<readonly KnownSubmission[]> {
  const contents = await contentsIn(reader, unit)
  const latest = contents.filter(({ round }, at) => contents.findIndex((other) => other.round === round) === at)
  return latest.flatMap(({ round, instrument: key, answers }) => {
    const instrument = instruments.get(key)
    if (!instrument) return []
    const byQuestion: Answers = Object.fromEntries(answers.map((answer) => [answer.questionId, answer]))
    return [{ round, results: assessmentResults(instrument, byQuestion) }]
  })
}
