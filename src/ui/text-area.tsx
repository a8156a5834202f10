// Several lines of text. It grows with what is written where the browser can (field-sizing), so nobody reads
// their own sentence through a slit.
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { useFieldWiring } from './field-context.ts'
import styles from './text-area.module.css'

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'className' | 'style'>

export const TextArea = (textarea: TextAreaProps) => (
  <textarea rows={3} {...useFieldWiring()} {...textarea} className={classNames(control.control, styles.area)} />
)
