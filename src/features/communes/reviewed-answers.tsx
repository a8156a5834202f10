// The sealed answers with what was found about each: how far the verification is, which questions to look at, agreeing
// to all of a chapter at once, and the two ways it ends.
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { SubmissionView } from '#data/contract/self-assessment-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { emptyAnswer } from '#domain/self-assessment/answer.ts'
import { differs, isOpenToVerify, isVerified, verificationCount } from '#domain/self-assessment/verification.ts'
import { AssessmentPaper } from '#features/assessment-paper.tsx'
import { BehindPaper } from '#features/paper-instead.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { type LoadedReview, ReviewGate } from '#features/review-gate.tsx'
import { useReviewWords } from '#features/review-words.ts'
import { RevisionRows } from '#features/revision-rows.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { SubmissionAnswers } from '#features/submission-answers.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { pubFeed } from './feeds.ts'
import { FoundNote } from './found-note.tsx'
import { answersPath, verifyPath } from './paths.ts'
import { VerificationHead } from './verification-head.tsx'

type ReviewedAnswersProps = {
  readonly unit: string
  readonly view: SubmissionView
  readonly screen: ScreenProps
}

export const ReviewedAnswers = ({ unit, view, screen }: ReviewedAnswersProps) => (
  <ReviewGate store={screen.store} unit={unit} submission={view.id}>
    {(loaded) => (
      <>
        <BehindPaper>
          <Stack gap={5}>
            <VerificationHead {...{ unit, screen }} {...loaded} />
            <RevisionRows review={loaded.review} hrefOf={(id) => answersPath(unit, id)} />
            <Answers {...{ unit, screen }} {...loaded} />
          </Stack>
        </BehindPaper>
        <AssessmentPaper screen={screen} {...loaded} />
      </>
    )}
  </ReviewGate>
)

type Show = 'all' | 'waiting' | 'differing'

const showOf = (text: string | null): Show => (text === 'waiting' || text === 'differing' ? text : 'all')

type AnswersProps = LoadedReview & Omit<ReviewedAnswersProps, 'view'>

const Answers = (props: AnswersProps) => {
  const { unit, screen, review, instrument, answers } = props
  const { t } = useReviewWords()
  const [params, setParams] = useSearchParams()
  const show = showOf(params.get('show'))
  const { verifications, submission } = review
  const agree = useAgree(props)
  const mayVerify = screen.person.may('verification', pubFeed(unit)) && isOpenToVerify(review.state)
  const shows = (question: string): boolean => {
    if (show === 'waiting') return !isVerified(verifications[question])
    return show === 'all' || differs(answers[question] ?? emptyAnswer, verifications[question])
  }
  const { verified, waiting, differing } = verificationCount(instrument, answers, verifications)
  const noteOf = (question: string) => (
    <FoundNote own={answers[question] ?? emptyAnswer} found={verifications[question]} />
  )
  const actionsOf = (questions: readonly string[]) => (
    <AgreeAll questions={questions.filter((id) => waiting.includes(id))} onAgree={agree.agree} />
  )
  const isEmpty = (show === 'waiting' && waiting.length === 0) || (show === 'differing' && differing.length === 0)
  return (
    <Stack gap={5}>
      {(mayVerify || verified > 0) && (
        <Segmented
          legend={t('show')}
          name="show"
          value={show}
          onChange={(next) => setParams(next === 'all' ? {} : { show: next }, { replace: true })}
          options={[
            { value: 'all', label: t('showAll') },
            { value: 'waiting', label: t('showWaiting') },
            { value: 'differing', label: t('showDiffering') },
          ]}
        />
      )}
      <ProblemNotice problem={agree.problem} />
      {isEmpty && <EmptyState icon="check" title={t('nothing')} text={t('nothingText')} />}
      <SubmissionAnswers
        view={submission}
        store={screen.store}
        platform={screen.platform}
        beside={{
          shows,
          noteOf,
          ...((mayVerify || verified > 0) && {
            hrefOf: (question: string) => verifyPath(unit, submission.id, question),
            cue: t('read'),
          }),
          ...(mayVerify && {
            actionsOf,
          }),
        }}
      />
    </Stack>
  )
}

type AgreeAllProps = {
  readonly questions: readonly string[]
  readonly onAgree: (questions: readonly string[]) => Promise<void>
}

const AgreeAll = ({ questions, onAgree }: AgreeAllProps) => {
  const { t } = useReviewWords()
  if (questions.length === 0) return null
  return (
    <Cluster>
      <Button icon="check" onClick={() => void onAgree(questions)}>
        {t('agreeSection', { count: questions.length })}
      </Button>
    </Cluster>
  )
}

/** Agrees to the commune's own level, with a way back. */
function useAgree({ unit, screen: { store, clock }, review, answers }: AnswersProps) {
  const { t, formats } = useReviewWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const write = async (questions: readonly string[], isAgreed: boolean): Promise<boolean> => {
    const found = questions.map((id) => [id, { level: isAgreed ? (answers[id]?.score ?? null) : null, reason: '' }])
    const saved = await store.reviews.verify(unit, review.submission.id, Object.fromEntries(found))
    setProblem(saved.ok ? null : saved.error)
    return saved.ok
  }
  const agree = async (questions: readonly string[]): Promise<void> => {
    if (!(await write(questions, true))) return
    showToast({
      text: t('agreed', { time: formats.time(clock.now()) }),
      tone: 'good',
      actionLabel: t('common:undo'),
      onAction: () => void write(questions, false),
    })
  }
  return { agree, problem }
}
