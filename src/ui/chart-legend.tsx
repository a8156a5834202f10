// What the shapes of a drawing stand for: a sample and its words each.
import type { ReactNode } from 'react'
import styles from './chart-legend.module.css'

type ChartLegendProps = {
  /** The shape as it is drawn, and the words beside it. */
  readonly items: readonly { readonly sample: ReactNode; readonly label: string }[]
}

export const ChartLegend = ({ items }: ChartLegendProps) => (
  <ul className={styles.legend}>
    {items.map(({ sample, label }) => (
      <li key={label}>
        {sample}
        {label}
      </li>
    ))}
  </ul>
)
