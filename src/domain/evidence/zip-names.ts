/**
 * The names in a zip, read from its directory at the end without unpacking anything. That is enough to tell a Word
 * file from a workbook and from one that carries macros, and no byte of a stranger's archive is ever inflated for it. Our own
 * and not fflate's, because the domain imports no packer, and because where an entry stands is part of what is checked.
 */

export interface ZipEntry {
  readonly name: string
  /** Where its local header stands. */
  readonly at: number
  /** 0: its bytes stand there as they are. */
  readonly method: number
  /** Bytes as stored. */
  readonly size: number
}

const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const LOCAL_MARK = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
const MOST_COMMENT = 0xffff
/** A workbook with a thousand sheets has fewer. */
const MOST_ENTRIES = 10_000

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Byte for letter: the names looked for are ASCII. */
const letters = (bytes: Uint8Array, from: number, to: number): string => {
  let text = ''
  for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte)
  return text
}

/** Only an end that the comment behind it fills to the last byte is one. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at--) {
    if (view.getUint32(at, true) === END_MARK && view.getUint16(at + 20, true) === last - at) return at
  }
  return undefined
}

/** Every entry in the order of the directory; undefined where this is no whole zip. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(bytes)
  const end = endOf(view)
  if (end === undefined || view.getUint32(0, true) !== LOCAL_MARK) return undefined
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  if (count > MOST_ENTRIES) return undefined
  while (entries.length < count) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY_MARK) return undefined
    const name = at + ENTRY_BYTES + view.getUint16(at + 28, true)
    entries.push({
      name: letters(bytes, at + ENTRY_BYTES, name),
      at: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
    })
    at = name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The letters of an entry that is stored as it is; undefined where it is packed or not there. */
export function storedText(bytes: Uint8Array, { at, method, size }: ZipEntry): string | undefined {
  const view = viewOf(bytes)
  if (method !== 0 || at + LOCAL_BYTES > bytes.length || view.getUint32(at, true) !== LOCAL_MARK) return undefined
  const from = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  return letters(bytes, from, from + size)
}
