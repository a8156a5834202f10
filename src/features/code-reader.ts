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

/** Whether codes can be read here without a network; 'never' where this browser keeps nothing ahead of time. */
export async function codeReaderPlace(): Promise<'here' | 'absent' | 'never'> {
  if (await ownReader('square')) return 'here'
  const storage = cachesAtHand()
  if (!storage) return 'never'
  return (await (await storage.open(KEPT)).match(wasmAddress)) ? 'here' : 'absent'
}

/** How every WebAssembly module begins. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d]

/** The page of a network that wants somebody to sign in first is no reader, however well it arrived. */
async function fetchReader(): Promise<ArrayBuffer> {
  const answer = await fetch(wasmAddress)
  const bytes = await answer.arrayBuffer()
  const start = new Uint8Array(bytes, 0, Math.min(MAGIC.length, bytes.byteLength))
  if (!answer.ok || MAGIC.some((byte, at) => start[at] !== byte)) throw new TypeError('this is no reader of codes')
  return bytes
}

/** Fetches the reader ahead of time, where this browser will need it. Rejects where it did not come. */
export async function keepCodeReader(): Promise<void> {
  const storage = cachesAtHand()
  if (!storage || (await codeReaderPlace()) === 'here') return
  const kept = await storage.open(KEPT)
  const bytes = await fetchReader()
  // Another version's reader is of no use any more.
  for (const request of await kept.keys()) await kept.delete(request)
  await kept.put(wasmAddress, new Response(bytes))
}

async function wasmBytes(): Promise<ArrayBuffer> {
  // What this browser does not keep can be used all the same.
  await keepCodeReader().catch(() => undefined)
  const kept = await cachesAtHand()?.match(wasmAddress)
  return kept?.arrayBuffer() ?? fetchReader()
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
