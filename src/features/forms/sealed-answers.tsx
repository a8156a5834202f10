// The sealed answers in the groups they were asked in, with what was found about each: which to look at, agreeing to all
// of a group at once, and from a gap the way to an action.
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { FillingReview } from '#data/contract/filling-review-contract.ts'
import type { ActionView } from '#data/contract/review-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { FilledAnswer } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingGap } from '#domain/questionnaire/filling/filling-gap.ts'
import { unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { fillingVerificationCount } from '#domain/questionnaire/filling/filling-verification.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { isOpenToVerify } from '#domain/self-assessment/verification.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useReviewWords } from '#features/review-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import type { SealedForm, SealedSection } from '#features/sealed-sections.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { actionsOfFilling } from './actions-of-filling.ts'
import { useFillingWords } from './form-words.ts'
import { SealedAnswer } from './sealed-answer.tsx'
import { useVerifyWords } from './verify-words.ts'

export type SealedAnswersProps = {
  readonly screen: ScreenProps
  readonly review: FillingReview
  readonly compiled: CompiledForm | null
  readonly form: SealedForm
}

type Show = 'all' | 'waiting' | 'gaps'

const showOf = (text: string | null): Show => (text === 'waiting' || text === 'gaps' ? text : 'all')

export const SealedAnswers = (props: SealedAnswersProps) => {
  const { screen, review, compiled, form } = props
  const { t } = useVerifyWords()
  const words = useReviewWords().t
  const [params, setParams] = useSearchParams()
  const show = showOf(params.get('show'))
  const { submission, verifications } = review
  const unit = unitOfFilling(submission.filling)
  const all = useLive(() => screen.store.reviews.actions([unit]), [screen.store, unit]) ?? []
  const actions = actionsOfFilling(all, review)
  const { waiting } = fillingVerificationCount(submission.content, verifications)
  const isGap = (answer: FilledAnswer): boolean =>
    fillingGap(compiled?.form, form.questionOf(answer.path), answer, verifications[answer.path]) !== null
  const shows = (answer: FilledAnswer): boolean =>
    show === 'all' || (show === 'waiting' ? waiting.includes(answer.path) : isGap(answer))
  const sections = form.sections
    .map((section) => ({ ...section, shown: section.answers.filter(shows) }))
    .filter(({ shown }) => shown.length > 0)
  return (
    <Stack gap={5}>
      <Segmented
        legend={words('show')}
        name="show"
        value={show}
        onChange={(next) => setParams(next === 'all' ? {} : { show: next }, { replace: true })}
        options={[
          { value: 'all', label: words('showAll') },
          { value: 'waiting', label: words('showWaiting') },
          { value: 'gaps', label: t('showGaps') },
        ]}
      />
      {sections.length === 0 && <EmptyState icon="check" title={words('nothing')} text={words('nothingText')} />}
      {sections.map((section) => (
        <AnswerSection key={section.key} {...props} {...{ section, actions, isGap, waiting }} />
      ))}
    </Stack>
  )
}

export type AnswerParts = SealedAnswersProps & {
  readonly actions: readonly ActionView[]
  readonly isGap: (answer: FilledAnswer) => boolean
}

type AnswerSectionProps = AnswerParts & {
  readonly section: SealedSection & { readonly shown: readonly FilledAnswer[] }
  readonly waiting: readonly string[]
}

const AnswerSection = ({ section, waiting, ...parts }: AnswerSectionProps) => {
  const { t } = useFillingWords()
  const { screen, review, form } = parts
  const { submission, state } = review
  const feed = feedId(unitOfFilling(submission.filling), 'pub')
  const mayVerify = screen.person.may('verification', feed) && isOpenToVerify(state)
  const left = section.answers.map(({ path }) => path).filter((path) => waiting.includes(path))
  const name = section.title || form.title
  const title = section.number === 0 ? name : t('repeat.instance', { label: name, number: section.number })
  return (
    <Section title={title}>
      <Rows label={title}>
        {section.shown.map((answer) => (
          <SealedAnswer key={answer.path} {...parts} answer={answer} />
        ))}
      </Rows>
      {mayVerify && left.length > 0 && <AgreeAll {...parts} questions={left} />}
    </Section>
  )
}

const AgreeAll = ({ screen, review, questions }: AnswerParts & { readonly questions: readonly string[] }) => {
  const { t, formats } = useReviewWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const { store, clock } = screen
  const { filling, id } = review.submission
  const write = async (level: 'agreed' | null): Promise<boolean> => {
    const found = questions.map((path) => [path, { level, value: '', reason: '' }] as const)
    const saved = await store.fillingReviews.verify(filling, id, Object.fromEntries(found))
    setProblem(saved.ok ? null : saved.error)
    return saved.ok
  }
  const agree = async (): Promise<void> => {
    if (!(await write('agreed'))) return
    const text = t('agreed', { time: formats.time(clock.now()) })
    showToast({ text, tone: 'good', actionLabel: t('common:undo'), onAction: () => void write(null) })
  }
  return (
    <Stack gap={2}>
      <Cluster>
        <Button icon="check" onClick={() => void agree()}>
          {t('agreeSection', { count: questions.length })}
        </Button>
      </Cluster>
      <ProblemNotice problem={problem} />
    </Stack>
  )
}
