// The questions of a new request, in the order of the paper form's first part.
import { type RequestSource, requestSources } from '#domain/corrective-action/request.ts'
import { findingGrades } from '#domain/internal-audit/finding.ts'
import { clauses2015 } from '#domain/standard/clause.ts'
import { communeOptions } from '#features/commune-options.ts'
import { dayOfGrade, type RequestForm } from '#features/corrective-draft.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { useFindingWords } from '#features/finding-content.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Field } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useObjection } from './use-objection.ts'

type RequestFieldsProps = {
  readonly form: RequestForm
  readonly change: (form: RequestForm) => void
  readonly screen: ScreenProps
  /** Somebody tried to save: what is missing is said beside its field. */
  readonly isAsked: boolean
}

/** What a person chooses; the others come with what they come from. */
const ownSources: readonly RequestSource[] = [
  'self-found',
  'complaint',
  'internal-audit',
  'inspection',
  'management-review',
]

/** Nothing is to be corrected about a strength. */
const graded = findingGrades.filter((grade) => grade !== 'strength')

export const RequestFields = (props: RequestFieldsProps) => {
  const { form, change, screen, isAsked } = props
  const { t, sourceText } = useCorrectiveWords()
  const sources = form.of === null ? ownSources : requestSources.filter((source) => source === form.source)
  const missing = (text: string, key: string) => (isAsked && text.trim() === '' ? { error: t(`missing.${key}`) } : {})
  return (
    <>
      {screen.person.communes.length > 1 && form.of === null && (
        <SelectField
          label={t('field.commune')}
          name="unit"
          value={form.unit}
          onChange={(event) => change({ ...form, unit: event.target.value })}
          options={communeOptions(screen)}
        />
      )}
      <SelectField
        label={t('field.source')}
        name="source"
        value={form.source}
        onChange={(event) => change({ ...form, source: event.target.value })}
        options={sources.map((source) => ({ value: source, label: sourceText(source) }))}
      />
      <Field label={t('field.description')} hint={t('hint.description')} {...missing(form.description, 'description')}>
        <TextArea
          name="description"
          value={form.description}
          onChange={(event) => change({ ...form, description: event.target.value })}
        />
      </Field>
      <Field label={t('field.requirement')} hint={t('hint.requirement')} {...missing(form.requirement, 'requirement')}>
        <TextArea
          name="requirement"
          value={form.requirement}
          onChange={(event) => change({ ...form, requirement: event.target.value })}
        />
      </Field>
      <Clause {...props} />
      <Field label={t('field.evidence')} hint={t('hint.evidence')} note={t('common:optional')}>
        <TextArea
          name="evidence"
          value={form.evidence}
          onChange={(event) => change({ ...form, evidence: event.target.value })}
        />
      </Field>
      <Field label={t('field.department')} note={t('common:optional')}>
        <TextInput
          name="department"
          value={form.department}
          onChange={(event) => change({ ...form, department: event.target.value })}
        />
      </Field>
      <GradeAndDay {...props} />
    </>
  )
}

const Clause = ({ form, change }: RequestFieldsProps) => {
  const { t } = useCorrectiveWords()
  const { clauseText } = useFindingWords()
  const known = clauses2015.map(({ number }) => number)
  const options = form.clause === '' || known.includes(form.clause) ? known : [form.clause, ...known]
  return (
    <SelectField
      label={t('field.clause')}
      note={t('common:optional')}
      name="clause"
      value={form.clause}
      placeholder={t('field.noClause')}
      onChange={(event) => change({ ...form, clause: event.target.value })}
      options={options.map((number) => ({ value: number, label: clauseText(number) }))}
    />
  )
}

const GradeAndDay = ({ form, change, screen: { today }, isAsked }: RequestFieldsProps) => {
  const { t } = useCorrectiveWords()
  const { gradeText } = useFindingWords()
  const objectionTo = useObjection(today)
  /** A day somebody set stays; the one that followed from the former grade does not. */
  const grade = (next: string): void => {
    const followed = form.dueOn.trim() === '' || form.dueOn === dayOfGrade(form.grade, today)
    change({ ...form, grade: next, ...(followed && { dueOn: dayOfGrade(next, today) }) })
  }
  const isOptional = form.grade !== 'major' && form.grade !== 'minor'
  return (
    <>
      <SelectField
        label={t('field.grade')}
        hint={t('hint.grade')}
        name="grade"
        value={form.grade}
        onChange={(event) => grade(event.target.value)}
        options={graded.map((one) => ({ value: one, label: gradeText(one) }))}
      />
      <WrittenDateField
        label={t('field.dueOn')}
        name="dueOn"
        hint={t('hint.dueOn')}
        value={form.dueOn}
        onChange={(dueOn) => change({ ...form, dueOn })}
        {...{ isAsked, isOptional, objectionTo }}
      />
    </>
  )
}
