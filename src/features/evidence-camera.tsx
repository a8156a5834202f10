// The camera inside the page, for phones whose own camera app pushes the page out of memory: as many photos in a row as
// the question needs, each stored before the next is taken. A chunk of its own.
import { useRef, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './evidence-dialog.module.css'
import { ProblemNotice } from './problem-notice.tsx'
import { shotOf, useRearCamera } from './use-rear-camera.ts'

type EvidenceCameraProps = {
  /** True when all of them are on the disk. */
  readonly onShot: (files: File[]) => Promise<boolean>
  readonly problem: Problem | null
  /** No room for another. */
  readonly isFull: boolean
  readonly onClose: () => void
}

export const EvidenceCamera = ({ onShot, problem, isFull, onClose }: EvidenceCameraProps) => {
  const { t } = useText('evidence')
  const view = useRef<HTMLVideoElement>(null)
  const state = useRearCamera(view)
  const [stored, setStored] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const shoot = async (): Promise<void> => {
    setBusy(true)
    const shot = view.current && (await shotOf(view.current).catch(() => null))
    if (shot && (await onShot([shot]))) setStored((count) => count + 1)
    setBusy(false)
  }
  const isLive = state === 'live'
  const ways = (
    <>
      <Button onClick={onClose}>{t('camera.done')}</Button>
      <Button kind="main" icon="camera" disabled={!isLive || isFull} busy={isBusy} onClick={() => void shoot()}>
        {t(isBusy ? 'camera.storing' : 'camera.shoot')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('camera.title')} closeLabel={t('common:close')} actions={ways}>
      <Stack gap={2}>
        <p>{t('records:evidence.hint')}</p>
        <video ref={view} className={styles.view} muted playsInline aria-label={t('camera.view')} hidden={!isLive} />
        {state === 'starting' && <p>{t('camera.starting')}</p>}
        {(state === 'refused' || state === 'absent') && (
          <Notice tone="warn" icon="camera" title={t(`camera.${state}`)} announce>
            {t(`camera.${state}Way`)}
          </Notice>
        )}
        <output>{stored > 0 ? t('camera.stored', { count: stored }) : ''}</output>
        <ProblemNotice problem={problem} title={t('records:evidence.notAdded')} />
      </Stack>
    </Dialog>
  )
}
