// The few ways things are arranged: under each other, beside each other, main beside aside, and no wider than the
// eye reads. Features compose these, so that spacing stays on the 4 px steps and no screen carries its own CSS.
import type { CSSProperties, FormEventHandler, ReactNode } from 'react'
import styles from './layout.module.css'

type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7
const spacing = (gap: Gap): CSSProperties => ({ gap: `var(--s${gap})` })

type StackProps = {
  readonly gap?: Gap
  readonly as?: 'div' | 'section' | 'article' | 'aside' | 'form' | 'ul' | 'ol'
  readonly onSubmit?: FormEventHandler<HTMLElement>
  readonly children: ReactNode
}

export const Stack = ({ gap = 4, as: Tag = 'div', onSubmit, children }: StackProps) => (
  <Tag className={styles.stack} style={spacing(gap)} onSubmit={onSubmit} noValidate={Tag === 'form' ? true : undefined}>
    {children}
  </Tag>
)

type ClusterProps = {
  readonly gap?: Gap
  readonly spread?: boolean
  /** Of fields: `end` where some have no label above them, `start` where some have a hint below. */
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}

export const Cluster = ({ gap = 3, spread, align, children }: ClusterProps) => (
  <div className={styles.cluster} style={spacing(gap)} data-spread={spread || undefined} data-align={align}>
    {children}
  </div>
)

export const Columns = ({ main, aside }: { readonly main: ReactNode; readonly aside: ReactNode }) => (
  <div className={styles.columns}>
    <div className={styles.stack}>{main}</div>
    <div className={styles.stack}>{aside}</div>
  </div>
)

export const Measure = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.measure}>{children}</div>
)
