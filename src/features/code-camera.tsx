// Looks through the camera for codes on another screen until a transfer is complete, and offers a film or photographs
// where there is no camera to look through. Shared by the hand-over between phones and by signing on two devices.
import { useRef } from 'react'
import { Button } from '#ui/button.tsx'
import { FilePick } from '#ui/file-pick.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './codes.module.css'
import { type CodeScan, useCodeScan } from './use-code-scan.ts'

type CodeCameraProps = {
  /** What was carried, once it is complete. */
  readonly onBytes: (bytes: Uint8Array) => void
  /** Something came: the camera is not needed any more. */
  readonly isOver: boolean
}

export const CodeCamera = ({ onBytes, isOver }: CodeCameraProps) => {
  const { t } = useText('hand-over')
  const view = useRef<HTMLVideoElement>(null)
  const scan = useCodeScan(view, onBytes)
  return (
    <>
      <video
        ref={view}
        className={styles.view}
        muted
        playsInline
        aria-label={t('scan.view')}
        hidden={isOver || scan.state !== 'live'}
      />
      {!isOver && <Looking scan={scan} />}
    </>
  )
}

const Looking = ({ scan: { state, progress, canRead, again, readFiles } }: { readonly scan: CodeScan }) => {
  const { t } = useText('hand-over')
  const { seen, needed } = progress
  return (
    <Stack gap={3}>
      {needed > 0 && (
        <ProgressBar
          label={t('scan.progress')}
          value={seen}
          max={needed}
          valueText={t('scan.seen', { seen, needed })}
        />
      )}
      {(state === 'refused' || state === 'absent' || state === 'no-reader') && (
        <Notice tone="note" announce actions={<Button onClick={again}>{t('common:retry')}</Button>}>
          {t(`scan.${state}`)}
        </Notice>
      )}
      {canRead && (
        // In its place while the camera begins anew: whoever films comes back to the field they left.

        <Cluster>
          <FilePick label={t('scan.film')} accept="video/*" fromCamera onFiles={(files) => void readFiles(files)} />
          <FilePick label={t('scan.photographs')} multiple onFiles={(files) => void readFiles(files)} />
        </Cluster>
      )}
    </Stack>
  )
}
