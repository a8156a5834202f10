// The sealed answers, chapter by chapter, each with its score in words, its reason, note and photos. A chapter starts
// with its mean, so that the weak ones are found without reading all fifty-two.
import { type ReactNode, Suspense } from 'react'
import type { SubmissionView } from '#data/contract/self-assessment-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Instrument, Question, Section as Chapter } from '#domain/questionnaire/instrument.ts'
import { type Answers, emptyAnswer, type Score } from '#domain/self-assessment/answer.ts'
import { assessmentResults } from '#domain/self-assessment/results.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import type { Platform } from '#features/screen-props.ts'
import { numberOf } from '#features/review-words.ts'
import { useInstrument } from '#features/use-instrument.ts'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

type SubmissionAnswersProps = {
  readonly view: SubmissionView
  readonly store: Pick<PersonStore, 'evidence' | 'drafts' | 'activities'>
  readonly platform: Platform
  /** What stands beside the answers after they were handed in. */
  readonly beside?: BesideAnswers
}

export type BesideAnswers = {
  readonly shows: (question: string) => boolean
  /** Words and a mark for one question. */
  readonly noteOf: (question: string) => ReactNode
  readonly hrefOf?: (question: string) => string
  readonly cue?: string
  /** Below the questions of a chapter. */
  readonly actionsOf?: (questions: readonly string[]) => ReactNode
}

export const SubmissionAnswers = (props: SubmissionAnswersProps) => {
  const { t } = useText('communes')
  return (
    <Suspense fallback={<Skeleton label={t('common:loading')} shape="rows" count={6} />}>
      <Answered {...props} />
    </Suspense>
  )
}

const Answered = (props: SubmissionAnswersProps) => {
  const { t } = useText('communes')
  const instrument = useInstrument(props.view.content.instrument)
  if (instrument === undefined)
    return (
      <Notice tone="warn" title={t('submission.noInstrument')}>
        {t('submission.noInstrumentText')}
      </Notice>
    )
  return <Chapters {...props} instrument={instrument} />
}

type WithInstrument = SubmissionAnswersProps & { readonly instrument: Instrument }

const Chapters = ({ instrument, ...props }: WithInstrument) => {
  const { t, language } = useText('records')
  const formats = useFormats()
  const { content } = props.view
  const answers: Answers = Object.fromEntries(content.answers.map((answer) => [answer.questionId, answer]))
  const results = assessmentResults(instrument, answers)
  const titleOf = ({ clause, title }: Chapter): string => {
    const text = language === 'en' ? title.en : title.vi
    return clause === null ? text : t('submission.section', { clause, title: text })
  }
  const { beside } = props
  return instrument.sections.map((chapter) => {
    const asked = instrument.questions.filter(({ section }) => section === chapter.id)
    const shown = asked.filter(({ id }) => beside?.shows(id) ?? true)
    if (shown.length === 0) return null
    const mean = results.sections.find(({ section }) => section === chapter.id)?.mean ?? null
    const detail = mean === null ? t('submission.noMean') : t('submission.mean', { mean: formats.number(mean, 1) })
    return (
      <Section key={chapter.id} title={titleOf(chapter)} detail={detail}>
        <Rows label={titleOf(chapter)}>
          {shown.map((question) => (
            <AnswerRow key={question.id} question={question} answers={answers} {...props} />
          ))}
        </Rows>
        {beside?.actionsOf?.(asked.map(({ id }) => id))}
      </Section>
    )
  })
}

const toneOf = (score: Score): Tone => {
  if (score === 'na' || score === null) return 'idle'
  return (['bad', 'warn', 'act', 'good'] as const)[score]
}

type AnswerRowProps = SubmissionAnswersProps & { readonly question: Question; readonly answers: Answers }

const AnswerRow = ({ question, answers, view: { content, evidence }, store, platform, beside }: AnswerRowProps) => {
  const { t, language } = useText('records')
  const { score, reason, note } = answers[question.id] ?? emptyAnswer
  const of = `ans.${content.assessmentId}.${question.id}`
  const number = numberOf(question)
  const hasPhotos = evidence.some((photo) => photo.of === of)
  const words = [
    question.clause === null ? '' : t('submission.clause', { clause: question.clause }),
    question.isKey ? t('submission.key') : '',
    score === 'na' && reason !== '' ? t('submission.reason', { reason }) : '',
    note,
  ].filter(Boolean)
  return (
    <Row
      title={`${number} ${language === 'en' ? question.text.en : question.text.vi}`}
      detail={
        <>
          {words.join(' · ')}
          {beside?.noteOf(question.id)}
        </>
      }
      {...(beside?.hrefOf && { href: beside.hrefOf(question.id), cue: beside.cue ?? '' })}
      trailing={
        <Tag tone={toneOf(score)}>
          {beside ? t('submission.own', { level: scoreText(score, t) }) : scoreText(score, t)}
        </Tag>
      }
      {...(hasPhotos && {
        actions: (
          <EvidenceStrip
            {...{ of, store, platform }}
            feed={feedId(content.unit, 'pub')}
            canEdit={false}
            label={t('submission.photos', { number })}
          />
        ),
      })}
    />
  )
}

const scoreText = (score: Score, t: ReturnType<typeof useText>['t']): string =>
  typeof score === 'number' ? `${score} · ${t(`score.${score}`)}` : t(`score.${score ?? 'none'}`)
