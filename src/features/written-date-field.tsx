// A date as it was written. One that does not exist keeps its text and asks; a day near it is offered, and only a
// person decides (rules KERNEL-1, KERNEL-2, KERNEL-4).
import { useState } from 'react'
import { formatLocalDate, type LocalDate, nearestExistingDay, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useProblemText } from './use-problem-text.ts'

type WrittenDateFieldProps = {
  readonly label: string
  readonly name: string
  readonly hint?: string
  /** An empty field is right too. */
  readonly isOptional?: boolean
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  /** Show what is wrong although the field was not left: somebody tried to save. */
  readonly isAsked: boolean
  /** What is wrong with a day that exists, e.g. that it has not come yet. */
  readonly objectionTo?: (day: LocalDate) => string | undefined
}

export const WrittenDateField = ({
  onChange,
  onBlur,
  isOptional,
  isAsked,
  objectionTo,
  ...field
}: WrittenDateFieldProps) => {
  const { t } = useText('records')
  const [wasLeft, setLeft] = useState(true)
  const mistake = useMistake(field.value, objectionTo)
  const isBlank = field.value.trim() === ''
  const isShown = isBlank ? isAsked && isOptional !== true : wasLeft || isAsked
  const suggestion = mistake && nearestExistingDay(field.value)
  const error = isShown && mistake !== undefined && (
    <Stack gap={2}>
      <span>{mistake}</span>
      {suggestion && objectionTo?.(suggestion) === undefined && (
        <Button onClick={() => onChange(formatLocalDate(suggestion))}>
          {t('day.suggest', { day: formatLocalDate(suggestion) })}
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
      {...(isOptional === true && { note: t('common:optional') })}
      placeholder={t('day.placeholder')}
      onChange={type}
      onBlur={leave}
      error={error}
    />
  )
}

/** In words; undefined where the text names a day that nothing speaks against. */
function useMistake(text: string, objectionTo: WrittenDateFieldProps['objectionTo']): string | undefined {
  const textOf = useProblemText()
  const read = parseWrittenDate(text)
  return read.ok ? objectionTo?.(read.value) : textOf({ code: read.error })
}
