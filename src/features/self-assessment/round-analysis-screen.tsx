// What the answers of a round say so far, or say after what the monitor found.
import type { ScreenProps } from '#features/screen-props.ts'
import { AssessmentAnalysis } from '#features/assessment-analysis.tsx'
import { ReviewGate } from '#features/review-gate.tsx'
import { useReviewWords } from '#features/review-words.ts'
import { useEarlierMeans } from '#features/use-earlier-means.ts'
import { useLive } from '#features/use-live.ts'
import { verificationCount, verifiedAnswers } from '#domain/self-assessment/verification.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { roundPath } from './paths.ts'
import { type LoadedRound, RoundGate } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'

type RoundAnalysisScreenProps = ScreenProps & { readonly id: string }

export const RoundAnalysisScreen = ({ id, ...screen }: RoundAnalysisScreenProps) => (
  <RoundGate store={screen.store} id={id}>
    {(loaded) => <Analysed {...loaded} screen={screen} />}
  </RoundGate>
)

type AnalysedProps = LoadedRound & { readonly screen: ScreenProps }

const Analysed = ({ round, instrument, screen }: AnalysedProps) => {
  const { t } = useReviewWords()
  const { roundTitle } = useRoundWords()
  const { store } = screen
  const earlier = useEarlierMeans(store, round.unitId, round.id, round.round)
  const submissions = useLive(() => store.assessments.submissions(round.unitId), [store, round.unitId])
  const latest = submissions?.find(({ content }) => content.assessmentId === round.id)
  const draft = <AssessmentAnalysis {...{ instrument, earlier, screen }} answers={round.answers} verified={null} />
  return (
    <>
      <PageHeader
        title={t('analysis.title')}
        subtitle={roundTitle(round.round)}
        back={{ href: roundPath(round.id), label: roundTitle(round.round) }}
      />
      {round.submittedAt === null || latest === undefined ? (
        draft
      ) : (
        <ReviewGate store={store} unit={round.unitId} submission={latest.id} missing={draft}>
          {({ review, answers }) => {
            const { verified } = verificationCount(instrument, answers, review.verifications)
            const found = verified === 0 ? null : verifiedAnswers(answers, review.verifications)
            return <AssessmentAnalysis {...{ instrument, answers, earlier, screen }} verified={found} />
          }}
        </ReviewGate>
      )}
    </>
  )
}
