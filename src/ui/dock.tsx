// The bar of actions at the thumb: back, what is left, and the one main action. Hand it to AppFrame's `dock`, which
// pins it, lets the content fade out above it and keeps room for it.
import type { ReactNode } from 'react'
import styles from './dock.module.css'

type DockProps = { readonly start?: ReactNode; readonly middle?: ReactNode; readonly end: ReactNode }

export const Dock = ({ start, middle, end }: DockProps) => (
  <div className={styles.dock}>
    {start}
    <div className={styles.middle}>{middle}</div>
    <div className={styles.end}>{end}</div>
  </div>
)
