// The sections of something long with how far each is, and the way from one to another: a rail beside it where there is
// room, a menu where there is none. The caller says which.
import type { ReactNode } from 'react'
import { SelectField } from './select-field.tsx'
import styles from './section-rail.module.css'

export type RailEntry = {
  readonly id: string
  readonly title: string
  /** "3/5", and what is wrong in it. */
  readonly count: string
}

type SectionRailProps = {
  readonly label: string
  readonly entries: readonly RailEntry[]
  /** Empty where none of them is in view; the menu then says `none`. */
  readonly current: string
  readonly none?: string
  readonly hasRoom: boolean
  readonly onChoose: (id: string) => void
}

export const SectionRail = ({ label, none, entries, current, hasRoom, onChoose }: SectionRailProps) => {
  if (!hasRoom)
    return (
      <SelectField
        label={label}
        value={current}
        onChange={(event) => onChoose(event.target.value)}
        options={[
          ...(current === '' ? [{ value: '', label: none ?? '—' }] : []),
          ...entries.map(({ id, title, count }) => ({ value: id, label: `${title} · ${count}` })),
        ]}
      />
    )
  return (
    <Rail label={label}>
      {entries.map(({ id, title, count }) => (
        <RailButton key={id} {...{ title, count }} isCurrent={id === current} onClick={() => onChoose(id)} />
      ))}
    </Rail>
  )
}

/** The rail by itself, for entries that each keep their own figures. */
export const Rail = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <nav aria-label={label}>
    <ul className={styles.rail}>{children}</ul>
  </nav>
)

type RailButtonProps = {
  readonly title: string
  readonly count: string
  readonly isCurrent: boolean
  readonly onClick: () => void
}

export const RailButton = ({ title, count, isCurrent, onClick }: RailButtonProps) => (
  <li>
    <button type="button" className={styles.entry} aria-current={isCurrent ? 'true' : undefined} onClick={onClick}>
      <span>{title}</span>
      <span className={styles.count}>{count}</span>
    </button>
  </li>
)
