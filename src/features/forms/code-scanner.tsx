// Looks through the camera until a code is read; a photograph of the code where there is no camera to look through.
import { useRef, useState } from 'react'
import { pictureOfFile } from '#features/camera.ts'
import { useCodeCamera } from '#features/use-code-camera.ts'
import { Button } from '#ui/button.tsx'
import { FilePick } from '#ui/file-pick.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'

const LOOK_EVERY_MS = 150

export const CodeScanner = ({ onText }: { readonly onText: (text: string) => void }) => {
  const { t } = useFillingWords()
  const view = useRef<HTMLVideoElement>(null)
  const [isPhotoEmpty, setPhotoEmpty] = useState(false)
  const onTexts = ([text]: readonly string[]): void => {
    if (text !== undefined) onText(text)
  }
  const look = useCodeCamera({ view, kind: 'any', everyMs: LOOK_EVERY_MS, isOver: false, onTexts })
  const { state, reader } = look

  const readFile = async ([file]: readonly File[]): Promise<void> => {
    const picture = file && (await pictureOfFile(file, document.createElement('canvas')).catch(() => null))
    const [text] = picture && reader ? await reader(picture) : []
    setPhotoEmpty(text === undefined)
    if (text !== undefined) onText(text)
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
      {(state === 'no-reader' || state === 'refused' || state === 'absent') && (
        <Notice tone="note" announce actions={<Button onClick={look.again}>{t('common:retry')}</Button>}>
          {t(`code.${state}`)}
        </Notice>
      )}
      {isPhotoEmpty && (
        <Notice tone="note" announce>
          {t('code.nothing')}
        </Notice>
      )}
      {reader && <FilePick label={t('code.photograph')} onFiles={(files) => void readFile(files)} />}
    </Stack>
  )
}
