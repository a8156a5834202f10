// The questions of one chapter, each answered where it stands. Notes and photos of a question unfold on demand: fifty
// camera strips at once would make a cheap tablet wait.
import { useCallback, useEffect, useState } from 'react'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { AnswerConflict } from '#features/answer-conflict.tsx'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Stack } from '#ui/layout.tsx'
import { NoteField, ReasonField } from './answer-texts.tsx'
import { answerEntity, choiceDraft, draftFeed } from './paths.ts'
import { QuestionChoice } from './question-choice.tsx'
import { answerAccess } from './round-access.ts'
import type { LoadedRound } from './round-gate.tsx'
import styles from './round-list.module.css'
import { useRoundWords } from './round-words.ts'
import { type AnswerOnScreen, useAnswer } from './use-answer.ts'

type ListedQuestionsProps = LoadedRound & {
  readonly screen: ScreenProps
  readonly title: string
  readonly questions: readonly Question[]
  /** The question somebody jumped to. */
  readonly shown: string | null
}

const placeOf = (question: string): string => `question-${question}`

/** Its chosen answer, else its first: there the digits work. */
function focusQuestion(question: string | undefined): void {
  const place = question === undefined ? null : document.getElementById(placeOf(question))
  place?.scrollIntoView?.({ block: 'start' })
  const answers = place?.querySelectorAll<HTMLElement>('input[type=radio]')
  const chosen = place?.querySelector<HTMLElement>('input[type=radio]:checked')
  ;(chosen ?? answers?.[0])?.focus({ preventScroll: true })
}

export const ListedQuestions = ({ screen, round, instrument, title, questions, shown }: ListedQuestionsProps) => {
  const { store } = screen
  const ids = questions.map(({ id }) => id).join(' ')
  const waiting = useLive(async () => {
    const drafts = await Promise.all(ids.split(' ').map((id) => store.drafts.get(choiceDraft(round.id, id))))
    return new Set(ids.split(' ').filter((_, at) => drafts[at] === 'na'))
  }, [store, round.id, ids])
  const isReady = waiting !== undefined
  useEffect(() => {
    if (isReady && shown !== null) focusQuestion(shown)
  }, [isReady, shown])
  if (waiting === undefined) return null
  return (
    <section aria-labelledby="chapter-title">
      <Stack gap={4}>
        <h2 id="chapter-title">{title}</h2>
        {questions.map((question, at) => (
          <ListedQuestion
            key={question.id}
            {...{ screen, round, instrument, question }}
            hasWaitingChoice={waiting.has(question.id)}
            previous={questions[at - 1]?.id}
            next={questions[at + 1]?.id}
          />
        ))}
      </Stack>
    </section>
  )
}

type ListedQuestionProps = Omit<ListedQuestionsProps, 'questions' | 'title' | 'shown'> & {
  readonly question: Question
  readonly hasWaitingChoice: boolean
  readonly previous: string | undefined
  readonly next: string | undefined
}

const ListedQuestion = ({
  screen,
  round,
  instrument,
  question,
  hasWaitingChoice,
  previous,
  next,
}: ListedQuestionProps) => {
  const { store, person } = screen
  const { answerWords } = useRoundWords()
  const stored = round.answers[question.id] ?? null
  const { readOnly, canEdit, canChoose } = answerAccess(person, round, stored)
  const answer = useAnswer({ store, id: round.id, questionId: question.id, stored, hasWaitingChoice, canEdit })
  const view = { assessment: round, answer: stored, previousScore: round.previousScores[question.id] ?? null }
  const onward = useCallback(() => focusQuestion(next), [next])
  const back = useCallback(() => focusQuestion(previous), [previous])
  return (
    <div id={placeOf(question.id)} className={styles.place}>
      <Card>
        <Stack gap={3}>
          <QuestionChoice
            {...{ view, instrument, question, hasWaitingChoice, answer, readOnly }}
            keys={{ onward, back }}
            isInList
          />
          {answer.score === 'na' && <ReasonField {...{ answer, canEdit }} isAsked={false} />}
          {stored?.hasConflict && (
            <AnswerConflict
              {...{ store, canChoose }}
              entity={answerEntity(round.id, question.id)}
              wordsOf={answerWords}
            />
          )}
          <Proofs {...{ screen, round, question, answer, canEdit }} />
        </Stack>
      </Card>
    </div>
  )
}

type ProofsProps = Pick<ListedQuestionProps, 'screen' | 'round' | 'question'> & {
  readonly answer: AnswerOnScreen
  readonly canEdit: boolean
}

const Proofs = ({ screen: { store, platform }, round, question, answer, canEdit }: ProofsProps) => {
  const { t } = useRoundWords()
  const [isOpen, setOpen] = useState(false)
  const stored = round.answers[question.id]
  const photos = stored?.evidence.length ?? 0
  const facts = [
    ...(photos > 0 ? [t('round.photos', { count: photos })] : []),
    ...((stored?.note ?? '').trim() === '' ? [] : [t('answering.hasNote')]),
  ]
  return (
    <Stack gap={3}>
      <div>
        <Button kind="plain" icon="camera" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {[t('answering.proofs'), ...facts].join(' · ')}
        </Button>
      </div>
      {isOpen && (
        <>
          <NoteField {...{ answer, canEdit }} />
          <EvidenceStrip
            {...{ store, platform, canEdit }}
            feed={draftFeed(round.unitId)}
            of={answerEntity(round.id, question.id)}
          />
        </>
      )}
    </Stack>
  )
}
