// Draws a decoded picture into a canvas and reads it back as JPEG. Encoding anew drops everything but the pixels, so
// place, time and device that a camera writes into the file (EXIF) never leave the device by accident.
import type { Encode, Size } from './photo-size.ts'

type Surface = OffscreenCanvas | HTMLCanvasElement

function surfaceOf({ width, height }: Size): Surface {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height)
  return Object.assign(document.createElement('canvas'), { width, height })
}

function contextOf(surface: Surface): OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D {
  const context = surface.getContext('2d') as OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null
  if (context === null) throw new Error('no 2d canvas')
  return context
}

function toBlob(surface: Surface, quality: number): Promise<Blob> {
  if ('convertToBlob' in surface) return surface.convertToBlob({ type: 'image/jpeg', quality })
  return new Promise((resolve, reject) => {
    surface.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('canvas not readable'))), 'image/jpeg', quality)
  })
}

/** Keeps the last drawing, because several qualities of one size are tried in a row. */
export function canvasEncoder(picture: ImageBitmap): Encode {
  let drawn: { readonly size: Size; readonly surface: Surface } | undefined
  return async (size, quality) => {
    if (drawn?.size.width !== size.width || drawn.size.height !== size.height)
      drawn = { size, surface: draw(picture, size) }
    return new Uint8Array(await (await toBlob(drawn.surface, quality)).arrayBuffer())
  }
}

function draw(picture: ImageBitmap, size: Size): Surface {
  const surface = surfaceOf(size)
  const context = contextOf(surface)
  context.fillStyle = 'white'
  context.fillRect(0, 0, size.width, size.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, size.width, size.height)
  return surface
}
