// Reads codes out of pictures: by the browser where it can, otherwise by a reader in WebAssembly from this very origin.
// The reader's code is kept on the device beforehand where it will be needed: days without a network are when it counts.
import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Texts of the codes in a picture. */
export type CodeReader = (picture: ImageData) => Promise<readonly string[]>

interface Detector {
  detect(picture: ImageData): Promise<readonly { readonly rawValue: string }[]>
}

interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector

/** Square codes only, which is quicker, or bar codes of goods and shelves as well. */
export type CodeKind = 'square' | 'any'

const ownFormats: Readonly<Record<CodeKind, readonly string[]>> = {
  square: ['qr_code'],
  any: ['qr_code', 'data_matrix', 'ean_13', 'ean_8', 'code_128', 'code_39', 'itf'],
}

/** Desktop Chromium has the class and supports no format. */
async function ownReader(kind: CodeKind): Promise<CodeReader | undefined> {
  const Found = detectorClass()
  const supported = (await Found?.getSupportedFormats()) ?? []
  const formats = ownFormats[kind]
  if (!Found || !formats.every((format) => supported.includes(format))) return undefined
  const detector = new Found({ formats })
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue)
}

const KEPT = 'sotay-code-reader'

/** Where the browser keeps no caches the reader has to come from the network when it is used. */
const cachesAtHand = (): CacheStorage | undefined => (globalThis as { caches?: CacheStorage }).caches

/** Fetches the reader ahead of time, where this browser will need it. */
export async function keepCodeReader(): Promise<void> {
  const storage = cachesAtHand()
  if (!storage || (await ownReader('square'))) return
  const kept = await storage.open(KEPT)
  if (await kept.match(wasmAddress)) return
  // Another version's reader is of no use any more.
  for (const request of await kept.keys()) await kept.delete(request)
  await kept.add(wasmAddress)
}

async function wasmBytes(): Promise<ArrayBuffer> {
  const kept = await cachesAtHand()?.match(wasmAddress)
  return (kept ?? (await fetch(wasmAddress))).arrayBuffer()
}

async function wasmReader(kind: CodeKind): Promise<CodeReader> {
  const [{ prepareZXingModule, readBarcodes }, wasmBinary] = await Promise.all([
    import('zxing-wasm/reader'),
    wasmBytes(),
  ])
  prepareZXingModule({ overrides: { wasmBinary } })
  return async (picture) =>
    (await readBarcodes(picture, { formats: kind === 'square' ? ['QRCode'] : [], maxNumberOfSymbols: 1 })).map(
      ({ text }) => text,
    )
}

/** Rejects where the reader is neither on the device nor to be had over a network. */
export const openCodeReader = async (kind: CodeKind = 'square'): Promise<CodeReader> =>
  (await ownReader(kind)) ?? wasmReader(kind)
