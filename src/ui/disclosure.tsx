// Help and detail that fold out where the question arises: the browser's own <details>, so it works before any
// script and opens by itself when the page is searched.
import type { ReactNode } from 'react'
import styles from './disclosure.module.css'
import { Icon } from './icon.tsx'

type DisclosureProps = {
  readonly summary: ReactNode
  readonly detail?: ReactNode
  readonly open?: boolean
  readonly children: ReactNode
}

export const Disclosure = ({ summary, detail, open, children }: DisclosureProps) => (
  <details className={styles.disclosure} open={open}>
    <summary className={styles.summary}>
      <span className={styles.words}>
        <b>{summary}</b>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </span>
      <Icon name="chevron-down" />
    </summary>
    <div className={styles.body}>{children}</div>
  </details>
)
