// The questions of a visit, in the order in which one asks them on the spot.
import { useState } from 'react'
import { Controller, type UseFormReturn } from 'react-hook-form'
import type { Place } from '#data/contract/store-contract.ts'
import { lateReasons } from '#domain/field-visit/late-reason.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { Person } from '#features/screen-props.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Field } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { Tag } from '#ui/tag.tsx'
import { toneByFlag, useVisitWords } from './use-visit-words.ts'
import { useErrorText } from './visit-errors.tsx'
import { type VisitForm, visitFlags } from './visit-form.ts'

type FormProps = { readonly form: UseFormReturn<VisitForm> }

type VisitFieldsProps = FormProps & { readonly person: Person; readonly places: readonly Place[] }

export const VisitFields = ({ form, person, places }: VisitFieldsProps) => {
  const { t, stageName } = useVisitWords()
  const errorText = useErrorText()
  const { errors } = form.formState
  return (
    <>
      <SelectField
        label={t('commune')}
        error={errorText(errors.unit?.message)}
        placeholder={t('chooseCommune')}
        options={person.communes.map((commune) => ({ value: commune.id, label: labelOf(commune, places) }))}
        {...form.register('unit')}
      />
      <VisitDay form={form} />
      <SelectField
        label={t('stage')}
        hint={t('stageHint')}
        error={errorText(errors.stage?.message)}
        placeholder={t('chooseStage')}
        options={pilotStages.map(({ code }) => ({ value: code, label: stageName(code) }))}
        {...form.register('stage')}
      />
      <Flag form={form} />
      <Field label={t('done')} hint={t('doneHint')} error={errorText(errors.done?.message)}>
        <TextArea {...form.register('done')} />
      </Field>
      <Reasons form={form} />
      <Field label={t('recommendation')} note={t('common:optional')}>
        <TextArea {...form.register('recommendation')} />
      </Field>
    </>
  )
}

/** Names repeat inside a province, so a commune is offered with its area. */
const labelOf = ({ name, parent }: Place, places: readonly Place[]): string => {
  const area = places.find(({ id, kind }) => id === parent && kind === 'area')
  return area === undefined ? name : `${name} · ${area.name}`
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

const Flag = ({ form }: FormProps) => {
  const { t } = useVisitWords()
  const errorText = useErrorText()
  return (
    <Controller
      name="flag"
      control={form.control}
      render={({ field, fieldState }) => (
        <ChoiceGroup
          legend={t('flagLegend')}
          name="flag"
          value={field.value}
          onChange={field.onChange}
          error={errorText(fieldState.error?.message)}
          options={visitFlags.map((flag) => ({
            value: flag,
            label: <Tag tone={toneByFlag[flag]}>{t(`flag.${flag}`)}</Tag>,
            detail: t(`flagDetail.${flag}`),
          }))}
        />
      )}
    />
  )
}

/** Folded away: most visits need none, and ten rows would push the rest of the form out of sight. */
const Reasons = ({ form }: FormProps) => {
  const { t, textOf } = useVisitWords()
  const count = form.watch('lateReasons').length
  const [isOpen, setOpen] = useState(false)
  if (count > 0 && !isOpen) setOpen(true)
  return (
    <Disclosure summary={t('lateReasons')} detail={t('reasonsChosen', { count })} open={isOpen}>
      {lateReasons.map(({ id, name }) => (
        <CheckRow key={id} label={textOf(name)} value={id} {...form.register('lateReasons')} />
      ))}
    </Disclosure>
  )
}
