// What keeps a finding from being recorded, in one place, each line leading to its field.
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { useAuditWords } from './use-audit-words.ts'

const fieldByCode: Partial<Readonly<Record<ProblemCode, string>>> = {
  'finding.grade-missing': 'grade',
  'finding.facts-missing': 'facts',
  'date.nonexistent': 'due',
  'date.unreadable': 'due',
}

export const FindingErrors = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { t } = useAuditWords()
  const textOf = useProblemText()
  if (problems.length === 0) return null
  const items = problems.map((problem) => {
    const fieldName = fieldByCode[problem.code]
    return { text: textOf(problem), ...(fieldName !== undefined && { fieldName }) }
  })
  return <ErrorSummary title={t('finding.notComplete')} items={items} />
}
