// What a camera would see of another phone's moving codes, as a film for the browser's pretended camera: uncompressed
// YUV, because that is what Chromium plays and Node can write without any other program.
import { writeFileSync } from 'node:fs'
import { codePicture } from '#features/draw-code.ts'
import { codeFramesOf } from '#sync/hand-over/code-frames.ts'

const SIDE = 480
const PIXELS = 7
const [DARK, LIGHT, GREY] = [40, 220, 128]

/** The code in the middle of a grey picture. */
function lumaOf(text: string): Buffer {
  const { size, squares } = codePicture(text)
  const start = Math.floor((SIDE - size * PIXELS) / 2)
  const luma = Buffer.alloc(SIDE * SIDE, GREY)
  for (let y = 0; y < size * PIXELS; y++)
    for (let x = 0; x < size * PIXELS; x++) {
      const isDark = squares[Math.floor(y / PIXELS)]?.[Math.floor(x / PIXELS)] ?? false
      luma[(start + y) * SIDE + start + x] = isDark ? DARK : LIGHT
    }
  return luma
}

/** Every third frame is missing, as if the camera had looked away. */
export function writeCodeFilm(file: string, bytes: Uint8Array): void {
  const frames = codeFramesOf(bytes)
  const shown = Array.from({ length: frames.count * 2 + 6 }, (_, index) => index).filter((index) => index % 3 !== 1)
  const colour = Buffer.alloc((SIDE * SIDE) / 2, GREY)
  const pictures = shown.flatMap((index) => [Buffer.from('FRAME\n'), lumaOf(frames.frame(index)), colour])
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F6:1 Ip A1:1 C420jpeg\n`), ...pictures]))
}
