/**
 * A drawn signature as numbers: what a finger leaves on a screen becomes whole numbers from 0 to 1000, thinned until it
 * is small enough for a record and for a code on a screen. How it looks does not change visibly.
 */

/** x, y, x, y … each from 0 to 1000. */
export type Stroke = readonly number[]

/** A point as it was drawn, in whatever units the field has. */
export interface DrawnPoint {
  readonly x: number
  readonly y: number
}

export interface FieldSize {
  readonly width: number
  readonly height: number
}

const SIDE = 1000
export const MOST_STROKES = 64
export const MOST_POINTS = 600
/** Below this the drawing is a dot or a tick: a twentieth of the field's width, all strokes together. */
const SHORTEST = 50

const within = (value: number): number => Math.min(SIDE, Math.max(0, Math.round(value)))

const isPoint = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= SIDE

const pointsOf = (stroke: Stroke): readonly DrawnPoint[] =>
  Array.from({ length: Math.floor(stroke.length / 2) }, (_, i) => ({
    x: stroke[2 * i] ?? 0,
    y: stroke[2 * i + 1] ?? 0,
  }))

const distance = (a: DrawnPoint, b: DrawnPoint): number => Math.hypot(a.x - b.x, a.y - b.y)

/** How far `point` lies from the line between two others. */
function offset(point: DrawnPoint, from: DrawnPoint, to: DrawnPoint): number {
  const length = distance(from, to)
  if (length === 0) return distance(point, from)
  return Math.abs((to.x - from.x) * (from.y - point.y) - (from.x - point.x) * (to.y - from.y)) / length
}

/** Ramer–Douglas–Peucker: leaves out what lies within `tolerance` of the line that remains. */
function thinned(points: readonly DrawnPoint[], tolerance: number): readonly DrawnPoint[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return points
  let [farthest, at] = [0, 0]
  for (let i = 1; i < points.length - 1; i++) {
    const far = offset(points[i] ?? first, first, last)
    if (far > farthest) [farthest, at] = [far, i]
  }
  if (farthest <= tolerance) return [first, last]
  return [...thinned(points.slice(0, at + 1), tolerance).slice(0, -1), ...thinned(points.slice(at), tolerance)]
}

const withoutRepeats = (points: readonly DrawnPoint[]): readonly DrawnPoint[] =>
  points.filter(({ x, y }, i) => i === 0 || x !== points[i - 1]?.x || y !== points[i - 1]?.y)

/** Drawn points as strokes of whole numbers, few enough. Rule SGN-5. */
export function strokesOf(drawn: readonly (readonly DrawnPoint[])[], { width, height }: FieldSize): readonly Stroke[] {
  const lines = drawn
    .filter(({ length }) => length > 0)
    .slice(0, MOST_STROKES)
    .map((points) =>
      withoutRepeats(points.map(({ x, y }) => ({ x: within((x / width) * SIDE), y: within((y / height) * SIDE) }))),
    )
  for (let tolerance = 2; ; tolerance *= 2) {
    const fewer = lines.map((points) => thinned(points, tolerance))
    const count = fewer.reduce((sum, { length }) => sum + length, 0)
    if (count <= MOST_POINTS) return fewer.map((points) => points.flatMap(({ x, y }) => [x, y]))
  }
}

/** Whether a value that came from elsewhere is strokes as this module makes them. Rule SGN-5. */
export function areStrokes(value: unknown): value is readonly Stroke[] {
  if (!Array.isArray(value) || value.length > MOST_STROKES) return false
  const strokes = value as readonly unknown[]
  const isStroke = (stroke: unknown): boolean =>
    Array.isArray(stroke) && stroke.length >= 2 && stroke.length % 2 === 0 && stroke.every(isPoint)
  return strokes.every(isStroke) && (strokes as readonly Stroke[]).flat().length <= 2 * MOST_POINTS
}

/** True where something like a signature was drawn. Rule SGN-4. */
export function isDrawn(strokes: readonly Stroke[]): boolean {
  const lengths = strokes.map((stroke) => {
    const points = pointsOf(stroke)
    return points.reduce((sum, point, i) => sum + (i === 0 ? 0 : distance(points[i - 1] ?? point, point)), 0)
  })
  return lengths.reduce((sum, length) => sum + length, 0) >= SHORTEST
}

/** A stroke as the path of a drawing 1000 units wide and `height` high. */
export const pathOf = (stroke: Stroke, height: number): string =>
  pointsOf(stroke)
    .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${Math.round((y * height) / SIDE)}`)
    .join('')
