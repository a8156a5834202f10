// One question of a submission as whoever verifies it sees it: what the commune answered and showed, one button to
// agree, or another level with why. Works without a network, like everything else.
import type { ScreenProps } from '#features/screen-props.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { MakeAction } from '#features/make-action.tsx'
import { type LoadedReview, ReviewGate } from '#features/review-gate.tsx'
import { numberOf, toneOfLevel, useReviewWords } from '#features/review-words.ts'
import { useLive } from '#features/use-live.ts'
import { VerificationSteps } from '#features/verification-steps.tsx'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { emptyAnswer } from '#domain/self-assessment/answer.ts'
import { gapOf, isOpenToVerify, verificationCount } from '#domain/self-assessment/verification.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Columns, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { pubFeed } from './feeds.ts'
import { FoundNote } from './found-note.tsx'
import { answersPath, verifyPath } from './paths.ts'
import { VerifyChoice } from './verify-choice.tsx'

type VerifyQuestionScreenProps = ScreenProps & {
  readonly unit: string
  readonly submission: string
  readonly question: string
}

export const VerifyQuestionScreen = ({ unit, submission, question, ...screen }: VerifyQuestionScreenProps) => {
  const { t } = useReviewWords()
  const back = { href: answersPath(unit, submission), label: t('verification') }
  const unknown = <PageHeader title={t('question.unknown')} back={back} />
  return (
    <ReviewGate store={screen.store} unit={unit} submission={submission} missing={unknown}>
      {(loaded) => {
        const asked = loaded.instrument.questions.find(({ id }) => id === question)
        if (asked === undefined) return unknown
        return <OneQuestion key={question} {...loaded} {...{ unit, screen, back }} question={asked} />
      }}
    </ReviewGate>
  )
}

export type VerifiedQuestion = LoadedReview & {
  readonly unit: string
  readonly screen: ScreenProps
  readonly question: Question
}

const OneQuestion = (
  props: VerifiedQuestion & { readonly back: { readonly href: string; readonly label: string } },
) => {
  const { unit, screen, review, answers, question, back } = props
  const { t, textOf } = useReviewWords()
  const actions = useLive(() => screen.store.reviews.actions([unit]), [screen.store, unit])
  const own = answers[question.id] ?? emptyAnswer
  const found = review.verifications[question.id]
  const mayVerify = screen.person.may('verification', pubFeed(unit))
  const isOpen = isOpenToVerify(review.state)
  return (
    <>
      <PageHeader title={`${numberOf(question)} ${textOf(question.text)}`} back={back} />
      <Columns
        main={
          <Stack gap={5}>
            <OwnAnswer {...props} />
            <FoundNote own={own} found={found} />
            {mayVerify && isOpen && <VerifyChoice {...props} />}
            {!mayVerify && <Notice tone="note">{t('question.readOnly')}</Notice>}
            {mayVerify && !isOpen && <Notice tone="note">{t('question.notOpen')}</Notice>}
            {gapOf(own, found) !== null && (
              <Cluster>
                <MakeAction {...{ screen, unit, question }} of={review.submission.id} actions={actions ?? []} />
              </Cluster>
            )}
          </Stack>
        }
        aside={
          <Section title={t('question.lookFor')}>
            <p>{textOf(question.evidence)}</p>
          </Section>
        }
      />
      <QuestionSteps {...props} />
    </>
  )
}

const OwnAnswer = ({ unit, screen, review, answers, question }: VerifiedQuestion) => {
  const { t, levelText } = useReviewWords()
  const { score, reason, note } = answers[question.id] ?? emptyAnswer
  const { content } = review.submission
  return (
    <Stack gap={3}>
      <DefinitionList
        items={[
          { term: t('question.own'), value: <Tag tone={toneOfLevel(score)}>{levelText(score)}</Tag> },
          ...(reason === '' ? [] : [{ term: t('question.ownReason'), value: reason }]),
          ...(note === '' ? [] : [{ term: t('question.ownNote'), value: note }]),
        ]}
      />
      <EvidenceStrip
        of={`ans.${content.assessmentId}.${question.id}`}
        feed={pubFeed(unit)}
        store={screen.store}
        platform={screen.platform}
        canEdit={false}
        label={t('question.photos', { number: numberOf(question) })}
      />
    </Stack>
  )
}

const QuestionSteps = ({ unit, review, instrument, answers, question }: VerifiedQuestion) => {
  const { id } = review.submission
  const at = instrument.questions.findIndex((one) => one.id === question.id)
  const addressOf = (one: Question | undefined) => one && verifyPath(unit, id, one.id)
  return (
    <VerificationSteps
      previous={addressOf(instrument.questions[at - 1])}
      next={addressOf(instrument.questions[at + 1])}
      all={answersPath(unit, id)}
      waiting={verificationCount(instrument, answers, review.verifications).waiting.length}
    />
  )
}
