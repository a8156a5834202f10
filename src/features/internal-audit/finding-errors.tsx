// What kept a finding from being recorded, in one place, each line leading to its field. It says what the last try said
// and is drawn anew by the next one: a summary that came back while somebody types would take the focus away from them.
import { useState } from 'react'
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { useAuditWords } from './use-audit-words.ts'

const fieldByCode: Partial<Readonly<Record<ProblemCode, string>>> = {
  'finding.grade-missing': 'grade',
  'finding.facts-missing': 'facts',
  'corrective.due-before-issue': 'due',
  'corrective.requirement-missing': 'requirement',
  'date.nonexistent': 'due',
  'date.unreadable': 'due',
}

export const FindingErrors = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { t } = useAuditWords()
  const textOf = useProblemText()
  const [atTheTry] = useState(problems)
  if (atTheTry.length === 0) return null
  const items = atTheTry.map((problem) => {
    const fieldName = fieldByCode[problem.code]
    return { text: textOf(problem), ...(fieldName !== undefined && { fieldName }) }
  })
  return <ErrorSummary title={t('finding.notComplete')} items={items} />
}
