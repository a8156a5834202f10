// The fields of a session. Auditors come in the order in which rotation suggests them, each with the reason; whoever is
// not independent stands below with the reason why not.
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import { sessionTypes } from '#domain/audit-planning/audit-session.ts'
import { parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { FormDraft } from '#features/use-form-draft.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { SessionAuditors } from './session-auditors.tsx'
import { fieldOf, type SessionDraft, typeOf } from './session-form.ts'
import { usePlanningWords } from './use-planning-words.ts'

export type SessionFieldsProps = {
  readonly board: PlanBoard
  /** Null for a new one. */
  readonly sessionId: string | null
  readonly draft: FormDraft<SessionDraft>
  readonly problem: Problem | null
}

export const SessionFields = (props: SessionFieldsProps) => {
  const { draft, problem } = props
  const { t, fieldOptions, fieldText } = usePlanningWords()
  const textOf = useProblemText()
  const { value } = draft
  const set = (patch: Partial<SessionDraft>) => draft.change({ ...value, ...patch })
  const errorOf = (name: keyof SessionDraft) =>
    problem !== null && fieldOf(problem) === name ? textOf(problem) : undefined
  const text = (name: 'from' | 'to' | 'place' | 'clauses' | 'auditee') => ({
    name,
    value: value[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    onBlur: () => void draft.flush(),
  })
  const isField = typeOf(value.type) === 'field'
  const isListed = value.field === '' || fieldOptions.some((option) => option.value === value.field)
  const slots = isListed ? fieldOptions : [...fieldOptions, { value: value.field, label: fieldText(value.field) }]
  return (
    <>
      <Segmented
        legend={t('session.type')}
        name="type"
        value={typeOf(value.type)}
        onChange={(type) => set({ type })}
        options={sessionTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
      />
      <WrittenDateField
        label={t('session.on')}
        name="on"
        value={value.on}
        onChange={(on) => set({ on })}
        isAsked={problem !== null}
        objectionTo={() =>
          problem?.code === 'audit-session.outside-plan' && parseWrittenDate(value.on).ok ? textOf(problem) : undefined
        }
      />
      <Field label={t('session.from')} hint={t('session.timeHint')}>
        <TextInput inputMode="numeric" {...text('from')} />
      </Field>
      <Field label={t('session.to')} error={errorOf('to')}>
        <TextInput inputMode="numeric" {...text('to')} />
      </Field>
      {isField && (
        <SelectField
          label={t('session.field')}
          placeholder={t('slots.choose')}
          value={value.field}
          error={errorOf('field')}
          onChange={(event) => set({ field: event.target.value })}
          options={slots}
        />
      )}
      <Field label={t('session.auditee')} hint={t('session.auditeeHint')}>
        <TextInput {...text('auditee')} />
      </Field>
      {isField && (
        <Field label={t('session.clauses')} hint={t('session.clausesHint')}>
          <TextInput {...text('clauses')} />
        </Field>
      )}
      <Field label={t('session.place')}>
        <TextInput {...text('place')} />
      </Field>
      <SessionAuditors {...props} onChange={(auditors) => set({ auditors })} />
    </>
  )
}
