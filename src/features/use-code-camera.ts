// Looks for codes through the camera for as long as they are wanted; shared by transfers and by a form's code questions.
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type CameraOutcome, pictureOfVideo } from './camera.ts'
import type { CodeKind, CodeReader } from './code-reader.ts'
import { useCodeReader } from './use-code-reader.ts'
import { useRearCamera } from './use-rear-camera.ts'

export type CodeCameraState = 'starting' | 'no-reader' | CameraOutcome

type CodeCameraNeeds = {
  readonly view: RefObject<HTMLVideoElement | null>
  readonly kind: CodeKind
  /** Between two looks. */
  readonly everyMs: number
  /** The camera is let go. */
  readonly isOver: boolean
  /** What one look showed. */
  readonly onTexts: (texts: readonly string[]) => void
}

export interface CodeCameraLook {
  readonly state: CodeCameraState
  readonly reader: CodeReader | null | undefined
  /** Asks for the reader and the camera once more. */
  again(): void
}

/** Longest side that is asked of the camera: a code of 57 squares needs no more. */
const WIDTH = 1280

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export function useCodeCamera({ view, kind, everyMs, isOver, onTexts }: CodeCameraNeeds): CodeCameraLook {
  const [attempt, setAttempt] = useState(0)
  const reader = useCodeReader(kind, attempt)
  const camera = useRearCamera(view, reader && !isOver ? WIDTH : null, attempt)
  const tell = useRef(onTexts)
  tell.current = onTexts
  useEffect(() => {
    let isGone = false
    const look = async (video: HTMLVideoElement, read: CodeReader): Promise<void> => {
      const canvas = document.createElement('canvas')
      while (!isGone) {
        const picture = pictureOfVideo(video, canvas)
        const texts = picture ? await read(picture) : []
        if (texts.length > 0 && !isGone) tell.current(texts)
        await pause(everyMs)
      }
    }
    if (view.current && reader && camera === 'live') void look(view.current, reader)
    return () => {
      isGone = true
    }
  }, [view, reader, camera, everyMs])
  return { state: reader === null ? 'no-reader' : camera, reader, again: () => setAttempt((before) => before + 1) }
}
