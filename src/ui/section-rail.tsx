// The sections of something long with how far each is, and the way from one to another: a rail beside it where there is
// room, a menu where there is none. The caller says which.
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
  /** Empty where none of them is in view. */
  readonly current: string
  readonly hasRoom: boolean
  readonly onChoose: (id: string) => void
}

export const SectionRail = ({ label, entries, current, hasRoom, onChoose }: SectionRailProps) => {
  if (!hasRoom)
    return (
      <SelectField
        label={label}
        value={current}
        onChange={(event) => onChoose(event.target.value)}
        options={[
          ...(current === '' ? [{ value: '', label: '—' }] : []),
          ...entries.map(({ id, title, count }) => ({ value: id, label: `${title} · ${count}` })),
        ]}
      />
    )
  return (
    <nav aria-label={label}>
      <ul className={styles.rail}>
        {entries.map(({ id, title, count }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.entry}
              aria-current={id === current ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              <span>{title}</span>
              <span className={styles.count}>{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
