/** Small documents of every kind that is taken, and of kinds that are not; each begins and ends as the real ones do. */
import { crc32 } from 'node:zlib'

export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat([...parts]))

function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes)
  return new Uint8Array(buffer)
}

/** A zip whose entries are stored as they are. */
export function aZip(entries: Readonly<Record<string, string>>): Uint8Array {
  const [locals, directory]: [Uint8Array[], Uint8Array[]] = [[], []]
  let at = 0
  for (const [entry, content] of Object.entries(entries)) {
    const [name, bytes] = [utf8(entry), utf8(content)]
    const facts = [
      [20, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [crc32(bytes), 4],
      [bytes.length, 4],
      [bytes.length, 4],
    ] as const
    const lengths = [
      [name.length, 2],
      [0, 2],
    ] as const
    const local = joined([latin('PK\x03\x04'), numbers(...facts, ...lengths), name, bytes])
    const rest = [
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    ] as const
    directory.push(joined([latin('PK\x01\x02'), numbers([20, 2], ...facts, ...lengths, ...rest), name]))
    locals.push(local)
    at += local.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = directory.length
  const end = numbers([0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])
  return joined([...locals, ...directory, latin('PK\x05\x06'), end])
}

const TYPES = { '[Content_Types].xml': '<Types/>', '_rels/.rels': '<Relationships/>' }
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

export const aPdf = (text = 'Quyết định'): Uint8Array =>
  utf8(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n% ${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`)
export const aDocx = (more: Readonly<Record<string, string>> = {}): Uint8Array =>
  aZip({ ...TYPES, 'word/document.xml': '<document/>', ...more })
export const anXlsx = (more: Readonly<Record<string, string>> = {}): Uint8Array =>
  aZip({ ...TYPES, 'xl/workbook.xml': '<workbook/>', ...more })
export const anOdf = (kind: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  aZip({ mimetype: `${OPEN_DOCUMENT}.${kind}`, 'content.xml': '<content/>', ...more })
