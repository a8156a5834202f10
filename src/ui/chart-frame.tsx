// The frame of a drawing over many communes: one group an area, under each other, with its scale repeated above it so
// that it is always in sight; one line a commune, which is one large link. The drawing of a line is one picture with a
// sentence, and the arrow keys lead from line to line.
import type { ReactNode } from 'react'
import styles from './chart-frame.module.css'
import { moveAmongLines } from './chart-keys.ts'
import { classNames } from './class-names.ts'
import grouped from './line-groups.module.css'
import { AppLink } from './link.tsx'

export type ChartLine = {
  readonly key: string
  readonly name: string
  readonly href: string
  /** The drawing in one sentence. */
  readonly label: string
  /** Words beside the drawing. */
  readonly trailing?: ReactNode
}

export type ChartGroup<Line extends ChartLine> = {
  readonly key: string
  readonly title: string
  /** "5 xã" */
  readonly detail?: string
  readonly lines: readonly Line[]
}

type ChartFrameProps<Line extends ChartLine> = {
  readonly label: string
  readonly groups: readonly ChartGroup<Line>[]
  /** Name of the first column, and of the words beside the drawing. */
  readonly heads: { readonly name: string; readonly trailing: string }
  /** Drawn above the lines of every group. */
  readonly scale: ReactNode
  readonly plot: (line: Line) => ReactNode
}

export const ChartFrame = <Line extends ChartLine>(props: ChartFrameProps<Line>) => {
  const { label, groups, heads, scale, plot } = props
  return (
    // The keys only make shorter what Tab does as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={grouped.groups} aria-label={label} onKeyDown={moveAmongLines}>
      {groups.map((group) => (
        <div key={group.key} className={classNames(grouped.group, styles.group)}>
          <div className={grouped.caption}>
            <h2>{group.title}</h2>
            {group.detail !== undefined && <span>{group.detail}</span>}
          </div>
          <div className={styles.sheet}>
            <div className={styles.head} aria-hidden="true">
              <span>{heads.name}</span>
              <div data-plot="">{scale}</div>
              <span>{heads.trailing}</span>
            </div>
            <ul className={styles.lines} aria-label={group.title}>
              {group.lines.map((line) => (
                <LineOf key={line.key} line={line} plot={plot} />
              ))}
            </ul>
          </div>
        </div>
      ))}
    </section>
  )
}

type LineOfProps<Line extends ChartLine> = { readonly line: Line; readonly plot: (line: Line) => ReactNode }

const LineOf = <Line extends ChartLine>({ line, plot }: LineOfProps<Line>) => {
  const naming = { role: 'img', 'aria-label': line.label }
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        <AppLink href={line.href}>{line.name}</AppLink>
      </span>
      <div data-plot="" {...naming}>
        {plot(line)}
      </div>
      <span className={styles.trailing}>{line.trailing}</span>
    </li>
  )
}
