// Deadlines in the words of the paper. A day that no calendar has is not refused: it stays, and beside it a person may
// decide which day counts – the one on offer, another, or none yet (PLN-8).
import { formatLocalDate, nearestExistingDay, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { LineFields } from './line-fields.tsx'
import type { FormPart } from './plan-editor.tsx'
import { type DeadlineForm, emptyDeadline } from './plan-form.ts'
import { usePlanWords } from './use-plan-words.ts'

export const DeadlineFields = ({ form, change, errorOf }: FormPart) => {
  const { t } = usePlanWords()
  return (
    <Section title={t('deadlines')} detail={t('form.deadlinesText')}>
      <Measure>
        <LineFields<DeadlineForm>
          lines={form.deadlines}
          change={(deadlines) => change({ deadlines })}
          add={{ text: t('form.addDeadline'), line: () => emptyDeadline }}
          removeText={(at) => t('form.removeDeadline', { number: at + 1 })}
          renderLine={(line, at, patch) => (
            <Stack gap={3}>
              <Field label={t('form.deadline', { number: at + 1 })} error={errorOf(`deadlines.${at}.text`)}>
                <TextArea
                  name={`deadlines.${at}.text`}
                  value={line.text}
                  onChange={(event) => patch({ text: event.target.value })}
                />
              </Field>
              <DateField
                label={t('form.deadlineOn', { number: at + 1 })}
                hint={t('form.deadlineOnHint')}
                name={`deadlines.${at}.on`}
                value={line.on}
                onChange={(on) => patch({ on })}
                error={errorOf(`deadlines.${at}.on`)}
              />
              <Decision
                line={line}
                at={at}
                patch={patch}
                isAsked={errorOf(`deadlines.${at}.decidedOn`) !== undefined}
              />
            </Stack>
          )}
        />
      </Measure>
    </Section>
  )
}

type DecisionProps = {
  readonly line: DeadlineForm
  readonly at: number
  readonly patch: (part: Partial<DeadlineForm>) => void
  readonly isAsked: boolean
}

const Decision = ({ line, at, patch, isAsked }: DecisionProps) => {
  const { t } = usePlanWords()
  const read = parseWrittenDate(line.on)
  if (read.ok || read.error !== 'date.nonexistent') return null
  const suggestion = nearestExistingDay(line.on)
  return (
    <Notice tone="warn" title={t('form.noSuchDay', { text: line.on.trim() })}>
      <Stack gap={3}>
        <p>{t('form.noSuchDayText')}</p>
        {suggestion !== null && line.decidedOn === '' && (
          <Cluster>
            <Button onClick={() => patch({ decidedOn: formatLocalDate(suggestion) })}>
              {t('form.takeDay', { day: formatLocalDate(suggestion) })}
            </Button>
          </Cluster>
        )}
        <WrittenDateField
          label={t('form.decidedOn', { number: at + 1 })}
          name={`deadlines.${at}.decidedOn`}
          value={line.decidedOn}
          onChange={(decidedOn) => patch({ decidedOn })}
          isOptional
          isAsked={isAsked}
        />
      </Stack>
    </Notice>
  )
}
