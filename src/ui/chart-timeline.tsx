// Communes against time: what was done and when, what was planned (the thin line below), and when the declaration may
// come (a bar as wide as what is not known, with the likely day on it). One line for today through all of them.
// Positions are shares of the width, 0 to 1; the caller reckons them from days.
import type { CSSProperties } from 'react'
import { ChartFrame, type ChartGroup, type ChartLine } from './chart-frame.tsx'
import { ChartLegend } from './chart-legend.tsx'
import styles from './chart-timeline.module.css'
import type { Tone } from './tone.ts'

export type Span = { readonly from: number; readonly to: number }

export type TimelineLine = ChartLine & {
  readonly planned: readonly Span[]
  readonly confirmed: readonly Span[]
  readonly declared: readonly Span[]
  /** The stage under way, within its time. */
  readonly now: readonly Span[]
  /** The stage under way, past its time. */
  readonly over: readonly Span[]
  readonly range: (Span & { readonly likely: number; readonly isReached: boolean; readonly tone: Tone }) | null
}

export type TimelineAxis = {
  readonly ticks: readonly { readonly at: number; readonly label: string; readonly isMinor: boolean }[]
  readonly today: { readonly at: number; readonly label: string } | null
  /** The end of the plan. */
  readonly limit: number | null
}

type TimelineChartProps = {
  readonly label: string
  readonly axis: TimelineAxis
  readonly groups: readonly ChartGroup<TimelineLine>[]
  readonly heads: { readonly name: string; readonly trailing: string }
}

const WIDTH = 1000
const HEIGHT = 40

const share = (at: number): string => `${(at * 100).toFixed(2)}%`
const x = (at: number): string => (at * WIDTH).toFixed(1)
const uprights = (places: readonly number[]): string => places.map((at) => `M${x(at)} 0V${HEIGHT}`).join('')
/** Neighbours keep a hair's breadth apart, so that stages can be told from each other. */
const boxes = (spans: readonly Span[], top: number, height: number): string =>
  spans
    .map(({ from, to }) => `M${x(from)} ${top}H${x(Math.max(to - 0.0025, from + 0.002))}V${top + height}H${x(from)}Z`)
    .join('')
const placed = ({ from, to }: Span): CSSProperties => ({ insetInlineStart: share(from), width: share(to - from) })

export const TimelineChart = ({ label, axis, groups, heads }: TimelineChartProps) => {
  const plot = (line: TimelineLine) => <Plot line={line} axis={axis} />
  return <ChartFrame label={label} groups={groups} heads={heads} scale={<Axis axis={axis} />} plot={plot} />
}

const edgeOf = (at: number): string | undefined => (at < 0.04 ? 'start' : at > 0.94 ? 'end' : undefined)

const Axis = ({ axis: { ticks, today } }: { readonly axis: TimelineAxis }) => (
  <div className={styles.axis}>
    {ticks.map(({ at, label, isMinor }) => (
      <span
        key={label}
        data-minor={isMinor || undefined}
        data-edge={edgeOf(at)}
        style={{ insetInlineStart: share(at) }}
      >
        {label}
      </span>
    ))}
    {today !== null && (
      <span className={styles.flag} data-edge={edgeOf(today.at)} style={{ insetInlineStart: share(today.at) }}>
        {today.label}
      </span>
    )}
  </div>
)

type PlotProps = { readonly line: TimelineLine; readonly axis: TimelineAxis }

const Plot = ({ line, axis }: PlotProps) => (
  <div className={styles.plot}>
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path className={styles.grid} d={uprights(axis.ticks.map(({ at }) => at))} vectorEffect="non-scaling-stroke" />
      {axis.limit !== null && (
        <path className={styles.limit} d={uprights([axis.limit])} vectorEffect="non-scaling-stroke" />
      )}
      <path className={styles.planned} d={boxes(line.planned, 29, 5)} />
      <path className={styles.done} d={boxes(line.confirmed, 4, 16)} />
      <path className={styles.declared} d={boxes(line.declared, 5, 14)} vectorEffect="non-scaling-stroke" />
      <path className={styles.now} d={boxes(line.now, 4, 16)} />
      {axis.today !== null && (
        <path className={styles.today} d={uprights([axis.today.at])} vectorEffect="non-scaling-stroke" />
      )}
    </svg>
    {line.over.map((span) => (
      <span key={span.from} className={styles.over} style={placed(span)} />
    ))}
    {line.range !== null && <RangeMark range={line.range} />}
  </div>
)

const RangeMark = ({ range }: { readonly range: NonNullable<TimelineLine['range']> }) => (
  <>
    {!range.isReached && <span className={styles.range} style={placed(range)} />}
    <span
      className={styles.likely}
      data-tone={range.tone}
      data-reached={range.isReached || undefined}
      style={{ insetInlineStart: share(range.likely) }}
    />
  </>
)

export type TimelineSample = 'planned' | 'done' | 'declared' | 'now' | 'over' | 'range'

type TimelineLegendProps = { readonly items: readonly { readonly is: TimelineSample; readonly label: string }[] }

export const TimelineLegend = ({ items }: TimelineLegendProps) => (
  <ChartLegend items={items.map(({ is, label }) => ({ label, sample: <Sample is={is} /> }))} />
)

const Sample = ({ is }: { readonly is: TimelineSample }) => {
  if (is === 'over' || is === 'range') {
    return (
      <span className={styles.sample} aria-hidden="true">
        <span className={styles[is]} />
        {is === 'range' && <span className={styles.likely} />}
      </span>
    )
  }
  return (
    <span className={styles.sample} aria-hidden="true">
      <svg viewBox="0 0 32 24" focusable="false">
        <path className={styles[is]} d={is === 'planned' ? 'M1 10H31V15H1Z' : 'M1 4H31V20H1Z'} />
      </svg>
    </span>
  )
}
