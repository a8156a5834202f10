// The notes a camera writes into its JPEG (EXIF): the day, the maker and the place, as a phone does.
const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

interface Tag {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly value: number
}

/** A directory of little-endian TIFF. */
function directory(tags: readonly Tag[]): Buffer {
  const bytes = Buffer.alloc(2 + tags.length * 12 + 4)
  bytes.writeUInt16LE(tags.length, 0)
  for (const [index, { tag, type, count, value }] of tags.entries()) {
    const at = 2 + index * 12
    bytes.writeUInt16LE(tag, at)
    bytes.writeUInt16LE(type, at + 2)
    bytes.writeUInt32LE(count, at + 4)
    bytes.writeUInt32LE(value, at + 8)
  }
  return bytes
}

export const MAKER = 'MayAnhThuNghiem'
const [ASCII, LONG, RATIONAL] = [2, 4, 5]
const GPS_DIRECTORY = 0x8825
const EXIF_DIRECTORY = 0x8769

/** `when` as cameras write it: `2026:10:02 08:15:00`. */
function tiff(when: string): Buffer {
  const sizes = {
    head: 8,
    first: 2 + 3 * 12 + 4,
    exif: 2 + 12 + 4,
    gps: 2 + 2 * 12 + 4,
    maker: MAKER.length + 1,
    when: 20,
  }
  const exifAt = sizes.head + sizes.first
  const gpsAt = exifAt + sizes.exif
  const makerAt = gpsAt + sizes.gps
  const whenAt = makerAt + sizes.maker
  const placeAt = whenAt + sizes.when
  const first = directory([
    { tag: 0x010f, type: ASCII, count: sizes.maker, value: makerAt },
    { tag: EXIF_DIRECTORY, type: LONG, count: 1, value: exifAt },
    { tag: GPS_DIRECTORY, type: LONG, count: 1, value: gpsAt },
  ])
  const exif = directory([{ tag: 0x9003, type: ASCII, count: 20, value: whenAt }])
  const gps = directory([
    { tag: 0x0001, type: ASCII, count: 2, value: 0x4e },
    { tag: 0x0002, type: RATIONAL, count: 3, value: placeAt },
  ])
  const place = Buffer.alloc(24)
  for (const [index, value] of [22, 1, 15, 1, 4321, 100].entries()) place.writeUInt32LE(value, index * 4)
  const head = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0])
  return Buffer.concat([head, first, exif, gps, latin(`${MAKER}\0`), latin(`${when}\0`), place])
}

/** The picture as a phone would have stored it. */
export function withCameraNotes(jpeg: Buffer, when: string): Buffer {
  const notes = Buffer.concat([latin('Exif\0\0'), tiff(when)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(notes.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, notes, jpeg.subarray(2)])
}
