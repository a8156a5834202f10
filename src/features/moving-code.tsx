// The moving picture: one frame after the other, without end, until the person stops it. It can be paused, and a paused
// code can still be photographed.
import { useEffect, useRef, useState } from 'react'
import { type CodeFrames, FRAMES_PER_SECOND } from '#sync/hand-over/code-frames.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './codes.module.css'
import { drawCode } from './draw-code.ts'

export const MovingCode = ({ frames }: { readonly frames: CodeFrames }) => {
  const { t } = useText('hand-over')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [index, setIndex] = useState(0)
  const [isPaused, setPaused] = useState(false)
  useEffect(() => {
    if (isPaused) return undefined
    const timer = setInterval(() => setIndex((at) => at + 1), 1000 / FRAMES_PER_SECOND)
    return () => clearInterval(timer)
  }, [isPaused])
  useEffect(() => {
    if (canvas.current) drawCode(canvas.current, frames.frame(index))
  }, [frames, index])
  return (
    <Stack gap={3}>
      <canvas ref={canvas} className={styles.code}>
        {t('show.code')}
      </canvas>
      <Cluster>
        <Button icon={isPaused ? 'eye' : 'eye-off'} onClick={() => setPaused(!isPaused)}>
          {t(isPaused ? 'show.go' : 'show.pause')}
        </Button>
        <p>{t('show.frame', { index: (index % frames.count) + 1, count: frames.count })}</p>
      </Cluster>
    </Stack>
  )
}
