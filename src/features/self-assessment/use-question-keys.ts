// Digits 0–3 choose while the focus is on the question (its heading or an answer), never while text is typed. A key
// that worked on the whole page would surprise people who dictate (WCAG 2.1.4).
import { type RefObject, useEffect } from 'react'
import type { Score } from '#domain/self-assessment/answer.ts'

const scoresByKey: ReadonlyMap<string, Score> = new Map([
  ['0', 0],
  ['1', 1],
  ['2', 2],
  ['3', 3],
])

export function useDigitKeys(area: RefObject<HTMLElement | null>, choose: (score: Score) => void, isOn: boolean): void {
  useEffect(() => {
    const element = area.current
    if (!isOn || element === null) return
    const press = (event: KeyboardEvent) => {
      const score = scoresByKey.get(event.key)
      if (score === undefined || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      choose(score)
    }
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [area, choose, isOn])
}
