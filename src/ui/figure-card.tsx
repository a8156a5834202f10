// A number that explains itself: what it counts, the number, a note, and a link to the list it was counted from.
import type { ReactNode } from 'react'
import styles from './figure-card.module.css'
import { Icon } from './icon.tsx'
import { AppLink } from './link.tsx'
import { iconsByTone, type Tone } from './tone.ts'

type FigureCardProps = {
  readonly label: string
  readonly value: ReactNode
  readonly note?: ReactNode
  readonly tone?: Tone
  readonly href?: string
}

export const FigureCard = ({ label, value, note, tone, href }: FigureCardProps) => {
  const content = (
    <>
      <span className={styles.label}>{label}</span>{' '}
      <span className={styles.value}>
        {value}
        {tone !== undefined && <Icon name={iconsByTone[tone]} />}
      </span>{' '}
      <span className={styles.note}>{note}</span>
    </>
  )
  return href === undefined ? (
    <div className={styles.figure} data-tone={tone}>
      {content}
    </div>
  ) : (
    <AppLink className={styles.figure} data-tone={tone} href={href}>
      {content}
    </AppLink>
  )
}

export const FigureGrid = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.grid}>{children}</div>
)
