/**
 * The file `*.sotay`: a head that says what is in it, then the sections one after the other. The head is made by whoever
 * holds the file and proves nothing; what counts is in the sections, which prove themselves. A file that broke off (a
 * stick pulled too early) still gives every section before the break (rule HND-2).
 *
 * Layout: `SOTAY1\n` · length of the head (4 bytes) · head (ASCII JSON) · sections.
 */
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { isCount, isInt, isSha256Text, isText, listOf, nullOr, objectOf, oneOf } from '#protocol/shape.ts'
import { asciiJson, asciiOfBytes, bytesOfAscii, bytesOfLength, joinBytes, jsonOf, lengthAt } from './byte-text.ts'
import { MOST_SECTION } from './section.ts'
import { isShortText, isSignedText, type SignedText } from './signed-text.ts'

/** The version of files this program writes; a higher one is told as `hand-over.newer-format`. */
const FILE_FORMAT = 1
export const FILE_SUFFIX = '.sotay'

/** A whole file in bytes; larger ones are refused before they are read. */
export const MOST_FILE = 64_000_000

const MAGIC = /^SOTAY(\d{1,3})\n/
const MAGIC_LENGTH = 7
const MOST_HEAD = 2_000_000
const MOST_SECTIONS = 5_000

export interface SectionEntry {
  /** An envelope opens at the endpoint only; a plain section can be read by whoever has the file. */
  readonly form: 'envelope' | 'plain'
  readonly type: 'ops' | 'photo'
  readonly origin: string
  /** n of the run; 0 for a photo. */
  readonly from: number
  readonly to: number
  /** Set where only members of one feed have a use for it. */
  readonly feed: string | null
  /** Length, and SHA-256 (hexadecimal) of these bytes as they lie in the file. */
  readonly bytes: number
  readonly sha256: string
}

export interface FileHead {
  readonly format: number
  /** Whom it is meant for; a file can be opened by anybody and is never refused for this word. */
  readonly audience: 'endpoint' | 'team' | 'origin'
  /** Replica that made the file, and the incarnation of the endpoint it last heard of. */
  readonly maker: string
  readonly inc: string
  readonly createdAt: number
  readonly sections: readonly SectionEntry[]
  /** What the endpoint has stored, on its way back to the origins. */
  readonly receipts: readonly SignedText[]
}

const isEntry = objectOf<SectionEntry>({
  form: oneOf(['envelope', 'plain']),
  type: oneOf(['ops', 'photo']),
  origin: isShortText,
  from: isCount,
  to: isCount,
  feed: nullOr(isShortText),
  bytes: (value) => isCount(value) && value <= MOST_SECTION,
  sha256: isSha256Text,
})

const isFileHead = objectOf<FileHead>({
  format: isCount,
  audience: oneOf(['endpoint', 'team', 'origin']),
  maker: isShortText,
  inc: isText,
  createdAt: isInt,
  sections: listOf(isEntry),
  receipts: listOf(isSignedText),
})

/** A section as it lies in a file. */
export interface FilePart {
  readonly entry: SectionEntry
  readonly bytes: Uint8Array
}

export interface HandOverFile {
  readonly head: FileHead
  /** In the order of the head; those behind a break are missing. */
  readonly parts: readonly FilePart[]
  /** Sections named in the head and not in the file. */
  readonly missing: number
}

/** Everything of a head that is not counted from the parts. */
export type FileFrame = Omit<FileHead, 'format' | 'sections'>

export function writeHandOverFile(frame: FileFrame, parts: readonly FilePart[]): Uint8Array<ArrayBuffer> {
  const head: FileHead = { format: FILE_FORMAT, ...frame, sections: parts.map(({ entry }) => entry) }
  const text = bytesOfAscii(asciiJson(head))
  const start = bytesOfAscii(`SOTAY${FILE_FORMAT}\n`)
  return joinBytes([start, bytesOfLength(text.length), text, ...parts.map(({ bytes }) => bytes)])
}

function cut(bytes: Uint8Array, start: number, sections: readonly SectionEntry[]): readonly FilePart[] {
  const parts: FilePart[] = []
  let at = start
  for (const entry of sections) {
    if (at + entry.bytes > bytes.length) break
    parts.push({ entry, bytes: bytes.subarray(at, at + entry.bytes) })
    at += entry.bytes
  }
  return parts
}

/** The file taken apart; hashes and signatures are still to be checked. */
export function readHandOverFile(bytes: Uint8Array): Result<HandOverFile, ProblemCode> {
  if (bytes.length > MOST_FILE) return err('hand-over.too-large')
  const magic = MAGIC.exec(asciiOfBytes(bytes.subarray(0, MAGIC_LENGTH)) ?? '')
  if (!magic) return err('hand-over.not-a-file')
  if (Number(magic[1]) > FILE_FORMAT) return err('hand-over.newer-format')
  const length = lengthAt(bytes, MAGIC_LENGTH)
  const start = MAGIC_LENGTH + 4
  if (length === undefined || length > MOST_HEAD || start + length > bytes.length) return err('hand-over.damaged')
  const head = jsonOf(asciiOfBytes(bytes.subarray(start, start + length)))
  if (!isFileHead(head) || head.sections.length > MOST_SECTIONS) return err('hand-over.damaged')
  const parts = cut(bytes, start + length, head.sections)
  return ok({ head, parts, missing: head.sections.length - parts.length })
}
