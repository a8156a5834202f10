// A failure in words, spoken at once by a screen reader, with the way to try again where there is one.
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useProblemText } from './use-problem-text.ts'

type ProblemNoticeProps = {
  readonly problem: Problem | null | undefined
  readonly title?: string
  readonly onRetry?: () => void
}

/** Draws nothing without a problem. */
export const ProblemNotice = ({ problem, title, onRetry }: ProblemNoticeProps) => {
  const { t } = useText('common')
  const textOf = useProblemText()
  if (problem === null || problem === undefined) return null
  const retry = onRetry && (
    <Button icon="refresh" onClick={onRetry}>
      {t('retry')}
    </Button>
  )
  return (
    <Notice tone="bad" title={title ?? t('notSaved')} announce {...(retry && { actions: retry })}>
      {textOf(problem)}
    </Notice>
  )
}
