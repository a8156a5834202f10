// What speaks against a day that exists: it lies before the day of issue, or an extension does not move it later.
import { dueBounds } from '#domain/corrective-action/days.ts'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { useProblemText } from '#features/use-problem-text.ts'

export function useObjection(from: LocalDate, former: LocalDate | null = null): (day: LocalDate) => string | undefined {
  const textOf = useProblemText()
  return (day) => {
    if (day < from) return textOf({ code: 'corrective.due-before-issue' })
    if (former !== null && day <= former) return textOf({ code: 'corrective.due-not-later' })
    const outside = outsideBounds(day, dueBounds(from))
    return outside ? textOf(outside) : undefined
  }
}
