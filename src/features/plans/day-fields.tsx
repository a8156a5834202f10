// Days off on top of the public holidays, and days off that are worked instead: so that the schedule follows what the
// Government and the province decided this year, whatever the rules of the law would say (PLN-2, PLN-4).
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { LineFields } from './line-fields.tsx'
import type { FormPart } from './plan-editor.tsx'
import type { DayForm } from './plan-form.ts'
import { usePlanWords } from './use-plan-words.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { isDayOff } from '#domain/plan/plan-days.ts'
import { parseWrittenDate } from '#domain/kernel/local-date.ts'

export const DayFields = ({ form, change, errorOf }: FormPart) => {
  const { t } = usePlanWords()
  const textOf = useProblemText()
  const extraHolidays = form.extraHolidays.flatMap(({ on, name }) => {
    const read = parseWrittenDate(on)
    return read.ok ? [{ on: read.value, name }] : []
  })
  return (
    <Section title={t('form.days')} detail={t('form.daysText')}>
      <Measure>
        <Stack gap={5}>
          <LineFields<DayForm>
            lines={form.extraHolidays}
            change={(lines) => change({ extraHolidays: lines })}
            add={{ text: t('form.addHoliday'), line: () => ({ on: '', name: '' }) }}
            removeText={(at) => t('form.removeHoliday', { number: at + 1 })}
            renderLine={(line, at, patch) => (
              <>
                <WrittenDateField
                  label={t('form.holidayOn', { number: at + 1 })}
                  name={`extraHolidays.${at}.on`}
                  value={line.on}
                  onChange={(on) => patch({ on })}
                  isAsked={errorOf(`extraHolidays.${at}.on`) !== undefined}
                />
                <Field label={t('form.holidayName', { number: at + 1 })} error={errorOf(`extraHolidays.${at}.name`)}>
                  <TextInput
                    name={`extraHolidays.${at}.name`}
                    value={line.name}
                    onChange={(event) => patch({ name: event.target.value })}
                  />
                </Field>
              </>
            )}
          />
          <LineFields<{ readonly on: string }>
            lines={form.workingDays.map((on) => ({ on }))}
            change={(lines) => change({ workingDays: lines.map(({ on }) => on) })}
            add={{ text: t('form.addWorkingDay'), line: () => ({ on: '' }) }}
            removeText={(at) => t('form.removeWorkingDay', { number: at + 1 })}
            renderLine={({ on }, at, patch) => (
              <WrittenDateField
                label={t('form.workingDay', { number: at + 1 })}
                name={`workingDays.${at}`}
                value={on}
                onChange={(text) => patch({ on: text })}
                isAsked={errorOf(`workingDays.${at}`) !== undefined}
                objectionTo={(day) =>
                  isDayOff({ extraHolidays }, day) ? undefined : textOf({ code: 'plan.working-day-not-off' })
                }
              />
            )}
          />
        </Stack>
      </Measure>
    </Section>
  )
}
