// A date as it was written. One that does not exist keeps its text and asks; a day near it is offered, and only a
// person decides (rules KERNEL-1, KERNEL-2).
import { useState } from 'react'
import { formatLocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { suggestedDay } from './suggested-day.ts'

type WrittenDateFieldProps = {
  readonly label: string
  readonly name: string
  readonly hint?: string
  readonly note?: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  /** Show what is wrong although the field was not left: somebody tried to save. */
  readonly isAsked: boolean
}

export const WrittenDateField = ({ value, onChange, onBlur, isAsked, ...field }: WrittenDateFieldProps) => {
  const { t } = useText('internal-audit')
  const textOf = useProblemText()
  const [wasLeft, setLeft] = useState(value !== '')
  const read = parseWrittenDate(value)
  const isWrong = value.trim() !== '' && !read.ok && (wasLeft || isAsked)
  const suggestion = isWrong ? suggestedDay(value) : null
  const error = isWrong && (
    <Stack gap={2}>
      <span>{textOf({ code: read.error })}</span>
      {suggestion !== null && (
        <Button onClick={() => onChange(formatLocalDate(suggestion))}>
          {t('suggestDay', { day: formatLocalDate(suggestion) })}
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
    onBlur?.()
  }
  return (
    <DateField
      {...field}
      placeholder={t('dayPlaceholder')}
      value={value}
      onChange={type}
      onBlur={leave}
      error={error}
    />
  )
}
