// The fields of an auditor's entry. What they do themselves is ticked from the list of fields; what stands in no list is
// written out.
import { fieldsOfWork } from '#domain/audit-planning/fields-of-work.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { FormDraft } from '#features/use-form-draft.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { usePlanningWords } from './use-planning-words.ts'

/** A type, not an interface: a draft is JSON. */
export type AuditorDraft = {
  /** Id of the entry in another commune it is taken from. */
  from: string
  /** Empty where they have none here; drafts of before do not say. */
  account?: string
  name: string
  post: string
  fields: string[]
  other: string
  since: string
  until: string
}

export type AccountChoice = { readonly id: string; readonly displayName: string }

type AuditorFieldsProps = {
  /** Whom this device knows by account. */
  readonly accounts: readonly AccountChoice[]
  readonly draft: FormDraft<AuditorDraft>
  readonly problem: Problem | null
  readonly canEdit: boolean
}

export const AuditorFields = ({ accounts, draft, problem, canEdit }: AuditorFieldsProps) => {
  const { t } = usePlanningWords()
  const textOf = useProblemText()
  const { value } = draft
  const set = (patch: Partial<AuditorDraft>) => draft.change({ ...value, ...patch })
  const text = (name: 'name' | 'post' | 'other') => ({
    name,
    value: value[name],
    readOnly: !canEdit,
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    onBlur: () => void draft.flush(),
  })
  const nameError = problem?.code === 'auditor.name-missing' ? textOf(problem) : undefined
  return (
    <>
      <Field label={t('auditor.name')} hint={t('auditor.nameHint')} error={nameError}>
        <TextInput required autoComplete="off" {...text('name')} />
      </Field>
      <Field label={t('auditor.post')} hint={t('auditor.postHint')}>
        <TextInput {...text('post')} />
      </Field>
      <SelectField
        label={t('auditor.account')}
        hint={t('auditor.accountHint')}
        note={t('common:optional')}
        placeholder={t('auditor.accountNone')}
        name="account"
        disabled={!canEdit}
        value={value.account ?? ''}
        onChange={(event) => set({ account: event.target.value })}
        options={accounts.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      />
      <Section title={t('auditor.fields')} detail={t('auditor.fieldsHint')}>
        <OwnFields value={value.fields} canEdit={canEdit} onChange={(fields) => set({ fields })} />
      </Section>
      <Field label={t('auditor.other')}>
        <TextInput {...text('other')} />
      </Field>
      <WrittenDateField
        label={t('auditor.since')}
        name="since"
        value={value.since}
        isAsked={problem !== null}
        onChange={(since) => set({ since })}
      />
      <WrittenDateField
        label={t('auditor.until')}
        hint={t('auditor.untilHint')}
        name="until"
        isOptional
        value={value.until}
        isAsked={problem !== null}
        onChange={(until) => set({ until })}
      />
    </>
  )
}

type OwnFieldsProps = {
  readonly value: readonly string[]
  readonly canEdit: boolean
  readonly onChange: (fields: string[]) => void
}

const OwnFields = ({ value, canEdit, onChange }: OwnFieldsProps) => {
  const { fieldText } = usePlanningWords()
  const listed = fieldsOfWork.map(({ vi }) => vi)
  const names = [...listed, ...value.filter((field) => !listed.includes(field))]
  return (
    <Stack gap={1}>
      {names.map((field) => (
        <CheckRow
          key={field}
          label={fieldText(field)}
          disabled={!canEdit}
          checked={value.includes(field)}
          onChange={({ target: { checked } }) =>
            onChange(checked ? [...value, field] : value.filter((one) => one !== field))
          }
        />
      ))}
    </Stack>
  )
}
