// What became of a round after it was handed in: what the monitor found and why, the way to a correction, what is done
// about every gap, and the earlier submissions. Its words come later than the round, which stays in view.
import { Suspense, useState } from 'react'
import type { AssessmentView } from '#data/contract/self-assessment-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { verificationCount } from '#domain/self-assessment/verification.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { type LoadedReview, ReviewGate } from '#features/review-gate.tsx'
import { toneOfState, useReviewWords } from '#features/review-words.ts'
import { RevisionRows } from '#features/revision-rows.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { GapRows } from './gap-rows.tsx'
import { revisionPath } from './paths.ts'
import { mayStartRound } from './round-access.ts'

type RoundReviewProps = { readonly round: AssessmentView; readonly screen: ScreenProps }

/** Draws nothing for a round that was never handed in. */
export const RoundReview = (props: RoundReviewProps) => (
  <Suspense fallback={null}>
    <Latest {...props} />
  </Suspense>
)

const Latest = ({ round, screen }: RoundReviewProps) => {
  const { store } = screen
  const submissions = useLive(() => store.assessments.submissions(round.unitId), [store, round.unitId])
  const latest = submissions?.find(({ content }) => content.assessmentId === round.id)
  if (latest === undefined) return null
  return (
    <ReviewGate store={store} unit={round.unitId} submission={latest.id}>
      {(loaded) => (
        <Stack gap={5}>
          <Found {...{ round, screen }} {...loaded} />
          <GapRows {...{ screen }} unit={round.unitId} {...loaded} />
          <RevisionRows review={loaded.review} hrefOf={(id) => revisionPath(round.id, id)} linksAll />
        </Stack>
      )}
    </ReviewGate>
  )
}

type FoundProps = RoundReviewProps & LoadedReview

const Found = (props: FoundProps) => {
  const { t } = useReviewWords()
  const { round, review, instrument, answers } = props
  const { verified, total, differing } = verificationCount(instrument, answers, review.verifications)
  const isCorrecting = round.submittedAt === null
  const words = () => {
    if (review.state === 'closed') return t('commune.closed', { total })
    return verified === 0 ? t('commune.waiting') : t('commune.verifying', { verified, total })
  }
  return (
    <Section
      title={t('commune.title')}
      actions={<Tag tone={toneOfState[review.state]}>{t(`state.${review.state}`)}</Tag>}
      detail={differing.length === 0 ? undefined : t('differing', { count: differing.length })}
    >
      <Stack gap={3}>
        {review.state === 'reopened' ? <SentBack {...props} isCorrecting={isCorrecting} /> : <p>{words()}</p>}
      </Stack>
    </Section>
  )
}

const SentBack = ({ round, screen, review, isCorrecting }: FoundProps & { readonly isCorrecting: boolean }) => {
  const { t, authorText } = useReviewWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const start = async (): Promise<void> => {
    const started = await screen.store.reviews.startRevision(round.id)
    setProblem(started.ok ? null : started.error)
  }
  const { decision } = review
  return (
    <>
      <Notice tone="warn" title={t(isCorrecting ? 'commune.correcting' : 'commune.reopened')}>
        {decision !== null && <p>{t('because', { reason: decision.reason })}</p>}
        {decision !== null && <p>{authorText(decision)}</p>}
        {isCorrecting && <p>{t('commune.correctingText')}</p>}
      </Notice>
      {!isCorrecting && mayStartRound(screen.person, round.unitId) && (
        <>
          <p>{t('commune.revisionHint')}</p>
          <Button kind="main" wide icon="edit" onClick={() => void start()}>
            {t('commune.startRevision')}
          </Button>
        </>
      )}
      <ProblemNotice problem={problem} />
    </>
  )
}
