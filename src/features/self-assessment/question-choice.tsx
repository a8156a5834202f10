// The answers themselves, and the one line that says whether the choice is safe: "saved" only after the receipt.
import { type RefObject, useRef } from 'react'
import type { Score } from '#domain/self-assessment/answer.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import type { LoadedQuestion } from './question-screen.tsx'
import type { ReadOnlyReason } from './round-access.ts'
import { useRoundWords } from './round-words.ts'
import type { AnswerOnScreen } from './use-answer.ts'
import { type QuestionKeys, useQuestionKeys } from './use-question-keys.ts'

const scores = [0, 1, 2, 3] as const

const scoreOf = (value: string): Score => scores.find((score) => String(score) === value) ?? 'na'

type QuestionChoiceProps = LoadedQuestion & {
  readonly answer: AnswerOnScreen
  readonly readOnly: ReadOnlyReason | null
  readonly keys: Omit<QuestionKeys, 'choose'>
  /** One of several on the screen: its words are no heading of the page, and its answers stand side by side. */
  readonly isInList?: boolean
}

export const QuestionChoice = (props: QuestionChoiceProps) => {
  const { t, textOf } = useRoundWords()
  const { question, answer, readOnly, keys, isInList = false } = props
  const area = useRef<HTMLDivElement>(null)
  const { choose } = answer
  useQuestionKeys(area, { choose, ...keys }, readOnly === null)
  return (
    <Stack gap={3}>
      <div ref={area}>
        <ChoiceGroup
          legend={textOf(question.text)}
          legendSize={isInList ? 'label' : 'question'}
          columns={isInList ? 2 : 1}
          intro={<Facts {...props} />}
          name={`score ${question.id}`}
          value={answer.score === null ? '' : String(answer.score)}
          onChange={(value) => choose(scoreOf(value))}
          disabled={readOnly !== null}
          options={[
            ...scores.map((score) => ({ value: String(score), figure: score, label: t(`records:score.${score}`) })),
            { value: 'na', label: t('records:score.na-choice'), isDashed: true },
          ]}
        />
      </div>
      {readOnly === null && answer.score !== null && <ClearChoice {...props} area={area} />}
      {readOnly === null ? <ChoiceState {...props} /> : <Notice tone="note">{t(`readOnly.${readOnly}`)}</Notice>}
    </Stack>
  )
}

/** A level chosen by a slip of the finger is taken back; the question waits again. Rule SA-31. */
const ClearChoice = ({
  question,
  answer,
  area,
}: QuestionChoiceProps & { readonly area: RefObject<HTMLElement | null> }) => {
  const { t, textOf } = useRoundWords()
  const clear = (): void => {
    // What was pressed goes away: whoever works with the keyboard stays with the question.
    area.current?.querySelector('input')?.focus()
    answer.choose(null)
  }
  return (
    <div>
      <Button kind="plain" aria-label={t('question.clearOf', { question: textOf(question.text) })} onClick={clear}>
        {t('question.clear')}
      </Button>
    </div>
  )
}

const Facts = ({ question, view: { previousScore } }: QuestionChoiceProps) => {
  const { t } = useRoundWords()
  const previous = previousScore === 'na' ? t('records:score.na') : previousScore
  const facts = [
    question.clause === null ? null : t('clause', { clause: question.clause }),
    previous === null ? null : t('question.previousScore', { score: previous }),
  ].filter((fact) => fact !== null)
  return (
    <>
      {question.isKey && (
        <Tag tone="note" icon="star">
          {t('key')}
        </Tag>
      )}
      {facts.length > 0 && <span>{facts.join(' · ')}</span>}
    </>
  )
}

const ChoiceState = ({ answer, view }: QuestionChoiceProps) => {
  const { t } = useRoundWords()
  const formats = useFormats()
  const { savedAt, problem, isWriting } = answer.state
  if (problem !== null) return <ProblemNotice problem={problem} onRetry={answer.retry} />
  const words = () => {
    if (answer.waitsForReason) return t('question.waitsForReason')
    if (savedAt !== null && !isWriting) return t('common:savedAt', { time: formats.time(savedAt) })
    return answer.score === null ? t('question.choose') : ''
  }
  return (
    <Cluster gap={2}>
      {view.answer !== null && !answer.waitsForReason && !isWriting && <LocationTag location={view.answer.location} />}
      <output>{words()}</output>
    </Cluster>
  )
}
