// The whole answer as a few large rows, chosen with one thumb: native radios, so arrows, forms and screen readers
// work by themselves. A question is its legend; `intro` stands between the question and the answers.
import { type ReactNode, useId } from 'react'
import styles from './choice-group.module.css'
import { FieldError } from './field.tsx'
import tick from './tick.module.css'

export type Choice = {
  readonly value: string
  readonly label: ReactNode
  readonly detail?: ReactNode
  /** A leading figure, e.g. the score. */
  readonly figure?: ReactNode
  /** The way out of the scale, e.g. "Không áp dụng". */
  readonly isDashed?: boolean
  readonly disabled?: boolean
}

type ChoiceGroupProps = {
  readonly legend: ReactNode
  /** A question is the heading of its page; one that would fill a phone is so in the size of a label. */
  readonly legendSize?: 'label' | 'question' | 'long-question'
  readonly intro?: ReactNode
  readonly name: string
  readonly value?: string | undefined
  readonly onChange: (value: string) => void
  readonly options: readonly Choice[]
  readonly hint?: ReactNode
  readonly error?: ReactNode
  readonly columns?: 1 | 2
  readonly disabled?: boolean
}

export const ChoiceGroup = (props: ChoiceGroupProps) => {
  const { legend, legendSize = 'label', intro, options, hint, error, columns = 1, disabled = false } = props
  const id = useId()
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className={styles.group} aria-describedby={describedBy} disabled={disabled}>
      <legend className={styles.legend} data-size={legendSize}>
        {legendSize === 'label' ? legend : <h1 tabIndex={-1}>{legend}</h1>}
      </legend>
      {intro !== undefined && <div className={styles.intro}>{intro}</div>}
      {hint !== undefined && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className={styles.options} data-columns={columns}>
        {options.map((choice) => (
          <ChoiceRow key={choice.value} choice={choice} group={props} />
        ))}
      </div>
      {Boolean(error) && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}

const ChoiceRow = ({ choice, group }: { readonly choice: Choice; readonly group: ChoiceGroupProps }) => (
  <label className={styles.choice} data-dashed={choice.isDashed || undefined}>
    <input
      className={tick.radio}
      type="radio"
      name={group.name}
      value={choice.value}
      checked={group.value === choice.value}
      disabled={choice.disabled}
      onChange={() => group.onChange(choice.value)}
    />
    {choice.figure !== undefined && <b className={styles.figure}>{choice.figure}</b>}{' '}
    <span className={styles.words}>
      <span className={choice.detail === undefined ? undefined : styles.strong}>{choice.label}</span>{' '}
      {choice.detail !== undefined && <span className={styles.detail}>{choice.detail}</span>}
    </span>
  </label>
)
