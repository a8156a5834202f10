// The bar under a question: back, how many are left, and the next one.
import type { MouseEvent } from 'react'
import { ButtonLink } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import { unansweredPath } from './paths.ts'
import type { LoadedQuestion } from './question-screen.tsx'
import { useRoundWords } from './round-words.ts'

type QuestionDockProps = LoadedQuestion & {
  readonly previous: string | undefined
  readonly onward: string
  readonly isLast: boolean
  /** Goes there once everything on the question is stored. */
  readonly leave: (href: string) => void
}

export const QuestionDock = ({ view, instrument, previous, onward, isLast, leave }: QuestionDockProps) => {
  const { t } = useRoundWords()
  const { id, answered } = view.assessment
  const hold = (href: string) => ({
    href,
    onClick: (event: MouseEvent) => {
      const opensElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
      if (opensElsewhere) return
      event.preventDefault()
      leave(href)
    },
  })
  return (
    <FrameDock>
      <Dock
        start={
          previous !== undefined && (
            <ButtonLink icon="chevron-left" iconOnlyOnPhone {...hold(previous)}>
              {t('question.previous')}
            </ButtonLink>
          )
        }
        middle={
          <ButtonLink kind="plain" {...hold(unansweredPath(id))}>
            {t('unanswered', { count: instrument.questions.length - answered })}
          </ButtonLink>
        }
        end={
          <ButtonLink kind="main" iconEnd="chevron-right" {...hold(onward)}>
            {isLast ? t('question.finish') : t('question.next')}
          </ButtonLink>
        }
      />
    </FrameDock>
  )
}
