// The stages of a plan at a glance. Shape first, colour second: a framed tick is reported done, a full tick is done
// and confirmed, half full is under way, hatched is late, a dashed frame has not come yet. Good in grey print.
import styles from './stage-cells.module.css'

export type StageState = 'done' | 'confirmed' | 'now' | 'late' | 'empty'

type StageCellProps = { readonly state: StageState; readonly label: string }

const inside: Readonly<Record<StageState, string | undefined>> = {
  done: 'M6.5 12.5l4 4 7-8',
  confirmed: 'M6.5 12.5l4 4 7-8',
  now: 'M3 12.5h18V21H3z',
  late: 'M3 10l7-7M3 17.5L17.5 3M6.5 21L21 6.5M14 21l7-7',
  empty: undefined,
}

export const StageCell = ({ state, label }: StageCellProps) => {
  const naming = { role: 'img', 'aria-label': label }
  return (
    <svg className={styles.cell} data-state={state} viewBox="0 0 24 24" focusable="false" {...naming}>
      <title>{label}</title>
      <rect x="2" y="2" width="20" height="20" rx="4" />
      {inside[state] !== undefined && <path d={inside[state]} />}
    </svg>
  )
}

type Stage = { readonly key: string; readonly short: string; readonly state: StageState; readonly label: string }

type StageCellsProps = {
  readonly label: string
  readonly stages: readonly Stage[]
  readonly showShort?: boolean
}

export const StageCells = ({ label, stages, showShort = false }: StageCellsProps) => (
  <ol className={styles.cells} aria-label={label} data-spread={showShort || undefined}>
    {stages.map(({ key, short, state, label: name }) => (
      <li key={key}>
        <StageCell state={state} label={name} />
        {showShort && <span aria-hidden="true">{short}</span>}
      </li>
    ))}
  </ol>
)

type StageLegendProps = { readonly items: readonly { readonly state: StageState; readonly label: string }[] }

export const StageLegend = ({ items }: StageLegendProps) => (
  <ul className={styles.legend}>
    {items.map(({ state, label }) => (
      <li key={state}>
        <span aria-hidden="true">
          <StageCell state={state} label={label} />
        </span>
        {label}
      </li>
    ))}
  </ul>
)
