// A submission with all that was found about it, and the questions it answers: waited for once, for every screen that
// comes after handing in.
import { type ReactNode, Suspense } from 'react'
import type { ReviewView } from '#data/contract/review-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { Answers } from '#domain/self-assessment/answer.ts'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useInstrument } from './use-instrument.ts'
import { useLive } from './use-live.ts'

export type LoadedReview = {
  readonly review: ReviewView
  readonly instrument: Instrument
  readonly answers: Answers
}

type ReviewGateProps = {
  readonly store: Pick<PersonStore, 'reviews'>
  readonly unit: string
  readonly submission: string
  /** Drawn where the submission is not on this device. */
  readonly missing?: ReactNode
  readonly children: (loaded: LoadedReview) => ReactNode
}

export const ReviewGate = (props: ReviewGateProps) => (
  <Suspense fallback={<Waiting />}>
    <Loaded {...props} />
  </Suspense>
)

const Waiting = () => {
  const { t } = useText('common')
  return <Skeleton label={t('loading')} shape="rows" count={6} />
}

const Loaded = ({ store, unit, submission, missing = null, children }: ReviewGateProps) => {
  const review = useLive(() => store.reviews.of(unit, submission), [store, unit, submission])
  if (review === undefined) return <Waiting />
  if (review === null) return missing
  return <WithInstrument review={review}>{children}</WithInstrument>
}

type WithInstrumentProps = Pick<LoadedReview, 'review'> & Pick<ReviewGateProps, 'children'>

const WithInstrument = ({ review, children }: WithInstrumentProps) => {
  const { t } = useText('communes')
  const { content } = review.submission
  const instrument = useInstrument(content.instrument)
  if (instrument === undefined)
    return (
      <Notice tone="warn" title={t('submission.noInstrument')}>
        {t('submission.noInstrumentText')}
      </Notice>
    )
  const answers: Answers = Object.fromEntries(content.answers.map((answer) => [answer.questionId, answer]))
  return children({ review, instrument, answers })
}
