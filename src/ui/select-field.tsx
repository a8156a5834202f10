// A choice from a list, with the device's own picker: large on a phone, searchable by typing on a computer.
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { Field, type FieldTexts } from './field.tsx'
import { useFieldWiring } from './field-context.ts'
import { Icon } from './icon.tsx'
import styles from './select-field.module.css'

type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean }

type SelectFieldProps = FieldTexts &
  Omit<ComponentProps<'select'>, 'className' | 'style' | 'children'> & {
    readonly options: readonly SelectOption[]
    /** The first, empty entry, e.g. "Chọn xã…". */
    readonly placeholder?: string
  }

export const SelectField = ({ label, hint, error, note, ...select }: SelectFieldProps) => (
  <Field label={label} hint={hint} error={error} note={note}>
    <Select {...select} />
  </Field>
)

const Select = ({ options, placeholder, ...select }: Omit<SelectFieldProps, keyof FieldTexts>) => (
  <div className={styles.select}>
    <select {...useFieldWiring()} {...select} className={classNames(control.control, styles.native)}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
    <Icon name="chevron-down" />
  </div>
)
