// After a camera that killed the page: says which question the photo was for, and takes it now.
import { useEffect, useRef } from 'react'
import type { CaptureIntent } from '#domain/evidence/capture-intent.ts'
import { Button } from '#ui/button.tsx'
import { FilePick, type FilePickProps } from '#ui/file-pick.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'

type InterruptedCaptureProps = {
  readonly intent: CaptureIntent
  readonly pick: Omit<FilePickProps, 'label'>
  readonly onDismiss: () => void
}

export const InterruptedCapture = ({ intent, pick, onDismiss }: InterruptedCaptureProps) => {
  const { t } = useText('records')
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What it answers differs by browser, and an effect must not hand it on.
    here.current?.scrollIntoView?.({ block: 'center' })
  }, [])
  const ways = (
    <>
      <FilePick {...pick} label={t('evidence.interrupted.pick')} />
      <Button kind="plain" onClick={onDismiss}>
        {t('evidence.interrupted.dismiss')}
      </Button>
    </>
  )
  return (
    <div ref={here}>
      <Notice
        tone="warn"
        icon="camera"
        title={t('evidence.interrupted.title', { about: intent.about })}
        announce
        actions={ways}
      >
        {t('evidence.interrupted.text')}
      </Notice>
    </div>
  )
}
