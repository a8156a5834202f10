// Which checklist an audit uses: one of the shipped instruments, and of it the clauses that are looked at this time.
import { Suspense } from 'react'
import { Controller, type UseFormReturn } from 'react-hook-form'
import { clauseChoices } from '#domain/internal-audit/checklist.ts'
import { instrumentList } from '#domain/questionnaire/instrument-registry.ts'
import { useFindingWords } from '#features/finding-content.tsx'
import { useInstrument } from '#features/use-instrument.ts'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { NewAuditForm } from './new-audit-form.ts'
import { useAuditWords } from './use-audit-words.ts'

type ChecklistChoiceProps = { readonly form: UseFormReturn<NewAuditForm>; readonly instrument: string }

export const ChecklistChoice = ({ form, instrument }: ChecklistChoiceProps) => {
  const { t, textOf } = useAuditWords()
  const offered = instrumentList.filter(({ isWithdrawn }) => isWithdrawn !== true)
  return (
    <Stack gap={3}>
      <SelectField
        label={t('new.instrument')}
        options={offered.map(({ key, title, questionCount }) => ({
          value: key,
          label: t('new.instrumentOption', { title: textOf(title), count: questionCount }),
        }))}
        {...form.register('instrument', { onChange: () => form.setValue('without', []) })}
      />
      <Suspense fallback={null}>
        <Controller
          name="without"
          control={form.control}
          render={({ field }) => <Clauses instrument={instrument} without={field.value} onChange={field.onChange} />}
        />
      </Suspense>
    </Stack>
  )
}

type ClausesProps = {
  readonly instrument: string
  /** Clauses that are left out. */
  readonly without: readonly string[]
  readonly onChange: (without: readonly string[]) => void
}

const Clauses = ({ instrument, without, onChange }: ClausesProps) => {
  const { t } = useAuditWords()
  const { clauseText } = useFindingWords()
  const loaded = useInstrument(instrument)
  if (!loaded) return null
  const choices = clauseChoices(loaded)
  const chosen = choices.filter(({ clause }) => !without.includes(clause))
  const items = chosen.reduce((sum, { count }) => sum + count, 0)
  const toggle = (clause: string, isChosen: boolean) =>
    onChange(isChosen ? without.filter((one) => one !== clause) : [...without, clause])
  return (
    <>
      <p>{t('new.chosen', { clauses: chosen.length, all: choices.length, count: items })}</p>
      <Disclosure summary={t('new.chooseClauses')}>
        <Stack gap={2}>
          <Cluster>
            <Button kind="plain" onClick={() => onChange([])}>
              {t('new.allClauses')}
            </Button>
            <Button kind="plain" onClick={() => onChange(choices.map(({ clause }) => clause))}>
              {t('new.noClauses')}
            </Button>
          </Cluster>
          {choices.map(({ clause, count }) => (
            <CheckRow
              key={clause}
              label={clause === '' ? t('new.outside') : clauseText(clause)}
              detail={t('new.items', { count })}
              checked={!without.includes(clause)}
              onChange={(event) => toggle(clause, event.target.checked)}
            />
          ))}
        </Stack>
      </Disclosure>
    </>
  )
}
