// What a submission says, for whoever follows the commune.
import type { ScreenProps } from '#features/screen-props.ts'
import { AssessmentAnalysis } from '#features/assessment-analysis.tsx'
import { type LoadedReview, ReviewGate } from '#features/review-gate.tsx'
import { useReviewWords } from '#features/review-words.ts'
import { useEarlierMeans } from '#features/use-earlier-means.ts'
import { verificationCount, verifiedAnswers } from '#domain/self-assessment/verification.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { answersPath } from './paths.ts'

type SubmissionAnalysisScreenProps = ScreenProps & { readonly unit: string; readonly submission: string }

export const SubmissionAnalysisScreen = ({ unit, submission, ...screen }: SubmissionAnalysisScreenProps) => {
  const { t } = useReviewWords()
  const back = { href: answersPath(unit, submission), label: t('verification') }
  const place = screen.person.communes.find(({ id }) => id === unit)?.name
  return (
    <>
      <PageHeader title={t('analysis.title')} subtitle={place} back={back} />
      <ReviewGate store={screen.store} unit={unit} submission={submission}>
        {(loaded) => <Analysed {...loaded} unit={unit} screen={screen} />}
      </ReviewGate>
    </>
  )
}

type AnalysedProps = LoadedReview & { readonly unit: string; readonly screen: ScreenProps }

const Analysed = ({ review, instrument, answers, unit, screen }: AnalysedProps) => {
  const { content } = review.submission
  const earlier = useEarlierMeans(screen.store, unit, content.assessmentId, content.round)
  const { verified } = verificationCount(instrument, answers, review.verifications)
  const found = verified === 0 ? null : verifiedAnswers(answers, review.verifications)
  return <AssessmentAnalysis {...{ instrument, answers, earlier, screen }} verified={found} />
}
