// A date as offices write it: ngày/tháng/năm in one text field. The browser's own date picker follows the browser's
// language and would show 11/20/2017 to a Vietnamese user, so it is not used (see docs/decisions/0003-ui.md).
import type { Ref } from 'react'
import styles from './date-field.module.css'
import { tidyDateText } from './date-text.ts'
import { Field, type FieldTexts } from './field.tsx'
import { TextInput } from './text-input.tsx'

type DateFieldProps = FieldTexts & {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onBlur?: () => void
  readonly name?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly required?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

export const DateField = ({ label, hint, error, note, value, onChange, onBlur, ...input }: DateFieldProps) => {
  const leave = () => {
    const tidied = tidyDateText(value)
    if (tidied !== value) onChange(tidied)
    onBlur?.()
  }
  return (
    <Field label={label} hint={hint} error={error} note={note}>
      <div className={styles.date}>
        <TextInput
          {...input}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={leave}
        />
      </div>
    </Field>
  )
}
