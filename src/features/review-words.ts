// How a verification is said on both sides: the state of a submission, a level with its words, who wrote it and when.
import type { Written } from '#data/contract/review-contract.ts'
import type { Instrument, Question } from '#domain/questionnaire/instrument.ts'
import type { Score } from '#domain/self-assessment/answer.ts'
import type { SubmissionState } from '#domain/self-assessment/verification.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

export const toneOfState: Readonly<Record<SubmissionState, Tone>> = {
  submitted: 'note',
  verifying: 'act',
  closed: 'good',
  reopened: 'warn',
  superseded: 'idle',
}

export const toneOfLevel = (score: Score): Tone => {
  if (score === 'na' || score === null) return 'idle'
  return (['bad', 'warn', 'act', 'good'] as const)[score]
}

/** The question's own number, which differs from that of its clause. */
export const numberOf = ({ clause, id }: Pick<Question, 'clause' | 'id'>): string =>
  id.replace(/^Q/, '') || (clause ?? '')

export function useReviewWords() {
  const { t, language } = useText('review')
  const records = useText('records').t
  const formats = useFormats()
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  return {
    t,
    formats,
    language,
    textOf,
    levelText: (score: Score): string =>
      typeof score === 'number' ? `${score} · ${records(`score.${score}`)}` : records(`score.${score ?? 'none'}`),
    authorText: ({ byName, at }: Written): string =>
      t('by', { author: byName ?? t('someone'), time: formats.dateTime(at) }),
    revisionText: (revision: number): string =>
      revision === 1 ? t('firstRevision') : t('revision', { number: revision }),
    sectionText: ({ clause, title }: Instrument['sections'][number]): string =>
      clause === null ? textOf(title) : records('submission.section', { clause, title: textOf(title) }),
    numbersOf: (questions: readonly string[]): string => formats.list(questions.map((id) => id.replace(/^Q/, ''))),
  }
}

export type ReviewWords = ReturnType<typeof useReviewWords>
