// The button that opens the camera inside the page. Its code and its words come with the first press.
import { lazy, Suspense, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { Capture } from './capture-intent.ts'

const EvidenceCamera = lazy(async () => ({ default: (await import('./evidence-camera.tsx')).EvidenceCamera }))

type InPageCameraProps = {
  readonly capture: Pick<Capture, 'remember' | 'forget'>
  readonly onShot: (files: File[]) => Promise<boolean>
  readonly problem: Problem | null
  readonly isFull: boolean
}

const hasCamera = (): boolean =>
  typeof (navigator as { mediaDevices?: MediaDevices }).mediaDevices?.getUserMedia === 'function'

export const InPageCamera = ({ capture, ...camera }: InPageCameraProps) => {
  const { t } = useText('records')
  const [isOpen, setOpen] = useState(false)
  if (!hasCamera()) return null
  const open = async (): Promise<void> => {
    await capture.remember()
    setOpen(true)
  }
  const close = (): void => {
    setOpen(false)
    capture.forget()
  }
  return (
    <>
      <Button icon="camera" disabled={camera.isFull} onClick={() => void open()}>
        {t('evidence.camera')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <EvidenceCamera {...camera} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
