// A drawn signature: the field one draws in with a finger, a pen or a mouse, and the picture of what was drawn.
import { type PointerEvent, useRef, useState } from 'react'
import { type DrawnPoint, pathOf, type Stroke, strokesOf } from '#domain/signature/strokes.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './signature.module.css'

const [WIDTH, HEIGHT] = [1000, 375]
const VIEW = `0 0 ${WIDTH} ${HEIGHT}`

type Lines = readonly (readonly DrawnPoint[])[]

type SignaturePadProps = {
  readonly label: string
  /** After every stroke that ended, and after wiping. */
  readonly onChange: (strokes: readonly Stroke[]) => void
}

export const SignaturePad = ({ label, onChange }: SignaturePadProps) => {
  const { t } = useText('signature')
  const [lines, setLines] = useState<Lines>([])
  const drawn = useRef<Lines>([])
  const show = (next: Lines) => {
    drawn.current = next
    setLines(next)
  }
  const pointOf = (event: PointerEvent<SVGSVGElement>): DrawnPoint => {
    const box = event.currentTarget.getBoundingClientRect()
    const [width, height] = [box.width || WIDTH, box.height || HEIGHT]
    return { x: ((event.clientX - box.left) / width) * WIDTH, y: ((event.clientY - box.top) / height) * HEIGHT }
  }
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture?.(event.pointerId)
    show([...drawn.current, [pointOf(event)]])
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const line = drawn.current.at(-1)
    if (event.buttons === 0 || !line) return
    show([...drawn.current.slice(0, -1), [...line, pointOf(event)]])
  }
  const tell = () => onChange(strokesOf(drawn.current, { width: WIDTH, height: HEIGHT }))
  const wipe = () => {
    show([])
    onChange([])
  }
  return (
    <Stack gap={2}>
      <svg
        className={styles.pad}
        viewBox={VIEW}
        role="img"
        aria-label={label}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={tell}
        onPointerCancel={tell}
      >
        <Ink
          strokes={lines.map((line) => line.flatMap(({ x, y }) => [Math.round(x), Math.round((y / HEIGHT) * 1000)]))}
        />
      </svg>
      <Cluster>
        <Button icon="trash" kind="plain" disabled={lines.length === 0} onClick={wipe}>
          {t('wipe')}
        </Button>
      </Cluster>
    </Stack>
  )
}

const Ink = ({ strokes }: { readonly strokes: readonly Stroke[] }) => (
  <path className={styles.ink} d={strokes.map((stroke) => pathOf(stroke, HEIGHT)).join('')} />
)

type SignaturePictureProps = {
  readonly strokes: readonly Stroke[]
  readonly label: string
  readonly isBroken?: boolean
}

export const SignaturePicture = ({ strokes, label, isBroken = false }: SignaturePictureProps) => (
  <svg
    className={`${styles.drawn ?? ''} ${isBroken ? (styles.broken ?? '') : ''}`}
    viewBox={VIEW}
    role="img"
    aria-label={label}
  >
    <Ink strokes={strokes} />
  </svg>
)
