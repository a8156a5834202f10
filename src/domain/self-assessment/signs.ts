/** The honest-answering rules on a self-assessment: from its draft before handing in, from what was sealed after. */
import { type HonestySign, honestySigns, type Pace, periodOf } from '#domain/honest-answering/honest-answering.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { Answer } from './answer.ts'

export interface AssessmentTraces {
  readonly answers: Readonly<
    Record<string, Answer & { readonly changedAt?: number | null; readonly changedBy?: string | null }>
  >
  readonly evidence: readonly {
    readonly questionId: string
    readonly sha256: string
    readonly takenAt: number | null
    readonly on?: LocalDate | null
  }[]
  readonly earlierPhotos: readonly string[]
  /** Day the round began; empty where unknown. */
  readonly startedOn: string
  readonly pace?: Pace | undefined
}

/** Rule HON-5. */
export function assessmentSigns(instrument: Instrument, traces: AssessmentTraces): readonly HonestySign[] {
  const withPhotos = new Set(traces.evidence.map(({ questionId }) => questionId))
  const answers = instrument.questions.map(({ id }) => {
    const answer = traces.answers[id]
    return {
      questionId: id,
      value: answer?.score ?? null,
      hasOwnWords: withPhotos.has(id) || (answer?.note ?? '').trim() !== '' || (answer?.reason ?? '').trim() !== '',
      at: answer?.changedAt ?? null,
      by: answer?.changedBy ?? null,
    }
  })
  const { evidence, earlierPhotos, startedOn, pace } = traces
  return honestySigns({ answers, evidence, earlierPhotos, pace, ...periodOf(startedOn) })
}
