// The camera in the page, as long as the page is looked at: it is let go when the page is hidden or the view is left,
// so that its light never burns behind somebody's back (EVI-10).
import { type RefObject, useEffect, useState } from 'react'
import { type CameraOutcome, openCamera } from './camera.ts'

/** More than is kept, so that shrinking gives a sharp picture. */
const WIDTH = 1920

/** No `width`, no camera: it is not asked for, or let go. A new `attempt` asks for it again. */
export function useRearCamera(
  view: RefObject<HTMLVideoElement | null>,
  width: number | null = WIDTH,
  attempt = 0,
): CameraOutcome | 'starting' {
  const [state, setState] = useState<CameraOutcome | 'starting'>('starting')
  useEffect(() => {
    let turn = 0
    let close = (): void => undefined
    const stop = (): void => {
      turn += 1
      close()
      close = () => undefined
    }
    const start = async (): Promise<void> => {
      const mine = ++turn
      setState('starting')
      if (!view.current || width === null) return
      const camera = await openCamera(view.current, width)
      if (mine !== turn) return camera.close()
      close = camera.close
      setState(camera.outcome)
    }
    const follow = (): void => {
      stop()
      if (document.visibilityState === 'visible') void start()
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stop()
    }
  }, [view, width, attempt])
  return state
}

/** What the camera shows now, as a file like one out of the camera's own app. */
export async function shotOf(video: HTMLVideoElement): Promise<File | null> {
  const { videoWidth: width, videoHeight: height } = video
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (!context || width === 0) return null
  context.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95))
  return blob && new File([blob], 'photo.jpg', { type: 'image/jpeg' })
}
