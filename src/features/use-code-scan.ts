// Looks for codes until a transfer is complete: in the camera's stream all the time, and in photographs or a film of the
// other screen where there is no camera to look through.
import { type RefObject, useCallback, useRef, useState } from 'react'
import { CodeCollector, type CodeProgress } from '#sync/hand-over/code-collector.ts'
import { pictureOfFile, pictureOfVideo } from './camera.ts'
import { type CodeCameraState, pause, useCodeCamera } from './use-code-camera.ts'

/** Between two looks; frames of the other screen change six times a second. */
const LOOK_EVERY_MS = 60

export interface CodeScan {
  readonly state: CodeCameraState
  readonly progress: CodeProgress
  /** Photographs and films can be read, whatever the camera does. */
  readonly canRead: boolean
  /** Asks for the reader and the camera once more. */
  again(): void
  /** Photographs of codes, or a film of them. */
  readFiles(files: readonly File[]): Promise<void>
}

const NOTHING: CodeProgress = { seen: 0, needed: 0, bytes: null }

export function useCodeScan(view: RefObject<HTMLVideoElement | null>, onBytes: (bytes: Uint8Array) => void): CodeScan {
  const [progress, setProgress] = useState<CodeProgress>(NOTHING)
  const collector = useRef(new CodeCollector())
  const tell = useRef(onBytes)
  tell.current = onBytes

  const isWhole = (): boolean => collector.current.progress().bytes !== null

  const take = useCallback((texts: readonly string[]): void => {
    for (const text of texts) {
      if (collector.current.progress().bytes) return
      const next = collector.current.take(text)
      if (!next) continue
      setProgress(next)
      if (next.bytes) tell.current(next.bytes)
    }
  }, [])

  const isOver = progress.bytes !== null
  const { state, reader, again } = useCodeCamera({
    view,
    kind: 'square',
    everyMs: LOOK_EVERY_MS,
    isOver,
    onTexts: take,
  })

  const look = async (picture: ImageData | null): Promise<void> => {
    if (picture && reader && !isWhole()) take(await reader(picture))
  }

  /** Plays the film at its own pace and looks at it like at the camera. */
  const readFilm = async (file: File, canvas: HTMLCanvasElement): Promise<void> => {
    const film = document.createElement('video')
    const address = URL.createObjectURL(file)
    film.muted = true
    film.src = address
    await film.play().catch(() => undefined)
    while (!film.ended && !film.error && !film.paused && !isWhole()) {
      await look(pictureOfVideo(film, canvas))
      await pause(LOOK_EVERY_MS)
    }
    URL.revokeObjectURL(address)
  }

  const readFiles = async (files: readonly File[]): Promise<void> => {
    const canvas = document.createElement('canvas')
    for (const file of files) {
      if (file.type.startsWith('video/')) await readFilm(file, canvas)
      else await look(await pictureOfFile(file, canvas).catch(() => null))
    }
  }

  return { state, progress, canRead: Boolean(reader), again, readFiles }
}
