/**
 * The file `*.sotay`: a head that says what is in it, then the sections one after the other. The head is made by whoever
 * holds the file and proves nothing; what counts is in the sections, which prove themselves. A file that broke off (a
 * stick pulled too early) still gives every section before the break (rule HND-2).
 *
 * Behind the sections lie further pieces (`extras`) that older programs do not know and pass by: readable copies locked
 * with a pass phrase, a device's wish for the work of others, and what the endpoint answers it (HND-11 … HND-13).
 *
 * Layout: `SOTAY1\n` · length of the head (4 bytes) · head (ASCII JSON) · sections · extras.
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
/** A section of the largest size, and what a lock adds to it. */
const MOST_EXTRA = MOST_SECTION + 1_000

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

/**
 * `locked`: a readable section under a pass phrase. `ask`: an envelope in which a device asks the endpoint for the work of
 * others. `return`: the endpoint's answer, which that device alone opens. One of a newer program is passed by.
 */
export type ExtraKind = 'locked' | 'ask' | 'return'

interface ExtraEntry {
  readonly kind: string
  /** Replica that asks, or for which the answer is; '' for a locked section, which says nothing of itself. */
  readonly origin: string
  /** Of an ask when it was made, by the device's clock; of a return by the endpoint's. */
  readonly atMs: number
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
  /** Left out where there are none, and by older programs. */
  readonly extras?: readonly ExtraEntry[]
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

const isExtra = objectOf<ExtraEntry>({
  kind: isShortText,
  origin: isShortText,
  atMs: isInt,
  bytes: (value) => isCount(value) && value <= MOST_EXTRA,
  sha256: isSha256Text,
})

const isFileHead = objectOf<FileHead>(
  {
    format: isCount,
    audience: oneOf(['endpoint', 'team', 'origin']),
    maker: isShortText,
    inc: isText,
    createdAt: isInt,
    sections: listOf(isEntry),
    receipts: listOf(isSignedText),
    extras: listOf(isExtra),
  },
  ['extras'],
)

/** A section as it lies in a file. */
export interface FilePart {
  readonly entry: SectionEntry
  readonly bytes: Uint8Array
}

export interface FileExtra {
  readonly entry: ExtraEntry
  readonly bytes: Uint8Array
}

export interface HandOverFile {
  readonly head: FileHead
  /** In the order of the head; those behind a break are missing. */
  readonly parts: readonly FilePart[]
  readonly extras: readonly FileExtra[]
  /** Sections and extras named in the head and not in the file. */
  readonly missing: number
}

/** Everything of a head that is not counted from the parts. */
export type FileFrame = Omit<FileHead, 'format' | 'sections' | 'extras'>

export function writeHandOverFile(
  frame: FileFrame,
  parts: readonly FilePart[],
  extras: readonly FileExtra[] = [],
): Uint8Array<ArrayBuffer> {
  const head: FileHead = {
    format: FILE_FORMAT,
    ...frame,
    sections: parts.map(({ entry }) => entry),
    ...(extras.length > 0 && { extras: extras.map(({ entry }) => entry) }),
  }
  const text = bytesOfAscii(asciiJson(head))
  const start = bytesOfAscii(`SOTAY${FILE_FORMAT}\n`)
  const pieces = [...parts, ...extras].map(({ bytes }) => bytes)
  return joinBytes([start, bytesOfLength(text.length), text, ...pieces])
}

interface Piece<E> {
  readonly entry: E
  readonly bytes: Uint8Array
}

/** Pieces that lie one after the other, up to where the file breaks off. */
function cut<E extends { readonly bytes: number }>(
  bytes: Uint8Array,
  start: number,
  entries: readonly E[],
): readonly Piece<E>[] {
  const pieces: Piece<E>[] = []
  let at = start
  for (const entry of entries) {
    if (at + entry.bytes > bytes.length) break
    pieces.push({ entry, bytes: bytes.subarray(at, at + entry.bytes) })
    at += entry.bytes
  }
  return pieces
}

const sizeOf = (entries: readonly { readonly bytes: number }[]): number =>
  entries.reduce((sum, { bytes }) => sum + bytes, 0)

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
  if (!isFileHead(head)) return err('hand-over.damaged')
  const { sections, extras: named = [] } = head
  if (sections.length + named.length > MOST_SECTIONS) return err('hand-over.damaged')
  const parts = cut(bytes, start + length, sections)
  const extras = cut(bytes, start + length + sizeOf(sections), named)
  return ok({ head, parts, extras, missing: sections.length + named.length - parts.length - extras.length })
}
