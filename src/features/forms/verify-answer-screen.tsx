// One answer of a filled form as whoever verifies it sees it: what the commune answered and showed, one button to agree,
// or what is wrong with why. Works without a network, like everything else.
import type { FillingReview } from '#data/contract/filling-review-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { FilledAnswer } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingGap } from '#domain/questionnaire/filling/filling-gap.ts'
import { fillingAnswerId, refOfWord, unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { fillingVerificationCount, verifiableAnswers } from '#domain/questionnaire/filling/filling-verification.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import type { Question } from '#domain/questionnaire/form/form.ts'
import { isOpenToVerify } from '#domain/self-assessment/verification.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { MakeAction } from '#features/make-action.tsx'
import { useNotedLook } from '#features/note-activity.ts'
import { useReviewWords } from '#features/review-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { VerificationSteps } from '#features/verification-steps.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { actionsOfFilling } from './actions-of-filling.ts'
import { FoundAnswer } from './found-answer.tsx'
import { useFillingWords } from './form-words.ts'
import { NotHere } from './not-here.tsx'
import { handedInPath, verifyAnswerPath } from './paths.ts'
import { useFoundWords } from './use-found-words.ts'
import { useSealedForm } from './use-sealed-form.ts'
import { VerifyAnswerChoice } from './verify-answer-choice.tsx'
import { ownWords, useVerifyWords } from './verify-words.ts'

type VerifyAnswerScreenProps = ScreenProps & {
  readonly filling: string
  readonly submission: string
  readonly path: string
}

export const VerifyAnswerScreen = ({ filling, submission, path, ...screen }: VerifyAnswerScreenProps) => {
  const { t } = useFillingWords()
  const { store } = screen
  const review = useLive(() => store.fillingReviews.of(filling, submission), [store, filling, submission])
  useNotedLook(screen, 'filling', unitOfFilling(filling), review?.submission.id)
  if (review === undefined) return <Skeleton label={t('loading')} shape="rows" count={4} />
  const answer = review && verifiableAnswers(review.submission.content).find((one) => one.path === refOfWord(path))
  if (!answer) return <NotHere title={t('noQuestion.title')} text={t('problems:filling.not-found')} />
  return <OneAnswer key={answer.path} {...{ screen, review, answer }} />
}

type OneAnswerProps = {
  readonly screen: ScreenProps
  readonly review: FillingReview
  readonly answer: FilledAnswer
}

export type VerifiedAnswer = OneAnswerProps & {
  readonly compiled: CompiledForm | null
  readonly question: Question | undefined
}

const OneAnswer = (props: OneAnswerProps) => {
  const { screen, review } = props
  const more = useVerifyWords().t
  const words = useReviewWords().t
  const { id, filling, content } = review.submission
  const { compiled = null, form } = useSealedForm(screen.store.forms, content)
  const answer = form.inWords(props.answer)
  const question = form.questionOf(answer.path)
  const foundWords = useFoundWords(compiled, question)
  const found = review.verifications[answer.path]
  const unit = unitOfFilling(filling)
  const actions = useLive(() => screen.store.reviews.actions([unit]), [screen.store, unit])
  const mayVerify = screen.person.may('verification', feedId(unit, 'pub'))
  const isOpen = isOpenToVerify(review.state)
  const parts = { screen, review, answer, compiled, question }
  const name = form.nameOf(answer)
  return (
    <Measure>
      <PageHeader
        title={name}
        subtitle={form.title}
        more={more('wholeQuestion')}
        back={{ href: handedInPath(filling, id), label: words('verification') }}
      />
      <Stack gap={5}>
        <OwnAnswer {...parts} />
        <FoundAnswer found={found} foundWords={foundWords(found?.value ?? '')} />
        {mayVerify && isOpen && <VerifyAnswerChoice {...parts} />}
        {!mayVerify && <Notice tone="note">{words('question.readOnly')}</Notice>}
        {mayVerify && !isOpen && <Notice tone="note">{words('question.notOpen')}</Notice>}
        {fillingGap(compiled?.form, question, answer, found) !== null && (
          <Cluster>
            <MakeAction
              {...{ screen, unit }}
              of={id}
              question={{ id: answer.path, evidence: { vi: name, en: name } }}
              actions={actionsOfFilling(actions ?? [], review)}
            />
          </Cluster>
        )}
      </Stack>
      <AnswerSteps {...parts} />
    </Measure>
  )
}

/** Their number is the answer, and says nothing beside them. */
const isAnsweredByPhotos = (question: Question | undefined): boolean =>
  question === undefined || question.kind === 'image' || question.kind === 'file'

const OwnAnswer = ({ screen, review, answer, question }: VerifiedAnswer) => {
  const words = useReviewWords().t
  const { t } = useFillingWords()
  const form = useVerifyWords().t
  const { filling, content, evidence } = review.submission
  const of = fillingAnswerId(filling, answer.path)
  const hasPhotos = evidence.some((photo) => photo.of === of)
  const value = ownWords(answer, form('unanswered'))
  const said =
    question?.unit === undefined || answer.value === '' ? value : t('withUnit', { label: value, unit: question.unit })
  return (
    <Stack gap={3}>
      <DefinitionList
        items={[
          ...(hasPhotos && isAnsweredByPhotos(question) ? [] : [{ term: form('own'), value: said }]),
          ...(answer.reason === undefined ? [] : [{ term: words('question.ownReason'), value: answer.reason }]),
          ...(answer.note === undefined ? [] : [{ term: words('question.ownNote'), value: answer.note }]),
        ]}
      />
      {hasPhotos && (
        <EvidenceStrip
          of={of}
          feed={feedId(content.unit, 'pub')}
          store={screen.store}
          platform={screen.platform}
          canEdit={false}
          label={t('sealed.photos', { label: answer.label })}
        />
      )}
    </Stack>
  )
}

const AnswerSteps = ({ review, answer }: VerifiedAnswer) => {
  const { t } = useVerifyWords()
  const { id, filling, content } = review.submission
  const asked = verifiableAnswers(content)
  const at = asked.findIndex(({ path }) => path === answer.path)
  const addressOf = (one: FilledAnswer | undefined) => one && verifyAnswerPath(filling, id, one.path)
  return (
    <VerificationSteps
      previous={addressOf(asked[at - 1])}
      next={addressOf(asked[at + 1])}
      all={handedInPath(filling, id)}
      waiting={fillingVerificationCount(content, review.verifications).waiting.length}
      finish={t('finish')}
    />
  )
}
