// A part of a page under its own heading, announced as a region with that heading's name. A part of such a part is a named
// group and no landmark: the same names come back in it (the people of each meeting), and a region's name must be the only one.
import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

type SectionProps = {
  readonly title: string
  readonly level?: 2 | 3
  readonly detail?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export const Section = ({ title, level = 2, detail, actions, children }: SectionProps) => {
  const titleId = useId()
  const Heading = `h${level}` as const
  return (
    <section className={styles.section} aria-labelledby={titleId} {...(level === 3 && { role: 'group' })}>
      <div className={styles.head}>
        <div>
          <Heading id={titleId}>{title}</Heading>
          {detail !== undefined && <div className={styles.detail}>{detail}</div>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
