// Pen strokes and arrows over a photo. Kept as points in parts of the picture, so that they fit whatever size it is
// drawn at; pure but for the canvas it is handed.
import type { JsonValue } from '#domain/change/op.ts'

export const markTools = ['arrow', 'pen'] as const
export const markColours = ['red', 'yellow', 'blue', 'white'] as const
export type MarkTool = (typeof markTools)[number]
export type MarkColour = (typeof markColours)[number]

/** From 0 to 1, from the upper left corner. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Mark {
  readonly tool: MarkTool
  readonly colour: MarkColour
  readonly points: readonly Point[]
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Ink and the edge around it: one of both stands out from any photo. */
const inks: Readonly<Record<MarkColour, { readonly ink: string; readonly edge: string }>> = {
  red: { ink: '#d4161c', edge: '#ffffff' },
  yellow: { ink: '#ffd21f', edge: '#111111' },
  blue: { ink: '#1250b8', edge: '#ffffff' },
  white: { ink: '#ffffff', edge: '#111111' },
}

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T => list.includes(value as T)
const isPoint = (value: unknown): value is Point =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y'].every((axis) => Number.isFinite((value as Record<string, unknown>)[axis]))

/** Marks as they lie among the drafts; nothing is taken for granted. */
export function readMarks(value: JsonValue | undefined): readonly Mark[] {
  if (!Array.isArray(value)) return []
  return (value as readonly unknown[]).filter((one): one is Mark => {
    const mark = (one ?? {}) as Partial<Mark>
    const isKnown = isOneOf(markTools, mark.tool) && isOneOf(markColours, mark.colour)
    return isKnown && Array.isArray(mark.points) && mark.points.length > 0 && mark.points.every(isPoint)
  })
}

const HEAD_ANGLE = Math.PI / 7
/** Of the longest side. */
const LINE = 1 / 140
const HEAD = 1 / 22

/** The two ends of an arrow's head, in pixels. */
export function arrowHead(from: Point, to: Point, length: number): readonly [Point, Point] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const end = (turn: number): Point => ({
    x: to.x - length * Math.cos(angle + turn),
    y: to.y - length * Math.sin(angle + turn),
  })
  return [end(HEAD_ANGLE), end(-HEAD_ANGLE)]
}

/** Lines to draw, each through its points, in pixels. */
export function linesOf({ tool, points }: Mark, size: PictureSize): readonly (readonly Point[])[] {
  const inPixels = points.map(({ x, y }) => ({ x: x * size.width, y: y * size.height }))
  const [first, last] = [inPixels[0], inPixels.at(-1)]
  if (tool === 'pen' || !first || !last) return [inPixels]
  const length = Math.max(size.width, size.height) * HEAD
  const [left, right] = arrowHead(first, last, length)
  return [
    [first, last],
    [left, last, right],
  ]
}

/** First all edges, then the ink, so that a mark's own edge never cuts it. */
export function drawMarks(context: CanvasRenderingContext2D, marks: readonly Mark[], size: PictureSize): void {
  const width = Math.max(4, Math.max(size.width, size.height) * LINE)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const mark of marks) {
    const { ink, edge } = inks[mark.colour]
    const lines = linesOf(mark, size)
    stroke(context, lines, edge, width * 1.8)
    stroke(context, lines, ink, width)
  }
}

function stroke(
  context: CanvasRenderingContext2D,
  lines: readonly (readonly Point[])[],
  colour: string,
  width: number,
) {
  context.strokeStyle = colour
  context.lineWidth = width
  for (const line of lines) {
    context.beginPath()
    for (const [index, { x, y }] of line.entries()) {
      if (index === 0) context.moveTo(x, y)
      context.lineTo(x, y)
    }
    context.stroke()
  }
}

/** With the keyboard: a cross over the picture, moved by the arrow keys. */
export function movedBy(key: string, { x, y }: Point, step: number): Point | null {
  const ways: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  }
  const way = ways[key]
  const within = (value: number): number => Math.min(1, Math.max(0, value))
  return way ? { x: within(x + way[0]), y: within(y + way[1]) } : null
}

/** A dashed cross in both inks. */
export function drawCross(context: CanvasRenderingContext2D, at: Point, size: PictureSize): void {
  const arm = Math.max(size.width, size.height) / 40
  const { x, y } = { x: at.x * size.width, y: at.y * size.height }
  const lines = [
    [
      { x: x - arm, y },
      { x: x + arm, y },
    ],
    [
      { x, y: y - arm },
      { x, y: y + arm },
    ],
  ]
  stroke(context, lines, '#ffffff', arm / 3)
  stroke(context, lines, '#111111', arm / 8)
}
