// The questions that call for something: where the monitor found another level, with why; and what is at 0 or 1. Each
// has the one button that makes an improvement action of it.
import type { Question } from '#domain/questionnaire/instrument.ts'
import { emptyAnswer } from '#domain/self-assessment/answer.ts'
import { differs, gapOf } from '#domain/self-assessment/verification.ts'
import { MakeAction } from '#features/make-action.tsx'
import type { LoadedReview } from '#features/review-gate.tsx'
import { numberOf, toneOfLevel, useReviewWords } from '#features/review-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'

type GapRowsProps = LoadedReview & { readonly screen: ScreenProps; readonly unit: string }

export const GapRows = (props: GapRowsProps) => {
  const { screen, unit, review, instrument, answers } = props
  const { t } = useReviewWords()
  const actions = useLive(() => screen.store.reviews.actions([unit]), [screen.store, unit]) ?? []
  const own = (id: string) => answers[id] ?? emptyAnswer
  const changed = instrument.questions.filter(({ id }) => differs(own(id), review.verifications[id]))
  const gaps = instrument.questions.filter(
    ({ id }) => !changed.some((one) => one.id === id) && gapOf(own(id), review.verifications[id]) !== null,
  )
  const rowOf = (question: Question) => <GapRow key={question.id} {...props} question={question} actions={actions} />
  return (
    <>
      {changed.length > 0 && (
        <Section title={t('commune.changed')}>
          <Rows label={t('commune.changed')}>{changed.map(rowOf)}</Rows>
        </Section>
      )}
      {gaps.length > 0 && (
        <Disclosure summary={`${t('commune.gaps')}: ${gaps.length}`} open={changed.length === 0 && gaps.length <= 5}>
          <Rows label={t('commune.gaps')}>{gaps.map(rowOf)}</Rows>
        </Disclosure>
      )}
    </>
  )
}

type GapRowProps = GapRowsProps & {
  readonly question: Question
  readonly actions: Parameters<typeof MakeAction>[0]['actions']
}

const GapRow = ({ screen, unit, review, answers, question, actions }: GapRowProps) => {
  const { t, textOf, levelText, authorText } = useReviewWords()
  const own = answers[question.id] ?? emptyAnswer
  const found = review.verifications[question.id]
  const isOther = found !== undefined && differs(own, found)
  const level = isOther ? found.level : own.score
  return (
    <Row
      title={`${numberOf(question)} ${textOf(question.text)}`}
      detail={
        isOther ? (
          <>
            {t('commune.ownWas', { level: levelText(own.score) })}
            <br />
            {t('because', { reason: found.reason })}
            <br />
            {authorText(found)}
          </>
        ) : undefined
      }
      trailing={
        <Tag tone={toneOfLevel(level)}>{isOther ? t('found', { level: levelText(level) }) : levelText(level)}</Tag>
      }
      {...(gapOf(own, found) !== null && {
        actions: <MakeAction {...{ screen, unit, question, actions }} of={review.submission.id} />,
      })}
    />
  )
}
