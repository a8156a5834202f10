// The question as the person meets it: where they are, the question, the answers for one thumb, and below it what
// belongs to the answer. Keyed by its question: another question is another form.
import { memo, useCallback, useRef, useState } from 'react'
import { AnswerConflict } from '#features/answer-conflict.tsx'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Section } from '#ui/section.tsx'
import { NoteField, ReasonField } from './answer-texts.tsx'
import { JumpButtons } from './jump-buttons.tsx'
import { answerEntity, draftFeed, questionPath, submitPath, unansweredPath } from './paths.ts'
import { QuestionChoice } from './question-choice.tsx'
import { QuestionDock } from './question-dock.tsx'
import type { LoadedQuestion } from './question-screen.tsx'
import { answerAccess } from './round-access.ts'
import { useRoundWords } from './round-words.ts'
import { useAnswer } from './use-answer.ts'
import { useLeave } from './use-leave.ts'
import { useWay } from './use-way.ts'

/** Typing a note must not draw the photos again. */
const AnswerPhotos = memo(EvidenceStrip)

export const QuestionForm = ({ store, person, platform, ...loaded }: ScreenProps & LoadedQuestion) => {
  const { t, textOf, roundTitle, editionLabel, answerWords } = useRoundWords()
  const { view, question, hasWaitingChoice } = loaded
  const { id, unitId, round, edition } = view.assessment
  const { readOnly, canEdit, canChoose } = answerAccess(person, view.assessment, view.answer)
  const answer = useAnswer({ store, id, questionId: question.id, stored: view.answer, hasWaitingChoice, canEdit })
  const [isHeldBack, setHeldBack] = useState(false)
  const leave = useLeave({ answer, canEdit, onHeldBack: () => setHeldBack(true) })
  const jump = useWay({ store, id, instrument: loaded.instrument }, (next) => void leave(questionPath(id, next)))
  const around = waysFrom(loaded)
  const keys = useStableKeys(leave, around)
  const place = store.identity.places.find((known) => known.id === unitId)?.name ?? unitId
  return (
    <Measure>
      <FrameTitle title={roundTitle(round)} subtitle={`${place} · ${editionLabel(edition)}`} />
      <Stack gap={4}>
        <Position {...loaded} />
        <QuestionChoice {...loaded} {...{ answer, readOnly, keys }} />
        {answer.score === 'na' && (
          <ReasonField {...{ answer, canEdit }} isAsked={isHeldBack && answer.waitsForReason} />
        )}
        {view.answer?.hasConflict && (
          <AnswerConflict {...{ store, canChoose }} entity={answerEntity(id, question.id)} wordsOf={answerWords} />
        )}
        <Disclosure summary={t('question.help')}>
          <Stack gap={2}>
            <p>
              <b>{t('question.why')}</b> <span>{textOf(question.why)}</span>
            </p>
            <p>
              <b>{t('question.evidence')}</b> <span>{textOf(question.evidence)}</span>
            </p>
            <p>{t('answering.keys')}</p>
          </Stack>
        </Disclosure>
        <NoteField {...{ answer, canEdit }} />
        <Section title={t('records:evidence.title')}>
          <AnswerPhotos {...{ store, platform, canEdit }} feed={draftFeed(unitId)} of={answerEntity(id, question.id)} />
        </Section>
        <JumpButtons onJump={(wanted) => void jump(wanted, question.id)} />
      </Stack>
      <QuestionDock {...loaded} {...around} leave={(href) => void leave(href)} />
    </Measure>
  )
}

interface Ways {
  readonly previous: string | undefined
  readonly onward: string
  readonly isLast: boolean
}

function waysFrom({ view: { assessment }, instrument, question }: LoadedQuestion): Ways {
  const { id, answered } = assessment
  const at = instrument.questions.indexOf(question)
  const [previous, next] = [instrument.questions[at - 1], instrument.questions[at + 1]]
  const isComplete = answered >= instrument.questions.length
  const behind = isComplete ? submitPath(id) : unansweredPath(id)
  return {
    previous: previous && questionPath(id, previous.id),
    onward: next ? questionPath(id, next.id) : behind,
    isLast: next === undefined,
  }
}

/** The same functions while the question is: the keys are not listened for anew with each letter of a note. */
function useStableKeys(leave: (href: string) => Promise<void>, ways: Ways) {
  const latest = useRef({ leave, ways })
  latest.current = { leave, ways }
  const onward = useCallback(() => void latest.current.leave(latest.current.ways.onward), [])
  const back = useCallback(() => {
    const { previous } = latest.current.ways
    if (previous !== undefined) void latest.current.leave(previous)
  }, [])
  return { onward, back }
}

const Position = ({ view: { assessment }, instrument, question }: LoadedQuestion) => {
  const { t, sectionTitle } = useRoundWords()
  const section = instrument.sections.find(({ id }) => id === question.section)
  const number = instrument.questions.indexOf(question) + 1
  const { answered } = assessment
  const total = instrument.questions.length
  return (
    <ProgressBar
      label={section ? sectionTitle(section) : ''}
      caption={t('question.position', { number, total })}
      value={answered}
      max={total}
      valueText={t('answeredOf', { answered, total })}
    />
  )
}
