// One frame of a transfer as a picture of black and white squares, the quiet zone included.
import { encode } from 'uqr'

/** Light squares around the code, which readers need to find it. */
const QUIET = 3

export interface CodePicture {
  /** Squares per side. */
  readonly size: number
  /** Rows of squares, true for dark. */
  readonly squares: readonly (readonly boolean[])[]
}

/** Level L: a frame that is misread is simply seen again, so capacity is worth more than correction. */
export function codePicture(text: string): CodePicture {
  const { size, data } = encode(text, { ecc: 'L', border: QUIET })
  return { size, squares: data }
}

const PIXELS = 8

export function drawCode(canvas: HTMLCanvasElement, text: string): void {
  const { size, squares } = codePicture(text)
  const context = canvas.getContext('2d')
  if (!context) return
  const side = size * PIXELS
  if (canvas.width !== side) {
    canvas.width = side
    canvas.height = side
  }
  context.fillStyle = '#fff'
  context.fillRect(0, 0, side, side)
  context.fillStyle = '#000'
  for (const [y, row] of squares.entries())
    for (const [x, isDark] of row.entries()) if (isDark) context.fillRect(x * PIXELS, y * PIXELS, PIXELS, PIXELS)
}
