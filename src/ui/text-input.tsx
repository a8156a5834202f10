// One line of text. Stands inside a Field, which names it; spread react-hook-form's `register` onto it.
import type { ComponentProps } from 'react'
import styles from './control.module.css'
import { useFieldWiring } from './field-context.ts'

export type TextInputProps = Omit<ComponentProps<'input'>, 'className' | 'style'>

export const TextInput = (input: TextInputProps) => (
  <input type="text" {...useFieldWiring()} {...input} className={styles.control} />
)
