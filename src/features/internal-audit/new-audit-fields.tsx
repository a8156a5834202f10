// The fields of a new audit, and what is wrong with them in words.
import { Controller, type UseFormReturn } from 'react-hook-form'
import { fieldsOfWork } from '#domain/audit-planning/fields-of-work.ts'
import { isProblemCode } from '#domain/kernel/problem-code.ts'
import type { FormDraft } from '#features/use-form-draft.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { type NewAuditForm, OTHER_FIELD } from './new-audit-form.ts'
import { useAuditWords } from './use-audit-words.ts'

type FormProps = { readonly form: UseFormReturn<NewAuditForm> }

/** A message is a problem code, or the name of the field that is empty. */
function useErrorText(): (message: string | undefined) => string | undefined {
  const { t } = useAuditWords()
  const textOf = useProblemText()
  return (message) => {
    if (message === undefined) return undefined
    return isProblemCode(message) ? textOf({ code: message }) : t(`new.missing.${message}`)
  }
}

export const FormErrors = ({ form }: FormProps) => {
  const { t } = useAuditWords()
  const errorText = useErrorText()
  const items = (['title', 'on', 'field', 'other'] as const).flatMap((fieldName) => {
    const text = errorText(form.formState.errors[fieldName]?.message)
    return text === undefined ? [] : [{ fieldName, text }]
  })
  return items.length === 0 ? null : <ErrorSummary title={t('new.notComplete')} items={items} />
}

export const AuditFields = ({ form, draft }: FormProps & { readonly draft: FormDraft<NewAuditForm> }) => {
  const { t, textOf } = useAuditWords()
  const errorText = useErrorText()
  const { errors, isSubmitted } = form.formState
  const errorOf = (name: keyof NewAuditForm) => errorText(errors[name]?.message)
  const options = fieldsOfWork.map((field) => ({ value: field.vi, label: textOf(field) }))
  return (
    <>
      <Field label={t('new.name')} error={errorOf('title')}>
        <TextInput {...form.register('title')} autoComplete="off" />
      </Field>
      <Controller
        name="on"
        control={form.control}
        render={({ field }) => (
          <WrittenDateField
            label={t('new.on')}
            name="on"
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            isAsked={isSubmitted}
          />
        )}
      />
      <SelectField
        label={t('new.field')}
        hint={t('new.fieldHint')}
        error={errorOf('field')}
        placeholder={t('new.chooseField')}
        options={[...options, { value: OTHER_FIELD, label: t('new.otherField') }]}
        {...form.register('field')}
      />
      {draft.value.field === OTHER_FIELD && (
        <Field label={t('new.other')} error={errorOf('other')}>
          <TextInput {...form.register('other')} />
        </Field>
      )}
    </>
  )
}
