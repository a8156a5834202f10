// Communes against stages: where work stands, and how hot it is there. Shape first: framed tick is reported, full tick
// is confirmed, half full is under way, hatched is late, and the hotter the later; the days stand in the cell, since a
// shade alone cannot be read in grey print.
import type { CSSProperties } from 'react'
import { ChartFrame, type ChartGroup, type ChartLine } from './chart-frame.tsx'
import { classNames } from './class-names.ts'
import styles from './chart-heat.module.css'
import type { StageState } from './stage-cells.tsx'

export type HeatCell = {
  readonly key: string
  readonly state: StageState
  /** Shown when the pointer rests on it: "G5 Ban hành: trễ 12 ngày". */
  readonly title: string
  /** Stands in the cell: "12". */
  readonly figure?: string
  /** How hot a late cell is, coolest first. */
  readonly heat?: 1 | 2 | 3
}

export type HeatLine = ChartLine & { readonly cells: readonly HeatCell[] }

type HeatChartProps = {
  readonly label: string
  readonly columns: readonly { readonly key: string; readonly short: string; readonly title: string }[]
  readonly groups: readonly ChartGroup<HeatLine>[]
  readonly heads: { readonly name: string; readonly trailing: string }
}

const gridOf = (columns: number): CSSProperties => ({ '--columns': columns }) as CSSProperties

const plotOf = ({ cells }: HeatLine) => (
  <div className={styles.cells} style={gridOf(cells.length)}>
    {cells.map(({ key, state, title, figure, heat }) => (
      <div key={key} className={styles.cell} data-state={state} data-heat={heat} title={title}>
        {figure !== undefined && <span>{figure}</span>}
      </div>
    ))}
  </div>
)

export const HeatChart = ({ label, columns, groups, heads }: HeatChartProps) => (
  <ChartFrame
    label={label}
    groups={groups}
    heads={heads}
    scale={
      <div className={classNames(styles.cells, styles.codes)} style={gridOf(columns.length)}>
        {columns.map(({ key, short, title }) => (
          <span key={key} title={title}>
            {short}
          </span>
        ))}
      </div>
    }
    plot={plotOf}
  />
)
