// Looks through the camera until a code is read; a photograph of the code where there is no camera to look through.
import { useEffect, useRef, useState } from 'react'
import { type CameraOutcome, openCamera, pictureOfFile, pictureOfVideo } from '#features/camera.ts'
import { type CodeReader, openCodeReader } from '#features/code-reader.ts'
import { FilePick } from '#ui/file-pick.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'

const LOOK_EVERY_MS = 150

type ScanState = 'starting' | 'no-reader' | 'nothing' | CameraOutcome

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export const CodeScanner = ({ onText }: { readonly onText: (text: string) => void }) => {
  const { t } = useFillingWords()
  const view = useRef<HTMLVideoElement>(null)
  const reader = useRef<CodeReader>(null)
  const tell = useRef(onText)
  tell.current = onText
  const [state, setState] = useState<ScanState>('starting')

  useEffect(() => {
    let isGone = false
    let close = (): void => undefined
    const look = async (video: HTMLVideoElement): Promise<void> => {
      reader.current = await openCodeReader('any').catch(() => null)
      if (isGone) return
      if (!reader.current) return setState('no-reader')
      const camera = await openCamera(video)
      close = camera.close
      if (isGone) return close()
      setState(camera.outcome)
      const canvas = document.createElement('canvas')
      while (camera.outcome === 'live' && !isGone) {
        const picture = pictureOfVideo(video, canvas)
        const [text] = picture ? await reader.current(picture) : []
        if (text !== undefined && !isGone) tell.current(text)
        await pause(LOOK_EVERY_MS)
      }
    }
    if (view.current) void look(view.current)
    return () => {
      isGone = true
      close()
    }
  }, [])

  const readFile = async ([file]: readonly File[]): Promise<void> => {
    const picture = file && (await pictureOfFile(file, document.createElement('canvas')).catch(() => null))
    const [text] = picture && reader.current ? await reader.current(picture) : []
    if (text === undefined) setState('nothing')
    else tell.current(text)
  }

  return (
    <Stack gap={2}>
      <video
        ref={view}
        className={styles.view}
        muted
        playsInline
        aria-label={t('code.view')}
        hidden={state !== 'live'}
      />
      {state === 'starting' && <p>{t('code.starting')}</p>}
      {(state === 'no-reader' || state === 'refused' || state === 'absent' || state === 'nothing') && (
        <Notice tone="note" announce>
          {t(`code.${state}`)}
        </Notice>
      )}
      {state !== 'no-reader' && state !== 'starting' && (
        <FilePick label={t('code.photograph')} onFiles={(files) => void readFile(files)} />
      )}
    </Stack>
  )
}
