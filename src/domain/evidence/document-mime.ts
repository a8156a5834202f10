/**
 * The kinds of files besides pictures that may prove something or answer a question of type `file`, and what they are
 * called on a disk. A kind is a fixed name out of this list and never what somebody's machine calls a file. Small and
 * apart from the check of the content, because every list of evidence asks it.
 */

const extensionByMime = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'text/csv': 'csv',
  'text/plain': 'txt',
} as const

export type DocumentMime = keyof typeof extensionByMime

/** Bytes of one document. Rule EVI-11. */
export const MOST_DOCUMENT_BYTES = 5_000_000

/** Letters of a name without its extension. */
const MOST_NAME = 100

export const isDocumentMime = (mime: string): mime is DocumentMime => Object.hasOwn(extensionByMime, mime)

/** `pdf`, `docx`, …: what a file of this kind ends with. */
export const documentExtension = (mime: DocumentMime): string => extensionByMime[mime]

/** With a dot each, as a file dialog asks for them. */
export const documentExtensions: readonly string[] = Object.values(extensionByMime).map((name) => `.${name}`)

/** What a disk takes for a path or a device, what cannot be seen, and what turns the direction of writing. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu

/**
 * The name under which a document is kept and handed out: the person's own letters in one line, and always the
 * extension of what the bytes are, so that nothing is started by its name. Rule EVI-13.
 */
export function documentName(given: string, mime: DocumentMime): string {
  const extension = `.${documentExtension(mime)}`
  const plain = given.normalize('NFC').replace(UNFIT, ' ').replace(/\s+/g, ' ').trim()
  const isEnded = plain.toLowerCase().endsWith(extension)
  const stem = isEnded ? plain.slice(0, -extension.length) : plain
  const short = Array.from(stem).slice(0, MOST_NAME).join('')
  return `${short.replace(/^[. ]+|[. ]+$/g, '') || 'tep'}${extension}`
}
