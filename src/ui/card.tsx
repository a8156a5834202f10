// A sheet of paper on the desk: one matter, its heading and its actions. With `href` the heading is the link and the
// whole card is its target; a card with other controls inside gets no `href`.
import { type ReactNode, useId } from 'react'
import styles from './card.module.css'
import { AppLink } from './link.tsx'
import type { Tone } from './tone.ts'

type CardProps = {
  readonly title?: string
  readonly level?: 2 | 3
  readonly actions?: ReactNode
  readonly tone?: Tone
  readonly href?: string
  readonly children?: ReactNode
}

export const Card = ({ title, level = 2, actions, tone, href, children }: CardProps) => {
  const titleId = useId()
  const Heading = `h${level}` as const
  // As with a section: below another heading its name need not be the only one.
  const naming = title === undefined ? {} : { 'aria-labelledby': titleId, ...(level === 3 && { role: 'group' }) }
  return (
    <section className={styles.card} data-tone={tone} data-linked={href !== undefined || undefined} {...naming}>
      {(title !== undefined || actions !== undefined) && (
        <div className={styles.head}>
          {title !== undefined && (
            <Heading id={titleId}>{href === undefined ? title : <AppLink href={href}>{title}</AppLink>}</Heading>
          )}
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}
