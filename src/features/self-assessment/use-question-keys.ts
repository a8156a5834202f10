// Digits 0–3 choose and Enter goes on (with Shift back) while the focus is on the question (its heading or an answer),
// never while text is typed. A key that worked on the whole page would surprise people who dictate (WCAG 2.1.4).
import { type RefObject, useEffect } from 'react'
import type { Score } from '#domain/self-assessment/answer.ts'

const scoresByKey: ReadonlyMap<string, Score> = new Map([
  ['0', 0],
  ['1', 1],
  ['2', 2],
  ['3', 3],
])

export type QuestionKeys = {
  readonly choose: (score: Score) => void
  /** Absent where there is no next or no previous one. */
  readonly onward?: (() => void) | undefined
  readonly back?: (() => void) | undefined
}

export function useQuestionKeys(area: RefObject<HTMLElement | null>, keys: QuestionKeys, canEdit: boolean): void {
  const { choose, onward, back } = keys
  useEffect(() => {
    const element = area.current
    if (element === null) return
    const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
      if (event.key === 'Enter') return event.shiftKey ? back : onward
      const score = scoresByKey.get(event.key)
      return canEdit && score !== undefined ? () => choose(score) : undefined
    }
    const press = (event: KeyboardEvent) => {
      const action = event.ctrlKey || event.altKey || event.metaKey ? undefined : actionOf(event)
      if (action === undefined) return
      event.preventDefault()
      action()
      // The mark of the focus goes with the choice, where it was on an answer.
      if (event.target instanceof HTMLInputElement && scoresByKey.has(event.key))
        element.querySelector<HTMLElement>(`input[value="${event.key}"]`)?.focus()
    }
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [area, choose, onward, back, canEdit])
}
