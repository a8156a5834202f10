// Red, yellow or green, in words and with what each asks for.
import { Controller, type UseFormReturn } from 'react-hook-form'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Tag } from '#ui/tag.tsx'
import { toneByFlag, useVisitWords } from './use-visit-words.ts'
import { useErrorText } from './visit-errors.tsx'
import { type VisitForm, visitFlags } from './visit-form.ts'

export const VisitFlagChoice = ({ form }: { readonly form: UseFormReturn<VisitForm> }) => {
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
