// Looks for codes until a transfer is complete: in the camera's stream all the time, and in photographs or a film of the
// other screen where there is no camera to look through.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { CodeCollector, type CodeProgress } from '#sync/hand-over/code-collector.ts'
import { type CameraOutcome, openCamera, pictureOfFile, pictureOfVideo } from './camera.ts'
import { type CodeReader, openCodeReader } from './code-reader.ts'

/** Between two looks; frames of the other screen change six times a second. */
const LOOK_EVERY_MS = 60

type ScanState = 'starting' | 'no-reader' | CameraOutcome

export interface CodeScan {
  readonly state: ScanState
  readonly progress: CodeProgress
  /** Photographs of codes, or a film of them. */
  readFiles(files: readonly File[]): Promise<void>
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const NOTHING: CodeProgress = { seen: 0, needed: 0, bytes: null }

export function useCodeScan(view: RefObject<HTMLVideoElement | null>, onBytes: (bytes: Uint8Array) => void): CodeScan {
  const [state, setState] = useState<ScanState>('starting')
  const [progress, setProgress] = useState<CodeProgress>(NOTHING)
  const collector = useRef(new CodeCollector())
  const reader = useRef<CodeReader>(null)
  const tell = useRef(onBytes)
  tell.current = onBytes

  const look = useCallback(async (picture: ImageData | null) => {
    if (!picture || !reader.current || collector.current.progress().bytes) return
    for (const text of await reader.current(picture)) {
      const next = collector.current.take(text)
      if (!next) continue
      setProgress(next)
      if (next.bytes) tell.current(next.bytes)
    }
  }, [])

  /** Plays the film at its own pace and looks at it like at the camera. */
  const watch = useCallback(
    async (video: HTMLVideoElement, canvas: HTMLCanvasElement, isOver: () => boolean) => {
      while (!isOver() && !collector.current.progress().bytes) {
        await look(pictureOfVideo(video, canvas))
        await pause(LOOK_EVERY_MS)
      }
    },
    [look],
  )

  useEffect(() => {
    let isGone = false
    let close = (): void => undefined
    const run = async (video: HTMLVideoElement): Promise<void> => {
      reader.current = await openCodeReader().catch(() => null)
      if (isGone) return
      if (!reader.current) return setState('no-reader')
      const camera = await openCamera(video)
      close = camera.close
      if (isGone) return close()
      setState(camera.outcome)
      if (camera.outcome === 'live') await watch(video, document.createElement('canvas'), () => isGone)
      close()
    }
    if (view.current) void run(view.current)
    return () => {
      isGone = true
      close()
    }
  }, [view, watch])

  const readFilm = async (file: File, canvas: HTMLCanvasElement): Promise<void> => {
    const film = document.createElement('video')
    const address = URL.createObjectURL(file)
    film.muted = true
    film.src = address
    await film.play().catch(() => undefined)
    await watch(film, canvas, () => film.ended || film.error !== null || film.paused)
    URL.revokeObjectURL(address)
  }

  const readFiles = async (files: readonly File[]): Promise<void> => {
    const canvas = document.createElement('canvas')
    for (const file of files) {
      if (file.type.startsWith('video/')) await readFilm(file, canvas)
      else await look(await pictureOfFile(file, canvas).catch(() => null))
    }
  }

  return { state, progress, readFiles }
}
