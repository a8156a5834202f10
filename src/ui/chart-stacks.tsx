// Areas against each other: of each, how many communes are how far, as one bar with its counts in it. Shape tells the
// parts apart as well as colour: full, plain, half and hatched.
import { ChartFrame, type ChartGroup, type ChartLine } from './chart-frame.tsx'
import { ChartLegend } from './chart-legend.tsx'
import styles from './chart-stacks.module.css'
import type { Tone } from './tone.ts'

export type StackPart = {
  readonly key: string
  readonly value: number
  readonly tone: Tone
  readonly fill: 'full' | 'plain' | 'half' | 'hatched'
}

export type StackLine = ChartLine & { readonly parts: readonly StackPart[] }

type StackChartProps = {
  readonly label: string
  readonly group: ChartGroup<StackLine>
  readonly heads: { readonly name: string; readonly plot: string; readonly trailing: string }
}

const plotOf = ({ parts }: StackLine) => (
  <div className={styles.bar}>
    {parts.map(
      ({ key, value, tone, fill }) =>
        value > 0 && (
          <div key={key} className={styles.part} data-tone={tone} data-fill={fill} style={{ flexGrow: value }}>
            <span>{value}</span>
          </div>
        ),
    )}
  </div>
)

export const StackChart = ({ label, group, heads }: StackChartProps) => (
  <ChartFrame
    label={label}
    groups={[group]}
    heads={heads}
    scale={<div className={styles.scale}>{heads.plot}</div>}
    plot={plotOf}
  />
)

type StackLegendProps = {
  readonly items: readonly (Pick<StackPart, 'key' | 'tone' | 'fill'> & { readonly label: string })[]
}

export const StackLegend = ({ items }: StackLegendProps) => (
  <ChartLegend
    items={items.map(({ tone, fill, label }) => ({
      label,
      sample: <span className={styles.part} data-sample="" data-tone={tone} data-fill={fill} aria-hidden="true" />,
    }))}
  />
)
