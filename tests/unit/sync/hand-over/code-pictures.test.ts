// The whole way of a code in Node: drawn as squares, photographed as badly as a cheap camera does, read back by the
// reader the app ships.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { beforeAll, describe, expect, it } from 'vitest'
import { codePicture } from '#features/draw-code.ts'
import { CodeCollector } from '#sync/hand-over/code-collector.ts'
import { codeFramesOf } from '#sync/hand-over/code-frames.ts'

const { resolve } = createRequire(import.meta.url)

beforeAll(() => {
  const file = readFileSync(resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const wasmBinary = new Uint8Array(file).buffer
  prepareZXingModule({ overrides: { wasmBinary } })
})

/** A picture of the screen: so many pixels per square, turned a little, grey, uneven light and noise. */
function photograph(text: string, pixels: number, degrees: number): ImageData {
  const { size, squares } = codePicture(text)
  const side = Math.round(size * pixels * 1.4)
  const data = new Uint8ClampedArray(side * side * 4)
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)]
  let noise = 1
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [dx, dy] = [x - side / 2, y - side / 2]
      const [u, v] = [(dx * cos + dy * sin) / pixels + size / 2, (dy * cos - dx * sin) / pixels + size / 2]
      const isDark = squares[Math.floor(v)]?.[Math.floor(u)] ?? true
      noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0
      const grey = (isDark ? 60 : 170) + (40 * x) / side + ((noise >>> 16) % 30)
      data.set([grey, grey, grey, 255], (y * side + x) * 4)
    }
  return { data, width: side, height: side, colorSpace: 'srgb' } as ImageData
}

const read = async (picture: ImageData): Promise<readonly string[]> =>
  (await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 })).map(({ text }) => text)

describe('codes as pictures', () => {
  it('HND-10: a transfer is read back from pictures of the screen, some of them missed', async () => {
    const bytes = Uint8Array.from({ length: 1500 }, (_, i) => (i * 37 + (i >> 3)) & 255)
    const [frames, collector] = [codeFramesOf(bytes), new CodeCollector()]
    for (let index = 0; index < 40 && !collector.progress().bytes; index++) {
      if (index % 3 === 1) continue
      for (const text of await read(photograph(frames.frame(index), 4, index % 7))) collector.take(text)
    }
    expect(collector.progress().bytes).toEqual(bytes)
  })
})
