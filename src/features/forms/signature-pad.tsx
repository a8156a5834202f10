// A signature drawn with a finger, a pen or a mouse. It is a picture like any other evidence: hashed, sealed, sent.
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { Platform } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'

interface SignaturePadProps {
  readonly store: Pick<PersonStore, 'evidence'>
  readonly platform: Platform
  readonly feed: string
  readonly of: string
  readonly label: string
}

const [WIDTH, HEIGHT] = [800, 300]

function clear(canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.strokeStyle = '#111'
  pen.lineWidth = 4
  pen.lineCap = 'round'
}

const pictureOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))

export const SignaturePad = ({ store, platform, feed, of, label }: SignaturePadProps) => {
  const { t } = useFillingWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => canvas.current?.getContext && clear(canvas.current), [])
  const wipe = (): void => {
    if (canvas.current) clear(canvas.current)
    setDrawn(false)
  }
  const keep = async (): Promise<void> => {
    const blob = canvas.current && (await pictureOf(canvas.current))
    if (!blob) return
    const photo = await platform.preparePhoto(blob)
    const kept = photo.ok
      ? await store.evidence.add({ feed, of, caption: t('signature.caption'), photo: photo.value })
      : photo
    setProblem(kept.ok ? null : kept.error)
    if (!kept.ok) return
    const [, ...old] = [...(await store.evidence.listOf(feed, of))].reverse()
    for (const { id } of old) await store.evidence.remove(feed, id)
    wipe()
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    const [target, pen] = [event.currentTarget, event.currentTarget.getContext('2d')]
    if (!pen || (event.type === 'pointermove' && event.buttons === 0)) return
    const box = target.getBoundingClientRect()
    const [x, y] = [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT]
    if (event.type === 'pointerdown') {
      target.setPointerCapture(event.pointerId)
      pen.beginPath()
      pen.moveTo(x, y)
    }
    pen.lineTo(x, y)
    pen.stroke()
    setDrawn(true)
  }
  return (
    <Stack gap={2}>
      <canvas
        ref={canvas}
        className={styles.pad}
        width={WIDTH}
        height={HEIGHT}
        aria-label={t('signature.label', { label })}
        onPointerDown={draw}
        onPointerMove={draw}
      />
      <div className={styles.buttons}>
        <Button icon="check" disabled={!isDrawn} onClick={() => void keep()}>
          {t('signature.keep')}
        </Button>
        <Button icon="trash" kind="plain" disabled={!isDrawn} onClick={wipe}>
          {t('signature.wipe')}
        </Button>
      </div>
      <ProblemNotice problem={problem} />
    </Stack>
  )
}
