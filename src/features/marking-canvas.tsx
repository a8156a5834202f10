// The photo with its marks, drawn on by finger, pen, mouse or keyboard: with the arrow keys a cross moves over it, and
// Enter begins a mark and ends it.
import { type KeyboardEvent, type PointerEvent, type Ref, useEffect, useRef, useState } from 'react'
import { useText } from '#ui/text/text-context.tsx'
import styles from './evidence-dialog.module.css'
import { drawCross, drawMarks, type Mark, movedBy, type PictureSize, type Point } from './photo-marks.ts'
import type { Marking } from './use-marking.ts'

type MarkingCanvasProps = {
  readonly picture: HTMLImageElement
  readonly marking: Marking
  readonly describedBy: string
}

export const sizeOf = ({ naturalWidth, naturalHeight }: HTMLImageElement): PictureSize => ({
  width: naturalWidth,
  height: naturalHeight,
})

/** Everything that is to be seen in the stored copy; the cross is not. */
export function drawPicture(canvas: HTMLCanvasElement, picture: HTMLImageElement, marks: readonly Mark[]): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const size = sizeOf(picture)
  context.drawImage(picture, 0, 0, size.width, size.height)
  drawMarks(context, marks, size)
}

const CENTRE: Point = { x: 0.5, y: 0.5 }
const STEP = 0.02
const FINE_STEP = 0.005

const pointOf = (event: PointerEvent<HTMLCanvasElement>): Point => {
  const box = event.currentTarget.getBoundingClientRect()
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
}

export const MarkingCanvas = ({ picture, marking, describedBy }: MarkingCanvasProps) => {
  const { t } = useText('evidence')
  const [cross, setCross] = useState<Point | null>(null)
  const canvas = useDrawn(picture, marking, cross)
  const press = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setCross(null)
    marking.begin(pointOf(event))
  }
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.buttons !== 0) marking.extend(pointOf(event))
  }
  const type = (event: KeyboardEvent): void => {
    const at = cross ?? CENTRE
    const next = movedBy(event.key, at, event.shiftKey ? FINE_STEP : STEP)
    if (next) {
      setCross(next)
      marking.extend(next)
    } else if (event.key === 'Enter' || event.key === ' ') {
      setCross(at)
      if (marking.begun) marking.finish()
      else marking.begin(at)
    } else return
    event.preventDefault()
  }
  return (
    <canvas
      ref={canvas}
      className={styles.marking}
      {...sizeOf(picture)}
      tabIndex={0}
      aria-label={t('marks.canvas')}
      aria-describedby={describedBy}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={marking.finish}
      onPointerCancel={marking.finish}
      onKeyDown={type}
    />
  )
}

function useDrawn(picture: HTMLImageElement, marking: Marking, cross: Point | null): Ref<HTMLCanvasElement> {
  const canvas = useRef<HTMLCanvasElement>(null)
  const { marks, begun } = marking
  useEffect(() => {
    if (!canvas.current) return
    drawPicture(canvas.current, picture, begun ? [...marks, begun] : marks)
    const context = canvas.current.getContext('2d')
    if (cross && context) drawCross(context, cross, sizeOf(picture))
  }, [picture, marks, begun, cross])
  return canvas
}
