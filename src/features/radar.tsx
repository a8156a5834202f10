// Means by chapter as a web: seen at a glance where it is dented. Labels stand at the spokes, nothing has to be decoded,
// and the same figures stand in a table beside it; so to a screen reader it is one picture with a sentence.
import styles from './radar.module.css'

export type Spoke = {
  readonly key: string
  /** Short: the number of the chapter. */
  readonly label: string
  /** Null where nothing is scored: no corner is drawn there. */
  readonly value: number | null
  /** Drawn dashed; left out where there is nothing to compare with. */
  readonly before?: number | null
}

type RadarProps = { readonly label: string; readonly spokes: readonly Spoke[]; readonly top: number }

const SIZE = 240
const MIDDLE = SIZE / 2
const RADIUS = 92

const pointAt = (index: number, count: number, share: number): readonly [number, number] => {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2
  return [MIDDLE + RADIUS * share * Math.cos(angle), MIDDLE + RADIUS * share * Math.sin(angle)]
}

export const Radar = ({ label, spokes, top }: RadarProps) => {
  const count = spokes.length
  const corners = (values: readonly (number | null)[]): string =>
    values
      .flatMap((value, i) =>
        value === null
          ? []
          : [
              pointAt(i, count, value / top)
                .map((at) => at.toFixed(1))
                .join(','),
            ],
      )
      .join(' ')
  const hasBefore = spokes.some(({ before }) => typeof before === 'number')
  return (
    <svg className={styles.radar} viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
      {Array.from({ length: top }, (_, ring) => (
        <polygon key={ring} className={styles.ring} points={corners(spokes.map(() => ring + 1))} />
      ))}
      {spokes.map(({ key }, i) => {
        const [x, y] = pointAt(i, count, 1)
        return <line key={key} className={styles.spoke} x1={MIDDLE} y1={MIDDLE} x2={x} y2={y} />
      })}
      {hasBefore && <polygon className={styles.before} points={corners(spokes.map(({ before }) => before ?? null))} />}
      <polygon className={styles.now} points={corners(spokes.map(({ value }) => value))} />
      {spokes.map(({ key, label: name, value }, i) => {
        const [x, y] = pointAt(i, count, 1.16)
        const [dotX, dotY] = pointAt(i, count, (value ?? 0) / top)
        return (
          <g key={key}>
            {value !== null && <circle className={styles.dot} cx={dotX} cy={dotY} r="3" />}
            <text className={styles.label} x={x} y={y} textAnchor="middle" dominantBaseline="middle">
              {name}
            </text>
          </g>
        )
      })}
      {Array.from({ length: top }, (_, ring) => (
        <text key={ring} className={styles.scale} x={MIDDLE + 3} y={MIDDLE - (RADIUS * (ring + 1)) / top + 9}>
          {ring + 1}
        </text>
      ))}
    </svg>
  )
}
