// Sides of one matter, each with its own address: links, not widgets, so Back works and each can be bookmarked.
import { AppLink } from './link.tsx'
import styles from './tabs.module.css'

type TabsProps = {
  readonly label: string
  readonly items: readonly {
    readonly href: string
    readonly label: string
    readonly isCurrent?: boolean
    readonly count?: number
  }[]
}

export const Tabs = ({ label, items }: TabsProps) => (
  <nav className={styles.tabs} aria-label={label}>
    {items.map(({ href, label: name, isCurrent = false, count }) => (
      <AppLink key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
        {name} {count !== undefined && <span className={styles.count}>{count}</span>}
      </AppLink>
    ))}
  </nav>
)
