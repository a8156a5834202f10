// The fields of a declaration or certificate, in the order of the paper.
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { editions } from '#domain/standard/edition.ts'
import { useDeclarationWords } from '#features/declaration-words.ts'
import type { FormDraft } from '#features/use-form-draft.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { FormValue } from './form-value.ts'

type DeclarationFieldsProps = {
  readonly draft: FormDraft<FormValue>
  /** Somebody tried to seal it. */
  readonly isAsked: boolean
  /** What is wrong, by field. */
  readonly errors: FieldErrors
  /** What speaks against a day that exists. */
  readonly objectionTo: (field: DayField) => (day: LocalDate) => string | undefined
}

export type DayField = 'on' | 'expiresOn'

type FieldErrors = ReadonlyMap<string, string>

type TextName = Exclude<keyof FormValue, 'type' | 'on' | 'expiresOn' | 'edition' | 'scope' | 'overrideReason'>

export const DeclarationFields = ({ draft, isAsked, errors, objectionTo }: DeclarationFieldsProps) => {
  const { t, editionText } = useDeclarationWords()
  const { value } = draft
  const change = (patch: Partial<FormValue>): void => draft.change({ ...value, ...patch })
  const isCertificate = value.type === 'certification'
  return (
    <Stack gap={4}>
      <ChoiceGroup
        legend={t('form.type')}
        name="type"
        value={value.type}
        onChange={(type) => change({ type: type === 'certification' ? 'certification' : 'declaration' })}
        options={(['declaration', 'certification'] as const).map((type) => ({ value: type, label: t(`type.${type}`) }))}
      />
      <OneText
        draft={draft}
        errors={errors}
        name="number"
        label={t(isCertificate ? 'form.numberCertificate' : 'form.number')}
        hint={t('form.numberHint')}
      />
      {isCertificate && <OneText draft={draft} errors={errors} name="body" label={t('form.body')} />}
      <WrittenDateField
        label={t('form.on')}
        name="on"
        value={value.on}
        onChange={(on) => change({ on })}
        onBlur={() => void draft.flush()}
        isAsked={isAsked}
        objectionTo={objectionTo('on')}
      />
      <WrittenDateField
        label={t('form.expiresOn')}
        name="expiresOn"
        isOptional={!isCertificate}
        value={value.expiresOn}
        onChange={(expiresOn) => change({ expiresOn })}
        onBlur={() => void draft.flush()}
        isAsked={isAsked}
        objectionTo={objectionTo('expiresOn')}
      />
      <SelectField
        label={t('form.edition')}
        name="edition"
        value={value.edition}
        onChange={({ target }) => change({ edition: target.value })}
        options={editions.map(({ id }) => ({ value: id, label: editionText(id) }))}
      />
      <Field label={t('form.scope')} hint={t('form.scopeHint')} error={errors.get('scope')}>
        <TextArea
          name="scope"
          value={value.scope}
          onChange={({ target }) => change({ scope: target.value })}
          onBlur={() => void draft.flush()}
        />
      </Field>
      <OneText draft={draft} errors={errors} name="address" label={t('form.address')} isOptional />
      <OneText draft={draft} errors={errors} name="signer" label={t('form.signer')} />
      <OneText draft={draft} errors={errors} name="signerName" label={t('form.signerName')} isOptional />
    </Stack>
  )
}

type OneTextProps = {
  readonly draft: FormDraft<FormValue>
  readonly errors: FieldErrors
  readonly name: TextName
  readonly label: string
  readonly hint?: string
  readonly isOptional?: boolean
}

const OneText = ({ draft, errors, name, label, hint, isOptional }: OneTextProps) => {
  const { t } = useDeclarationWords()
  return (
    <Field
      label={label}
      error={errors.get(name)}
      {...(hint !== undefined && { hint })}
      {...(isOptional && { note: t('common:optional') })}
    >
      <TextInput
        name={name}
        value={draft.value[name]}
        onChange={({ target }) => draft.change({ ...draft.value, [name]: target.value })}
        onBlur={() => void draft.flush()}
      />
    </Field>
  )
}
