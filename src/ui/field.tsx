// One question of a form: its label, its control, the hint, and in words what is wrong. The control inside is wired
// to them through FieldContext, so no screen writes an id by hand. Room for the error is not reserved: it opens
// below the control, where the eye is, and never moves the control itself.
import { type ReactNode, useId, useMemo } from 'react'
import styles from './field.module.css'
import { FieldContext } from './field-context.ts'
import { Icon } from './icon.tsx'

export type FieldTexts = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: ReactNode
  /** A word behind the label, e.g. "không bắt buộc". */
  readonly note?: string | undefined
}

export const Field = ({ label, hint, error, note, children }: FieldTexts & { readonly children: ReactNode }) => {
  const id = useId()
  const hasHint = isThere(hint)
  const hasError = isThere(error)
  const describedBy = [hasError && `${id}-error`, hasHint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  const wiring = useMemo(() => ({ id, describedBy, isInvalid: hasError }), [id, describedBy, hasError])
  return (
    <div className={styles.field} data-invalid={hasError || undefined}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      <FieldContext value={wiring}>{children}</FieldContext>
      {hasError && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hasHint && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}

export const FieldError = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <div className={styles.error} id={id}>
    <Icon name="alert" />
    <span>{children}</span>
  </div>
)

const isThere = (text: ReactNode): boolean => text !== undefined && text !== null && text !== false && text !== ''
