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

/** Desktop Chromium has the class and supports no format. */
async function ownReader(): Promise<CodeReader | undefined> {
  const Found = detectorClass()
  if (!Found || !(await Found.getSupportedFormats()).includes('qr_code')) return undefined
  const detector = new Found({ formats: ['qr_code'] })
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue)
}

const KEPT = 'sotay-code-reader'

/** Where the browser keeps no caches the reader has to come from the network when it is used. */
const cachesAtHand = (): CacheStorage | undefined => (globalThis as { caches?: CacheStorage }).caches

/** Fetches the reader ahead of time, where this browser will need it. */
export async function keepCodeReader(): Promise<void> {
  const storage = cachesAtHand()
  if (!storage || (await ownReader())) return
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

async function wasmReader(): Promise<CodeReader> {
  const [{ prepareZXingModule, readBarcodes }, wasmBinary] = await Promise.all([
    import('zxing-wasm/reader'),
    wasmBytes(),
  ])
  prepareZXingModule({ overrides: { wasmBinary } })
  return async (picture) =>
    (await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 })).map(({ text }) => text)
}

/** Rejects where the reader is neither on the device nor to be had over a network. */
export const openCodeReader = async (): Promise<CodeReader> => (await ownReader()) ?? wasmReader()
