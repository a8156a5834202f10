/**
 * What a document is, by its bytes and never by its name or by what its sender calls it; the same check on the device,
 * before a file is kept, and at the endpoint, before it is stored (EVI-11, EVI-12). What a browser could show as a page,
 * what could run and what carries macros is refused with a code whose sentence says how to bring the paper in anyway.
 */
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { type DocumentMime, isDocumentMime, MOST_DOCUMENT_BYTES } from './document-mime.ts'
import { asciiMark, hasMark } from './picture-kind.ts'
import { storedText, type ZipEntry, zipEntries } from './zip-names.ts'

const OOXML: readonly (readonly [part: string, mime: DocumentMime])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]
const ODF: readonly DocumentMime[] = [
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]
/** Programs inside Office and OpenDocument files, by the names their makers give them. */
const MACROS = /vbaProject|vbaData|(^|\/)(macrosheets|activeX)\/|^(Basic|Scripts)\//i
/** .doc, .xls, .ppt, and every Office file under a password: what is inside cannot be seen from here. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const UTF8_MARK = [0xef, 0xbb, 0xbf]
/** Marks of a page, a drawing or a program, as a browser or a shell looks for them at the beginning. */
const ACTIVE_START = /^\s*(<|#!|%!|@echo\b)/i
const PROGRAM_START = /^(MZ|\x7fELF)/
const ACTIVE_INSIDE = /<(!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)\b/i
/** A browser looks at 1445 bytes to tell what something is. */
const LOOKED_AT = 4096

const refused = (code: ProblemCode): Result<never, Problem> => err({ code })

function zipKind(bytes: Uint8Array): Result<DocumentMime, Problem> {
  const entries = zipEntries(bytes)
  if (!entries) return refused('evidence.file-kind')
  const mime = packedKind(bytes, entries)
  if (entries.some(({ name }) => MACROS.test(name))) return refused('evidence.file-macros')
  return mime === undefined ? refused('evidence.file-kind') : ok(mime)
}

/** An OpenDocument file says what it is in its first entry, an Office file by the parts it has. */
function packedKind(bytes: Uint8Array, entries: readonly ZipEntry[]): DocumentMime | undefined {
  const names = new Set(entries.map(({ name }) => name))
  const first = entries.find(({ name, at }) => name === 'mimetype' && at === 0)
  const said = first && storedText(bytes, first)
  if (said !== undefined) return names.has('content.xml') ? ODF.find((mime) => mime === said) : undefined
  if (!names.has('[Content_Types].xml')) return undefined
  const found = OOXML.filter(([part]) => names.has(part))
  return found.length === 1 ? found[0]?.[1] : undefined
}

/** How many bytes follow this first byte of a letter; undefined for none that UTF-8 has. */
function following(byte: number): number | undefined {
  if (byte < 0x80) return 0
  if (byte >= 0xc2 && byte < 0xe0) return 1
  if (byte >= 0xe0 && byte < 0xf0) return 2
  return byte >= 0xf0 && byte < 0xf5 ? 3 : undefined
}

const isTyped = (byte: number): boolean => (byte >= 0x20 && byte !== 0x7f) || (byte >= 0x09 && byte <= 0x0d)

/** UTF-8 without anything a keyboard does not write. */
function isText(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    const more = following(byte)
    if (more === undefined || !isTyped(byte) || at + more >= bytes.length) return false
    for (let i = 1; i <= more; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return false
    at += more + 1
  }
  return true
}

const beginning = (bytes: Uint8Array): string => {
  const from = hasMark(bytes, 0, UTF8_MARK) ? UTF8_MARK.length : 0
  return String.fromCharCode(...bytes.subarray(from, from + LOOKED_AT))
}

function looseKind(bytes: Uint8Array): Result<DocumentMime, Problem> {
  const text = beginning(bytes)
  if (ACTIVE_START.test(text) || ACTIVE_INSIDE.test(text)) return refused('evidence.file-active')
  if (isText(bytes)) return ok('text/plain')
  return refused(PROGRAM_START.test(text) ? 'evidence.file-active' : 'evidence.file-kind')
}

/** The kind of document; a list of values is text like any other (`text/plain`). Rules EVI-11, EVI-12. */
export function documentKind(bytes: Uint8Array): Result<DocumentMime, Problem> {
  if (bytes.length > MOST_DOCUMENT_BYTES) return err(tooLarge)
  if (bytes.length === 0) return refused('evidence.file-kind')
  if (hasMark(bytes, 0, asciiMark('%PDF-'))) return ok('application/pdf')
  if (hasMark(bytes, 0, asciiMark('PK'))) return zipKind(bytes)
  return hasMark(bytes, 0, OLD_OFFICE) ? refused('evidence.file-old-office') : looseKind(bytes)
}

/** The kind of a file a person chose: of text, its name says whether it is a list of values. */
export function chosenKind(bytes: Uint8Array, name: string): Result<DocumentMime, Problem> {
  const kind = documentKind(bytes)
  return kind.ok && kind.value === 'text/plain' && /\.csv$/i.test(name) ? ok('text/csv') : kind
}

/** Why the bytes are not a document of the announced kind; null where they are. */
export function documentRefusal(bytes: Uint8Array, mime: string): Problem | null {
  const kind = documentKind(bytes)
  if (!kind.ok) return kind.error
  const announced = mime === 'text/csv' ? 'text/plain' : mime
  return isDocumentMime(mime) && kind.value === announced ? null : { code: 'evidence.file-kind' }
}

/** What is told of a document beyond the limit. */
export const tooLarge: Problem = {
  code: 'evidence.file-too-large',
  params: { megabytes: MOST_DOCUMENT_BYTES / 1_000_000 },
}
