// The questions of a visit, in the order in which one asks them on the spot: who and when, what is known already, what was
// found, what the commune says.
import { Controller, type UseFormReturn } from 'react-hook-form'
import { coordinations } from '#domain/field-visit/visit.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Columns, Stack } from '#ui/layout.tsx'
import { Field } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { Section } from '#ui/section.tsx'
import { KnownLines } from './known-lines.tsx'
import { LateReasonRows } from './late-reason-rows.tsx'
import { VisitFlagChoice } from './visit-flag-choice.tsx'
import { VisitSpot } from './visit-spot.tsx'
import { useVisitWords } from './use-visit-words.ts'
import { useErrorText } from './visit-errors.tsx'
import type { LineForm, VisitForm } from './visit-form.ts'

type FormProps = { readonly form: UseFormReturn<VisitForm> }

type VisitFieldsProps = FormProps & { readonly lines: readonly LineForm[] }

export const VisitFields = ({ form, lines }: VisitFieldsProps) => (
  <>
    <WhoAndWhen form={form} />
    <KnownLines
      lines={lines}
      onChange={(changed) =>
        form.setValue(
          'checked',
          changed.filter(({ found }) => found !== ''),
          { shouldDirty: true },
        )
      }
    />
    <Found form={form} />
    <OfTheCommune form={form} />
    <VisitSpot spot={form.watch('spot')} onChange={(spot) => form.setValue('spot', spot, { shouldDirty: true })} />
  </>
)

const WhoAndWhen = ({ form }: FormProps) => {
  const { t } = useVisitWords()
  const errorText = useErrorText()
  const { errors } = form.formState
  const time = (name: 'from' | 'to') => (
    <Field label={t(name)} hint={t('timeHint')} note={t('common:optional')} error={errorText(errors[name]?.message)}>
      <TextInput autoComplete="off" {...form.register(name)} />
    </Field>
  )
  return (
    <Section title={t('who')}>
      <Stack gap={4}>
        <VisitDay form={form} />
        <Columns main={time('from')} aside={time('to')} />
        <Field label={t('visitors')} hint={t('visitorsHint')}>
          <TextInput autoComplete="off" {...form.register('visitors')} />
        </Field>
        <Field label={t('received')} hint={t('receivedHint')}>
          <TextInput autoComplete="off" {...form.register('received')} />
        </Field>
      </Stack>
    </Section>
  )
}

const VisitDay = ({ form }: FormProps) => {
  const { t } = useVisitWords()
  return (
    <Controller
      name="on"
      control={form.control}
      render={({ field }) => (
        <WrittenDateField
          label={t('on')}
          hint={t('onHint')}
          name="on"
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          isAsked={form.formState.isSubmitted}
        />
      )}
    />
  )
}

const Found = ({ form }: FormProps) => {
  const { t, stageName } = useVisitWords()
  const errorText = useErrorText()
  const { errors } = form.formState
  return (
    <Section title={t('found')}>
      <Stack gap={4}>
        <SelectField
          label={t('stage')}
          hint={t('stageHint')}
          error={errorText(errors.stage?.message)}
          placeholder={t('chooseStage')}
          options={pilotStages.map(({ code }) => ({ value: code, label: stageName(code) }))}
          {...form.register('stage')}
        />
        <VisitFlagChoice form={form} />
        <Field label={t('done')} hint={t('doneHint')} error={errorText(errors.done?.message)}>
          <TextArea {...form.register('done')} />
        </Field>
        <LateReasonRows form={form} />
        <Field label={t('recommendation')} hint={t('recommendationHint')} note={t('common:optional')}>
          <TextArea {...form.register('recommendation')} />
        </Field>
      </Stack>
    </Section>
  )
}

const OfTheCommune = ({ form }: FormProps) => {
  const { t } = useVisitWords()
  return (
    <Section title={t('ofCommune')}>
      <Stack gap={4}>
        <Controller
          name="coordination"
          control={form.control}
          render={({ field }) => (
            <ChoiceGroup
              legend={t('coordinationLegend')}
              name="coordination"
              value={field.value}
              onChange={field.onChange}
              options={coordinations.map((one) => ({ value: one, label: t(`coordination.${one}`) }))}
            />
          )}
        />
        <Field label={t('opinion')} hint={t('opinionHint')} note={t('common:optional')}>
          <TextArea {...form.register('opinion')} />
        </Field>
      </Stack>
    </Section>
  )
}
