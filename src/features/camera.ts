// The camera, and pictures out of whatever can be drawn: a camera's stream, a film of the other screen, a photograph.

export type CameraOutcome = 'live' | 'refused' | 'absent'

export interface OpenCamera {
  readonly outcome: CameraOutcome
  close(): void
}

/** Shows the camera that looks away from the person. A page without a secure address has none. */
export async function openCamera(video: HTMLVideoElement, width = 1280): Promise<OpenCamera> {
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices
  if (typeof devices?.getUserMedia !== 'function') return { outcome: 'absent', close: () => undefined }
  try {
    const stream = await devices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: width } },
    })
    const close = (): void => stream.getTracks().forEach((track) => track.stop())
    video.srcObject = stream
    await video.play().catch(() => undefined)
    return { outcome: 'live', close }
  } catch (error) {
    const isRefused = error instanceof DOMException && error.name === 'NotAllowedError'
    return { outcome: isRefused ? 'refused' : 'absent', close: () => undefined }
  }
}

/** A code of 57 squares needs no more, and every further pixel costs time on a cheap phone. */
const LONGEST_SIDE = 960

/** Null while there is nothing to see yet. */
function pictureOf(
  source: CanvasImageSource,
  width: number,
  height: number,
  canvas: HTMLCanvasElement,
): ImageData | null {
  if (width === 0 || height === 0) return null
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

export const pictureOfVideo = (video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null =>
  pictureOf(video, video.videoWidth, video.videoHeight, canvas)

export async function pictureOfFile(file: File, canvas: HTMLCanvasElement): Promise<ImageData | null> {
  const bitmap = await createImageBitmap(file)
  try {
    return pictureOf(bitmap, bitmap.width, bitmap.height, canvas)
  } finally {
    bitmap.close()
  }
}
