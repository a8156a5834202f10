// From a gap, one tap makes an improvement action with everything filled in as it will mostly be right; its own page
// opens, where what, who and until when are changed. Where one is open for the question already, the button leads to it.
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ActionView } from '#data/contract/review-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { addDays, formatLocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { useReviewWords } from './review-words.ts'
import type { ScreenProps } from './screen-props.ts'

export const ACTIONS_PATH = '/actions'
export const actionPath = (unit: string, id: string): string => `${ACTIONS_PATH}/${unit}/${id}`

/** Days a new action has, until somebody says otherwise. */
const USUAL_DAYS = 30

type MakeActionProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'person' | 'today' | 'clock'>
  readonly unit: string
  /** The submission. */
  readonly of: string
  readonly question: Pick<Question, 'id' | 'evidence'>
  readonly actions: readonly ActionView[]
}

export const MakeAction = ({ screen, unit, of, question, actions }: MakeActionProps) => {
  const { store, person, today, clock } = screen
  const { t, formats, textOf } = useReviewWords()
  const [, navigate] = useLocation()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  // Read at once: a second tap comes before anything is drawn again.
  const isMaking = useRef(false)
  const known = actions.find((action) => action.question === question.id && action.state === 'open')
  if (known)
    return (
      <ButtonLink icon="calendar-check" href={actionPath(unit, known.id)}>
        {t('action.see')}
      </ButtonLink>
    )
  if (!person.may('action', feedId(unit, 'pub'))) return null
  const make = async (): Promise<void> => {
    if (isMaking.current) return
    isMaking.current = true
    const until = writtenDate(formatLocalDate(addDays(today, USUAL_DAYS)))
    const what = t('action.defaultWhat', { evidence: textOf(question.evidence) })
    const who = t('action.defaultWho')
    const made = await store.reviews.addAction({ unit, of, question: question.id, what, who, until })
    setProblem(made.ok ? null : made.error)
    isMaking.current = made.ok
    if (!made.ok) return
    showToast({ text: t('action.made', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(actionPath(unit, made.value))
  }
  return (
    <>
      <Button icon="plus" onClick={() => void make()}>
        {t('action.make')}
      </Button>
      <ProblemNotice problem={problem} />
    </>
  )
}
