// Names and values of one thing, under each other on a phone and side by side where there is room.
import type { ReactNode } from 'react'
import styles from './definition-list.module.css'

type DefinitionListProps = {
  readonly items: readonly { readonly term: string; readonly value: ReactNode }[]
}

export const DefinitionList = ({ items }: DefinitionListProps) => (
  <div className={styles.room}>
    <dl className={styles.list}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </div>
)
