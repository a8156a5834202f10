// One yes-or-no as a row that is its own large target: a native checkbox with its words.
import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './check-row.module.css'
import { FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import tick from './tick.module.css'

type CheckRowProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'type' | 'children'> & {
  readonly label: ReactNode
  readonly detail?: ReactNode
  readonly error?: ReactNode
}

export const CheckRow = ({ label, detail, error, ...input }: CheckRowProps) => {
  const id = useId()
  const hasError = Boolean(error)
  return (
    <div className={styles.wrap}>
      <label className={styles.row}>
        <span className={styles.box}>
          <input
            {...input}
            type="checkbox"
            className={tick.check}
            aria-invalid={hasError || undefined}
            aria-describedby={hasError ? id : undefined}
          />
          <Icon name="check" />
        </span>
        <span className={styles.words}>
          <span>{label}</span> {detail !== undefined && <span className={styles.detail}>{detail}</span>}
        </span>
      </label>
      {hasError && <FieldError id={id}>{error}</FieldError>}
    </div>
  )
}
