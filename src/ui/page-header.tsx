// The head of a screen: the way back, the one h1, what it is about, and what can be done with it as a whole.
import type { ReactNode } from 'react'
import { type Back, BackLink } from './back-link.tsx'
import { PageTitle } from './page-title.tsx'
import styles from './page-header.module.css'

type PageHeaderProps = {
  readonly title: string
  /** Of a title that may be long: two lines on a phone, and this is the button that shows the rest. */
  readonly more?: string | undefined
  readonly subtitle?: ReactNode
  readonly back?: Back | undefined
  readonly aside?: ReactNode
  readonly actions?: ReactNode
}

export const PageHeader = ({ title, more, subtitle, back, aside, actions }: PageHeaderProps) => (
  <div className={styles.header}>
    {back !== undefined && <BackLink {...back} />}
    <div className={styles.line}>
      <div className={styles.words}>
        {more === undefined ? <h1 tabIndex={-1}>{title}</h1> : <PageTitle title={title} more={more} />}
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  </div>
)
