// The bar under a question: back, how many are left, and the next one. Whoever leaves while something is not stored
// (a missing reason, a full disk) is held back and told, because the text would be lost from sight.
import type { MouseEvent } from 'react'
import { useLocation } from 'wouter'
import { ButtonLink } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { REASON_NAME } from './answer-texts.tsx'
import { questionPath, submitPath, unansweredPath } from './paths.ts'
import type { LoadedQuestion } from './question-screen.tsx'
import { useRoundWords } from './round-words.ts'
import type { AnswerOnScreen } from './use-answer.ts'

type QuestionDockProps = LoadedQuestion & {
  readonly answer: AnswerOnScreen
  readonly canEdit: boolean
  readonly onHeldBack: () => void
}

export const QuestionDock = (props: QuestionDockProps) => {
  const { t } = useRoundWords()
  const hold = useHold(props)
  const { view, instrument, question } = props
  const { id, answered } = view.assessment
  const at = instrument.questions.indexOf(question)
  const [previous, next] = [instrument.questions[at - 1], instrument.questions[at + 1]]
  const left = instrument.questions.length - answered
  const onward = next ? questionPath(id, next.id) : left === 0 ? submitPath(id) : unansweredPath(id)
  return (
    <FrameDock>
      <Dock
        start={
          previous && (
            <ButtonLink icon="chevron-left" iconOnlyOnPhone {...hold(questionPath(id, previous.id))}>
              {t('question.previous')}
            </ButtonLink>
          )
        }
        middle={
          <ButtonLink kind="plain" {...hold(unansweredPath(id))}>
            {t('unanswered', { count: left })}
          </ButtonLink>
        }
        end={
          <ButtonLink kind="main" iconEnd="chevron-right" {...hold(onward)}>
            {next ? t('question.next') : t('question.finish')}
          </ButtonLink>
        }
      />
    </FrameDock>
  )
}

/** Link attributes that wait until everything on the question is stored. */
function useHold({ answer, canEdit, onHeldBack }: QuestionDockProps) {
  const { t } = useRoundWords()
  const [, navigate] = useLocation()
  const showToast = useToast()
  const leave = async (href: string): Promise<void> => {
    if (await answer.isSettled()) return navigate(href)
    onHeldBack()
    if (answer.waitsForReason) document.getElementsByName(REASON_NAME)[0]?.focus()
    else showToast({ text: t('question.notFinished'), tone: 'warn' })
  }
  return (href: string) => ({
    href,
    onClick: (event: MouseEvent) => {
      const opensElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
      if (!canEdit || opensElsewhere) return
      event.preventDefault()
      void leave(href)
    },
  })
}
