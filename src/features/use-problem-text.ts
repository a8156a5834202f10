// The sentence of a problem in the reader's language: what happened, whether the work is safe, what to do.
import { useCallback } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { useText } from '#ui/text/text-context.tsx'

export function useProblemText(): (problem: Problem) => string {
  const { t } = useText('problems')
  return useCallback((problem) => t(`problems:${problem.code}`, problem.params), [t])
}
