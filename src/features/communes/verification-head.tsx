// How far the verification of a submission is, the way to the next question, and its two ends: closed, or sent back.
import { isOpenToVerify, verificationCount } from '#domain/self-assessment/verification.ts'
import { assessmentSigns } from '#domain/self-assessment/signs.ts'
import { HonestyNotice } from '#features/honesty-notice.tsx'
import type { LoadedReview } from '#features/review-gate.tsx'
import { toneOfState, useReviewWords } from '#features/review-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { disputedOf, VerificationEnds } from '#features/verification-ends.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { pubFeed } from './feeds.ts'
import { analysisPath, verifyPath } from './paths.ts'

type VerificationHeadProps = LoadedReview & { readonly unit: string; readonly screen: ScreenProps }

export const VerificationHead = (props: VerificationHeadProps) => {
  const { unit, screen, review, instrument, answers } = props
  const { t } = useReviewWords()
  const { verified, total, differing, waiting } = verificationCount(instrument, answers, review.verifications)
  const mayVerify = screen.person.may('verification', pubFeed(unit))
  const [next] = waiting
  return (
    <Section
      title={t('verification')}
      actions={<Tag tone={toneOfState[review.state]}>{t(`state.${review.state}`)}</Tag>}
    >
      <Stack gap={4}>
        {review.state === 'superseded' && <Notice tone="note">{t('notLatest')}</Notice>}
        <Decided {...props} />
        <ProgressBar
          label={t('progress')}
          value={verified}
          max={total}
          valueText={t('progressOf', { verified, total })}
          caption={`${t('progressOf', { verified, total })} · ${
            differing.length === 0 ? t('noDiffering') : t('differing', { count: differing.length })
          }`}
        />
        <Signs {...props} />
        <Cluster>
          {mayVerify && isOpenToVerify(review.state) && next !== undefined && (
            <ButtonLink kind="main" iconEnd="chevron-right" href={verifyPath(unit, review.submission.id, next)}>
              {verified === 0 ? t('begin') : t('next')}
            </ButtonLink>
          )}
          <ButtonLink icon="chart" href={analysisPath(unit, review.submission.id)}>
            {t('analysis.open')}
          </ButtonLink>
          {mayVerify && <Ends {...props} isComplete={waiting.length === 0} />}
        </Cluster>
      </Stack>
    </Section>
  )
}

const Decided = ({ review: { decision } }: VerificationHeadProps) => {
  const { t, authorText } = useReviewWords()
  if (decision === null) return null
  return (
    <Notice tone={decision.decision === 'closed' ? 'good' : 'warn'} title={t(`state.${decision.decision}`)}>
      {decision.reason !== '' && <p>{t('because', { reason: decision.reason })}</p>}
      <p>{authorText(decision)}</p>
    </Notice>
  )
}

const Ends = ({
  unit,
  screen: { store },
  review,
  isComplete,
}: VerificationHeadProps & { readonly isComplete: boolean }) => (
  <VerificationEnds
    state={review.state}
    isComplete={isComplete}
    disputed={disputedOf(review.verifications)}
    decide={(decision, reason) => store.reviews.decide(unit, review.submission.id, decision, reason)}
  />
)

/** Worked out again from what was sealed (HON-5). */
const Signs = ({ unit, screen: { store }, review, instrument, answers }: VerificationHeadProps) => {
  const { submission } = review
  const { content } = submission
  const around = useLive(async () => {
    const [rounds, submissions] = [await store.assessments.list(unit), await store.assessments.submissions(unit)]
    return { startedOn: rounds.find(({ id }) => id === content.assessmentId)?.startedOn ?? '', submissions }
  }, [store, unit, content.assessmentId])
  if (around === undefined) return null
  const photos = new Map(submission.evidence.map((photo) => [photo.sha256, photo]))
  const signs = assessmentSigns(instrument, {
    answers,
    evidence: content.evidence.map(({ questionId, sha256 }) => ({
      questionId,
      sha256,
      takenAt: photos.get(sha256)?.takenAt ?? null,
      on: photos.get(sha256)?.on.date ?? null,
    })),
    earlierPhotos: around.submissions
      .filter((other) => other.content.round < content.round)
      .flatMap((other) => other.content.evidence.map(({ sha256 }) => sha256)),
    startedOn: around.startedOn,
    pace: content.pace,
  })
  return <HonestyNotice signs={signs} forReviewer />
}
