// How far something has come, as a bar and in words; the words are what a screen reader says.
import { type ReactNode, useId } from 'react'
import styles from './progress-bar.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

type ProgressBarProps = {
  readonly label: string
  readonly value: number
  readonly max: number
  /** What the figure means, e.g. "21 trong 52 câu". */
  readonly valueText: string
  readonly caption?: ReactNode
  readonly hideLabel?: boolean
}

export const ProgressBar = ({ label, value, max, valueText, caption, hideLabel = false }: ProgressBarProps) => {
  const labelId = useId()
  return (
    <div className={styles.progress}>
      {hideLabel ? (
        <VisuallyHidden>
          <span id={labelId}>{label}</span>
        </VisuallyHidden>
      ) : (
        <div className={styles.line}>
          <b id={labelId}>{label}</b>
          <span>{caption ?? valueText}</span>
        </div>
      )}
      <progress
        className={styles.bar}
        aria-labelledby={labelId}
        aria-valuetext={valueText}
        value={Math.min(max, Math.max(0, value))}
        max={max > 0 ? max : 1}
      />
    </div>
  )
}
