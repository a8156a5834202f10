// The day a stage was done. A date that does not exist keeps its text and asks (KERNEL-1); a day to come is no day on
// which something was done.
import { useState } from 'react'
import { formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { lastDayOfThatMonth, readDoneOn } from './stage-form.ts'

type DoneOnFieldProps = {
  readonly value: string
  readonly today: LocalDate
  readonly isAsked: boolean
  readonly onChange: (text: string) => void
  readonly onBlur: () => void
}

export const DoneOnField = ({ value, today, isAsked, onChange, onBlur }: DoneOnFieldProps) => {
  const { t } = useText('pilot')
  const textOf = useProblemText()
  const [wasLeft, setLeft] = useState(true)
  const read = readDoneOn(value, today)
  const isWrong = !read.ok && (isAsked || (wasLeft && value.trim() !== ''))
  const suggestion = isWrong && read.error === 'date.nonexistent' ? lastDayOfThatMonth(value) : null
  const error = isWrong && (
    <Stack gap={2}>
      <span>{read.error === 'future' ? t('doneOn.future') : textOf({ code: read.error })}</span>
      {suggestion !== null && (
        <Button onClick={() => onChange(formatLocalDate(suggestion))}>
          {t('doneOn.suggest', { day: formatLocalDate(suggestion) })}
        </Button>
      )}
    </Stack>
  )
  const type = (text: string) => {
    setLeft(false)
    onChange(text)
  }
  const leave = () => {
    setLeft(true)
    onBlur()
  }
  return (
    <DateField
      label={t('doneOn.label')}
      name="on"
      placeholder={t('doneOn.placeholder')}
      value={value}
      onChange={type}
      onBlur={leave}
      error={error}
    />
  )
}
