// What still keeps a form from being recorded, each line leading to its field.
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { useProblemText } from '#features/use-problem-text.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'

const fieldOf: Readonly<Partial<Record<ProblemCode, string>>> = {
  'corrective.description-missing': 'description',
  'corrective.requirement-missing': 'requirement',
  'corrective.due-missing': 'dueOn',
  'corrective.due-before-issue': 'dueOn',
  'corrective.due-not-later': 'dueOn',
  'date.nonexistent': 'dueOn',
  'date.too-late': 'dueOn',
  'date.unreadable': 'dueOn',
  'corrective.cause-missing': 'why1',
  'corrective.action-missing': 'action',
  'corrective.promise-reason': 'words',
  'corrective.words-missing': 'words',
  'corrective.effect-missing': 'isEffective',
  'corrective.double-closed': 'double',
  'corrective.double-gone': 'double',
  'corrective.double-grade': 'double',
  'corrective.double-loop': 'double',
  'corrective.double-missing': 'double',
  'corrective.number-missing': 'officialNumber',
  'corrective.number-taken': 'officialNumber',
}

export const FormErrors = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { t } = useCorrectiveWords()
  const textOf = useProblemText()
  if (problems.length === 0) return null
  return (
    <ErrorSummary
      title={t('notComplete')}
      items={problems.map((problem) => ({ fieldName: fieldOf[problem.code] ?? 'words', text: textOf(problem) }))}
    />
  )
}
