/** The honest-answering rules on a self-assessment: from its draft before handing in, from what was sealed after. */
import { type HonestySign, honestySigns, type Pace } from '#domain/honest-answering/honest-answering.ts'
import { addMonths, isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { Answer } from './answer.ts'

/** How far back evidence may lie: a year before the round began (our proposal, cần kiểm tra). */
const PERIOD_MONTHS = 12

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
  const period = isLocalDate(startedOn) ? { periodFrom: addMonths(startedOn, -PERIOD_MONTHS) } : {}
  return honestySigns({ answers, evidence, earlierPhotos, pace, ...period })
}
