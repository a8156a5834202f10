// A target on one bar: what is reached (full), what will probably be (hatched), what at best (thinly hatched), and the
// mark that has to be passed. Each is labelled where it stands, so that no key has to be read.
import type { CSSProperties } from 'react'
import { classNames } from './class-names.ts'
import styles from './chart-target.module.css'
import type { Tone } from './tone.ts'

type TargetBarProps = {
  /** The whole bar in one sentence. */
  readonly label: string
  readonly total: number
  readonly needed: { readonly value: number; readonly label: string; readonly tone: Tone }
  readonly reached: number
  readonly likely: number
  readonly atMost: number
  /** Below the ends of the bar. */
  readonly from: string
  readonly to: string
}

const edgeOf = (share: number): 'start' | 'middle' | 'end' => (share < 0.2 ? 'start' : share > 0.8 ? 'end' : 'middle')

export const TargetBar = ({ label, total, needed, reached, likely, atMost, from, to }: TargetBarProps) => {
  const shareOf = (value: number): number => (total <= 0 ? 0 : Math.min(1, value / total))
  const part = (start: number, end: number): CSSProperties => ({
    insetInlineStart: `${shareOf(start) * 100}%`,
    width: `${Math.max(0, shareOf(end) - shareOf(start)) * 100}%`,
  })
  const mark = shareOf(needed.value)
  const naming = { role: 'img', 'aria-label': label }
  return (
    <div className={styles.target} {...naming}>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.forecast} data-most="" style={part(likely, atMost)} />
        <span className={styles.forecast} style={part(reached, likely)} />
        <span className={styles.reached} style={part(0, reached)} />
        <span className={styles.needed} data-tone={needed.tone} style={{ insetInlineStart: `${mark * 100}%` }} />
        <span
          className={classNames(styles.label, styles.above)}
          data-edge={edgeOf(mark)}
          style={{ insetInlineStart: `${mark * 100}%` }}
        >
          {needed.label}
        </span>
        <span className={classNames(styles.label, styles.below)} style={{ insetInlineStart: 0 }}>
          {from}
        </span>
        <span className={classNames(styles.label, styles.below)} data-edge="end" style={{ insetInlineStart: '100%' }}>
          {to}
        </span>
      </div>
    </div>
  )
}
