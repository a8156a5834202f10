// An empty screen that teaches: what will stand here, why, and the one button that begins it.
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

type EmptyStateProps = {
  readonly icon: IconName
  readonly title: string
  readonly text?: ReactNode
  readonly action?: ReactNode
  readonly level?: 2 | 3
}

export const EmptyState = ({ icon, title, text, action, level = 2 }: EmptyStateProps) => {
  const Heading = `h${level}` as const
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <Heading>{title}</Heading>
      {text !== undefined && <div className={styles.text}>{text}</div>}
      {action}
    </div>
  )
}
