// The fields of an inspection's head: form, decision, days, place, the team and whoever receives it.
import { useState } from 'react'
import { beginProblems, inspectionForms } from '#domain/inspection/inspection.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { byField, formToHead, type HeadForm } from './head-form.ts'
import { PeopleFields } from './people-fields.tsx'
import { useInspectionWords } from './use-inspection-words.ts'

type HeadFieldsProps = {
  readonly value: HeadForm
  readonly change: (value: HeadForm) => void
  /** Somebody tried to save: everything that is wrong is said. */
  readonly isAsked: boolean
}

/** What the last try said; drawn anew by the next. One that came back while somebody types would take the focus away. */
export const HeadErrors = ({ value, isAsked }: Omit<HeadFieldsProps, 'change'>) => {
  const { t } = useInspectionWords()
  const textOf = useProblemText()
  const [atTheTry] = useState(value)
  const problems = isAsked ? beginProblems(formToHead(atTheTry)) : []
  const commune = isAsked && atTheTry.unit === '' ? [{ fieldName: 'unit', text: t('new.communeMissing') }] : []
  const items = [...commune, ...problems.map(({ field, problem }) => ({ fieldName: field, text: textOf(problem) }))]
  return items.length === 0 ? null : <ErrorSummary title={t('head.notComplete')} items={items} />
}

export const HeadFields = ({ value, change, isAsked }: HeadFieldsProps) => {
  const { t } = useInspectionWords()
  const textOf = useProblemText()
  const problems = byField(beginProblems(formToHead(value)))
  const objection = useDayObjection(value)
  const formProblem = isAsked ? problems.get('form') : undefined
  const set = (patch: Partial<HeadForm>) => change({ ...value, ...patch })
  return (
    <>
      <ChoiceGroup
        legend={t('head.form')}
        name="form"
        value={value.form}
        onChange={(form) => set({ form })}
        error={formProblem && textOf(formProblem)}
        options={inspectionForms.map((form) => ({
          value: form,
          label: t(`form.${form}`),
          detail: t(`formDetail.${form}`),
        }))}
      />
      <HeadDays {...{ value, change, isAsked }} />
      <Field label={t('head.place')}>
        <TextInput name="place" value={value.place} onChange={(event) => set({ place: event.target.value })} />
      </Field>
      <Field label={t('head.decisionNumber')}>
        <TextInput
          name="decisionNumber"
          value={value.decisionNumber}
          onChange={(event) => set({ decisionNumber: event.target.value })}
        />
      </Field>
      <WrittenDateField
        label={t('head.decidedOn')}
        name="decidedOn"
        isOptional
        value={value.decidedOn}
        onChange={(decidedOn) => set({ decidedOn })}
        isAsked={isAsked}
        objectionTo={() => objection('decidedOn')}
      />
      <Field label={t('head.basis')} hint={t('head.basisHint')}>
        <TextArea name="basis" value={value.basis} onChange={(event) => set({ basis: event.target.value })} />
      </Field>
      <PeopleFields
        title={t('head.team')}
        name="team"
        people={value.team}
        change={(team) => set({ team })}
        addText={t('head.addMember')}
        hasParts
      />
      <PeopleFields
        title={t('head.hosts')}
        name="hosts"
        people={value.hosts}
        change={(hosts) => set({ hosts })}
        addText={t('head.addHost')}
      />
    </>
  )
}

/** What speaks against a day that exists, in words. */
function useDayObjection(value: HeadForm): (field: 'decidedOn' | 'from' | 'to') => string | undefined {
  const textOf = useProblemText()
  const problems = byField(beginProblems(formToHead(value)))
  return (field) => {
    const problem = problems.get(field)
    return problem && objecting.includes(problem.code) ? textOf(problem) : undefined
  }
}

const objecting: readonly ProblemCode[] = ['inspection.ends-before', 'date.too-early', 'date.too-late']

const HeadDays = ({ value, change, isAsked }: HeadFieldsProps) => {
  const { t } = useInspectionWords()
  const objection = useDayObjection(value)
  return (
    <>
      <WrittenDateField
        label={t('head.from')}
        name="from"
        value={value.from}
        onChange={(from) => change({ ...value, from })}
        isAsked={isAsked}
        objectionTo={() => objection('from')}
      />
      <WrittenDateField
        label={t('head.to')}
        name="to"
        value={value.to}
        onChange={(to) => change({ ...value, to })}
        isAsked={isAsked}
        objectionTo={() => objection('to')}
      />
    </>
  )
}
