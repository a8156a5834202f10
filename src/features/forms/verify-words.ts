// Words about a form after it was handed in; what it shares with a self-assessment stands in the namespace `review`.
import type { FilledAnswer } from '#domain/questionnaire/filling/filling-content.ts'
import { useText } from '#ui/text/text-context.tsx'

/** What the commune answered, in its own words; `unanswered` where only a photo or a note stands there. Rule FIL-29. */
export const ownWords = ({ shown, value }: Pick<FilledAnswer, 'shown' | 'value'>, unanswered: string): string =>
  shown ?? (value === '' ? unanswered : value)

export const useVerifyWords = () => useText('filling-review')
