// What stands at the head of the paper: number, date, issuer, basis, edition, mode, first and last day.
import { editions } from '#domain/standard/edition.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { FormPart } from './plan-editor.tsx'
import { usePlanWords } from './use-plan-words.ts'

type TextName = 'number' | 'issuer' | 'visitEveryDays'

export const HeadFields = ({ form, change, errorOf }: FormPart) => {
  const { t, textOf } = usePlanWords()
  const text = (name: TextName, hint?: string) => (
    <Field label={t(`form.${name}`)} hint={hint} error={errorOf(name)}>
      <TextInput
        name={name}
        value={form[name]}
        autoComplete="off"
        {...(name === 'visitEveryDays' && { inputMode: 'numeric' as const })}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Field>
  )
  const day = (name: 'date' | 'start' | 'end', hint?: string) => (
    <WrittenDateField
      label={t(`form.${name}`)}
      name={name}
      value={form[name]}
      onChange={(on) => change({ [name]: on })}
      isAsked={errorOf(name) !== undefined}
      {...(hint !== undefined && { hint })}
    />
  )
  return (
    <Section title={t('facts')}>
      <Measure>
        <Stack gap={4}>
          {text('number', t('form.numberHint'))}
          {day('date')}
          {text('issuer')}
          <Field label={t('form.basis')} hint={t('form.basisHint')} note={t('common:optional')}>
            <TextArea
              name="legalBasis"
              value={form.legalBasis}
              onChange={(event) => change({ legalBasis: event.target.value })}
            />
          </Field>
          <SelectField
            label={t('form.edition')}
            name="edition"
            value={form.edition}
            onChange={({ target }) => {
              const edition = editions.find(({ id }) => id === target.value)
              if (edition) change({ edition: edition.id })
            }}
            options={editions.map(({ id, label, needsChecking }) => ({
              value: id,
              label: needsChecking ? t('form.editionToCheck', { edition: textOf(label) }) : textOf(label),
            }))}
          />
          <Segmented
            legend={t('modeLabel')}
            name="mode"
            value={form.mode}
            onChange={(mode) => change({ mode: mode === 'certification' ? mode : 'declaration' })}
            options={(['declaration', 'certification'] as const).map((mode) => ({
              value: mode,
              label: t(`mode.${mode}`),
            }))}
          />
          {day('start', t('form.startHint'))}
          {day('end', t('form.endHint'))}
          {text('visitEveryDays', t('form.visitEveryDaysHint'))}
        </Stack>
      </Measure>
    </Section>
  )
}
