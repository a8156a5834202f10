// The day a camera wrote into its file (EXIF), read before the picture is encoded anew and loses everything but its
// pixels. Only the day is taken: neither the hour nor the place nor the device.
import { type LocalDate, localDateOf } from '#domain/kernel/local-date.ts'

const JPEG = 0xffd8
const APP1 = 0xe1
const START_OF_SCAN = 0xda
const EXIF = 0x45786966
const EXIF_DIRECTORY = 0x8769
/** Where the shutter was pressed; the other is when the file was written. */
const TAKEN = 0x9003
const WRITTEN = 0x0132
const ENTRY_BYTES = 12

/** Where the camera's notes begin, or null. */
function notesAt(view: DataView): number | null {
  if (view.byteLength < 4 || view.getUint16(0) !== JPEG) return null
  for (let at = 2; at + 12 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    if (marker === APP1 && view.getUint32(at + 4) === EXIF) return at + 10
    if (marker === START_OF_SCAN) return null
  }
  return null
}

/** The value field of a tag, counted from the start of the notes. */
function valueAt(notes: DataView, directory: number, tag: number, isLittle: boolean): number | null {
  const count = notes.getUint16(directory, isLittle)
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * ENTRY_BYTES
    if (notes.getUint16(at, isLittle) === tag) return notes.getUint32(at + 8, isLittle)
  }
  return null
}

/** `2026:11:20 10:32:05` */
function dayAt(notes: DataView, at: number | null): LocalDate | null {
  if (at === null || at + 10 > notes.byteLength) return null
  const text = Array.from({ length: 10 }, (_, index) => String.fromCharCode(notes.getUint8(at + index))).join('')
  const [, year = '', month = '', day = ''] = /^(\d{4}):(\d\d):(\d\d)$/.exec(text) ?? []
  const date = year === '' ? null : localDateOf(Number(year), Number(month), Number(day))
  return date?.ok === true && Number(year) > 1990 ? date.value : null
}

/** Null where the file says nothing that can be read. Rule EVI-7. */
export function cameraDay(head: Uint8Array): LocalDate | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  try {
    const start = notesAt(view)
    if (start === null) return null
    const notes = new DataView(head.buffer, head.byteOffset + start)
    const isLittle = notes.getUint16(0) === 0x4949
    const first = notes.getUint32(4, isLittle)
    const taken = valueAt(notes, first, EXIF_DIRECTORY, isLittle)
    const day = taken === null ? null : dayAt(notes, valueAt(notes, taken, TAKEN, isLittle))
    return day ?? dayAt(notes, valueAt(notes, first, WRITTEN, isLittle))
  } catch {
    // Notes that point outside the file.
    return null
  }
}
