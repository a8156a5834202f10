// A submitted self-assessment as an office paper, printed in place of the screen it stands on: for the commune that
// answers for it and for those who follow it alike.
import { Suspense } from 'react'
import { feedId } from '#domain/change/feed.ts'
import { assessmentSheet } from '#domain/self-assessment/assessment-sheet.ts'
import { editionById } from '#domain/standard/edition.ts'
import type { AmendmentView } from '#data/contract/amendment-contract.ts'
import { AssessmentAnswers, AssessmentClauses, AssessmentFigures } from './assessment-tables.tsx'
import { HandedInPaper, usePaperWords } from './handed-in-paper.tsx'
import { PaperInstead, usePrinted } from './paper-instead.tsx'
import type { LoadedReview } from './review-gate.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useInstrument } from './use-instrument.ts'
import { useLive } from './use-live.ts'

type AssessmentPaperProps = Omit<LoadedReview, 'answers'> & { readonly screen: Pick<ScreenProps, 'store'> }
type Printed = { readonly isPrinted: boolean }

/** Its words come later than the screen, which stays in view. */
export const AssessmentPaper = (props: AssessmentPaperProps) => {
  const isPrinted = usePrinted()
  return (
    <Suspense fallback={null}>
      <Ready {...props} isPrinted={isPrinted} />
    </Suspense>
  )
}

type SubmissionPaperProps = Pick<AssessmentPaperProps, 'screen'> & {
  readonly unit: string
  /** Id of the submission; the latest of the round unless one is named. */
  readonly submission?: string | undefined
  readonly round?: string
}

/** The same where the screen has not read the review. */
export const SubmissionPaper = (props: SubmissionPaperProps) => {
  const isPrinted = usePrinted()
  return (
    <Suspense fallback={null}>
      <OfReview {...props} isPrinted={isPrinted} />
    </Suspense>
  )
}

const OfReview = ({ screen, unit, submission, round, isPrinted }: SubmissionPaperProps & Printed) => {
  const { store } = screen
  const review = useLive(async () => {
    const all = submission === undefined ? await store.assessments.submissions(unit) : []
    const id = submission ?? all.find(({ content }) => content.assessmentId === round)?.id
    return id === undefined ? null : store.reviews.of(unit, id)
  }, [store, unit, submission, round])
  return review ? <WithInstrument {...{ screen, review, isPrinted }} /> : null
}

const WithInstrument = (props: Omit<AssessmentPaperProps, 'instrument'> & Printed) => {
  const instrument = useInstrument(props.review.submission.content.instrument)
  return instrument === undefined ? null : <Ready {...props} instrument={instrument} />
}

const Ready = ({ isPrinted, ...props }: AssessmentPaperProps & Printed) => {
  const { store } = props.screen
  const { id, content } = props.review.submission
  const { unit, assessmentId } = content
  usePaperWords()
  const beside = useLive(async () => {
    const [rounds, amendments] = [
      await store.assessments.list(unit),
      await store.amendments.listOf(feedId(unit, 'pub'), id),
    ]
    return { startedOn: rounds.find((round) => round.id === assessmentId)?.startedOn ?? '', amendments }
  }, [store, unit, assessmentId, id])
  if (!isPrinted || beside === undefined) return null
  return (
    <PaperInstead>
      <Paper {...props} {...beside} />
    </PaperInstead>
  )
}

type PaperProps = AssessmentPaperProps & {
  readonly startedOn: string
  readonly amendments: readonly AmendmentView[]
}

const Paper = ({ screen, review, instrument, startedOn, amendments }: PaperProps) => {
  const { t, textOf } = usePaperWords()
  const { content } = review.submission
  const sheet = assessmentSheet(instrument, content, review.verifications)
  const [year = '', number = ''] = content.round.split('-')
  const edition = editionById(content.edition)
  const facts = [
    {
      term: t('assessment.by'),
      value: t('assessment.byText', { title: textOf(instrument.title), version: instrument.version }),
    },
    {
      term: t('assessment.edition'),
      value: [edition ? textOf(edition.label) : content.edition, edition?.needsChecking ? t('common:toCheck') : '']
        .filter(Boolean)
        .join(', '),
    },
  ]
  return (
    <HandedInPaper
      identity={screen.store.identity}
      title={t('assessment.title')}
      subtitle={t('assessment.subtitle', { number, year })}
      count={sheet.count}
      {...{ review, facts, startedOn, amendments }}
    >
      <AssessmentFigures sheet={sheet} />
      <AssessmentClauses sheet={sheet} />
      <AssessmentAnswers sheet={sheet} verifications={review.verifications} />
    </HandedInPaper>
  )
}
