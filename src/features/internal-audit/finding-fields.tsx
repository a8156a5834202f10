// The fields of a finding, new or known. What is wrong is told at the field it is about.
import { defaultDueDays, type FindingGrade, findingGrades } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { clauses2015 } from '#domain/standard/clause.ts'
import { useFindingWords } from '#features/finding-content.tsx'
import { useProblemText } from '#features/use-problem-text.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { type FindingForm, withGrade } from './finding-form.ts'
import { useAuditWords } from './use-audit-words.ts'

type FindingFieldsProps = {
  readonly form: FindingForm
  readonly today: LocalDate
  /** The day it was found: it is due no earlier. */
  readonly since: LocalDate
  readonly problems: readonly Problem[]
  /** Somebody tried to save: a half-written date is told too. */
  readonly isAsked: boolean
  readonly onChange: (form: FindingForm) => void
  /** A choice was made: it is written at once. */
  readonly onChoose: (form: FindingForm) => void
  readonly onLeave: () => void
}

export const FindingFields = ({
  form,
  today,
  since,
  problems,
  isAsked,
  onChange,
  onChoose,
  onLeave,
}: FindingFieldsProps) => {
  const { t } = useAuditWords()
  const textOf = useProblemText()
  const errorOf = (code: ProblemCode) => {
    const problem = problems.find((candidate) => candidate.code === code)
    return problem && textOf(problem)
  }
  const typed = (name: 'facts' | 'requirement' | 'objectiveEvidence' | 'department') => ({
    name,
    value: form[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange({ ...form, [name]: target.value }),
    onBlur: onLeave,
  })
  return (
    <Stack gap={5}>
      <Grade
        grade={form.grade}
        error={errorOf('finding.grade-missing')}
        onChange={(grade) => onChoose(withGrade(form, grade, today))}
      />
      <Field label={t('finding.facts')} hint={t('finding.factsHint')} error={errorOf('finding.facts-missing')}>
        <TextArea {...typed('facts')} />
      </Field>
      <ClauseField clause={form.clause} onChange={(clause) => onChoose({ ...form, clause })} />
      <Field
        label={t('finding.requirement')}
        hint={t('finding.requirementHint')}
        error={errorOf('corrective.requirement-missing')}
      >
        <TextArea {...typed('requirement')} />
      </Field>
      <Field label={t('finding.objectiveEvidence')} hint={t('finding.objectiveEvidenceHint')}>
        <TextArea {...typed('objectiveEvidence')} />
      </Field>
      <Field label={t('finding.department')}>
        <TextInput {...typed('department')} />
      </Field>
      <WrittenDateField
        label={t('finding.due')}
        hint={t('finding.dueHint')}
        isOptional
        name="due"
        value={form.due}
        onChange={(due) => onChange({ ...form, due })}
        onBlur={onLeave}
        isAsked={isAsked}
        objectionTo={(day) => (day < since ? textOf({ code: 'corrective.due-before-issue' }) : undefined)}
      />
    </Stack>
  )
}

type GradeProps = {
  readonly grade: FindingGrade | null
  readonly error: string | undefined
  readonly onChange: (grade: FindingGrade) => void
}

const Grade = ({ grade, error, onChange }: GradeProps) => {
  const { t } = useAuditWords()
  const { gradeText } = useFindingWords()
  return (
    <ChoiceGroup
      legend={t('finding.grade')}
      name="grade"
      value={grade ?? ''}
      error={error}
      onChange={(value) => onChange(value as FindingGrade)}
      options={findingGrades.map((option) => ({
        value: option,
        label: gradeText(option),
        detail: t(`finding.meaning.${option}`, { count: defaultDueDays(option) ?? 0 }),
      }))}
    />
  )
}

type ClauseFieldProps = { readonly clause: string; readonly onChange: (clause: string) => void }

const ClauseField = ({ clause, onChange }: ClauseFieldProps) => {
  const { t } = useAuditWords()
  const { clauseText } = useFindingWords()
  return (
    <SelectField
      label={t('finding.clause')}
      name="clause"
      value={clause}
      placeholder={t('finding.noClause')}
      onChange={(event) => onChange(event.target.value)}
      options={clauses2015.map(({ number }) => ({ value: number, label: clauseText(number) }))}
    />
  )
}
