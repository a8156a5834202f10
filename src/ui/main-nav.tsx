// The main ways of the app, at most five: a bar at the thumb on a phone, a rail from 720 px.
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { AppLink } from './link.tsx'
import styles from './main-nav.module.css'

export type NavEntry = {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly isCurrent?: boolean
  readonly badge?: string | undefined
}

type MainNavProps = {
  readonly entries: readonly NavEntry[]
  readonly label: string
  /** A dock holds the phone's lower edge; the rail stays. */
  readonly isRailOnly: boolean
}

export const MainNav = ({ entries, label, isRailOnly }: MainNavProps) => (
  <nav className={styles.nav} aria-label={label} data-rail-only={isRailOnly || undefined}>
    {entries.map((entry) => (
      <AppLink key={entry.href} href={entry.href} aria-current={entry.isCurrent === true ? 'page' : undefined}>
        <Icon name={entry.icon} />
        <span className={styles.label}>{entry.label}</span>{' '}
        {entry.badge !== undefined && <span className={styles.badge}>{entry.badge}</span>}
      </AppLink>
    ))}
  </nav>
)
