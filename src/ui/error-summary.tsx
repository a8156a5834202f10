// What stands between the person and sending a form, in one place: announced and focused when it appears, each line
// leading to its field.
import { type MouseEvent, useEffect, useId, useRef } from 'react'
import styles from './error-summary.module.css'
import { Icon } from './icon.tsx'

type ErrorSummaryProps = {
  readonly title: string
  /** `fieldName` is the control's `name`; the first control of that name gets the focus. */
  readonly items: readonly { readonly fieldName?: string; readonly text: string }[]
}

export const ErrorSummary = ({ title, items }: ErrorSummaryProps) => {
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()
  useEffect(() => box.current?.focus(), [])
  return (
    <div className={styles.summary} role="alert" tabIndex={-1} ref={box} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Icon name="alert" /> {title}
      </h2>
      <ul>
        {items.map(({ fieldName, text }) => (
          <li key={`${fieldName ?? ''}:${text}`}>
            {fieldName === undefined ? (
              text
            ) : (
              <a href={`#${fieldName}`} onClick={(event) => focusField(event, fieldName)}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

const focusField = (event: MouseEvent, fieldName: string) => {
  event.preventDefault()
  const field = document.getElementsByName(fieldName)[0]
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}
