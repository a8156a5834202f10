// How far the verification of a filled form is, the way to the next question, its two ends, and for the commune the way
// to a correction.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { fillingVerificationCount } from '#domain/questionnaire/filling/filling-verification.ts'
import { isOpenToVerify } from '#domain/self-assessment/verification.ts'
import { fillingPath } from '#features/filling-path.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { toneOfState, useReviewWords } from '#features/review-words.ts'
import { disputedOf, VerificationEnds } from '#features/verification-ends.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { draftFeed, verifyAnswerPath } from './paths.ts'
import type { SealedAnswersProps } from './sealed-answers.tsx'
import { SealedSigns } from './sealed-signs.tsx'
import { useVerifyWords } from './verify-words.ts'

export const SealedVerification = (props: SealedAnswersProps) => {
  const { screen, review } = props
  const words = useReviewWords().t
  const { t } = useVerifyWords()
  const { submission, verifications, state } = review
  const { verified, total, waiting, differing } = fillingVerificationCount(submission.content, verifications)
  const mayVerify = screen.person.may('verification', feedId(unitOfFilling(submission.filling), 'pub'))
  const done = words('progressOf', { verified, total })
  const differ = differing.length === 0 ? t('noDiffering') : t('differing', { count: differing.length })
  const [next] = waiting
  return (
    <Section title={words('verification')} actions={<Tag tone={toneOfState[state]}>{words(`state.${state}`)}</Tag>}>
      <Stack gap={4}>
        {state === 'superseded' && <Notice tone="note">{words('notLatest')}</Notice>}
        <Decided {...props} />
        <ProgressBar
          label={words('progress')}
          value={verified}
          max={Math.max(total, 1)}
          valueText={done}
          caption={`${done} · ${differ}`}
        />
        {screen.person.workplace !== 'commune' && <SealedSigns {...props} />}
        {!mayVerify && screen.person.workplace !== 'commune' && (
          <Notice tone="note">{words('question.readOnly')}</Notice>
        )}
        {mayVerify && (
          <Cluster>
            {isOpenToVerify(state) && next !== undefined && (
              <ButtonLink
                kind="main"
                iconEnd="chevron-right"
                href={verifyAnswerPath(submission.filling, submission.id, next)}
              >
                {words(verified === 0 ? 'begin' : 'next')}
              </ButtonLink>
            )}
            <Ends {...props} isComplete={waiting.length === 0} />
          </Cluster>
        )}
      </Stack>
    </Section>
  )
}

const Decided = (props: SealedAnswersProps) => {
  const { decision, state } = props.review
  const { t, authorText } = useReviewWords()
  if (decision === null) return null
  return (
    <Notice
      tone={decision.decision === 'closed' ? 'good' : 'warn'}
      title={t(`state.${decision.decision}`)}
      {...(state === 'reopened' && { actions: <Correct {...props} /> })}
    >
      {decision.reason !== '' && <p>{t('because', { reason: decision.reason })}</p>}
      <p>{authorText(decision)}</p>
    </Notice>
  )
}

/** For whoever leads the filling; everybody else of the commune reads that it is being corrected. */
const Correct = ({ screen, review }: SealedAnswersProps) => {
  const words = useReviewWords().t
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const { filling, content } = review.submission
  if (screen.person.workplace !== 'commune') return null
  if (review.isCorrecting) return <ButtonLink href={fillingPath(filling)}>{words('commune.correcting')}</ButtonLink>
  if (!screen.person.may('filling', draftFeed(content.unit))) return null
  const start = async (): Promise<void> => {
    const started = await screen.store.fillingReviews.startRevision(filling)
    setProblem(started.ok ? null : started.error)
    if (started.ok) navigate(fillingPath(filling))
  }
  return (
    <Stack gap={2}>
      <p>{words('commune.revisionHint')}</p>
      <Button kind="main" icon="edit" onClick={() => void start()}>
        {words('commune.startRevision')}
      </Button>
      <ProblemNotice problem={problem} />
    </Stack>
  )
}

const Ends = ({ screen: { store }, review, isComplete }: SealedAnswersProps & { readonly isComplete: boolean }) => {
  const { t } = useVerifyWords()
  const { id, filling } = review.submission
  return (
    <VerificationEnds
      state={review.state}
      isComplete={isComplete}
      disputed={disputedOf(review.verifications)}
      decide={(decision, reason) => store.fillingReviews.decide(filling, id, decision, reason)}
      reopenTitle={t('reopenTitle')}
    />
  )
}
