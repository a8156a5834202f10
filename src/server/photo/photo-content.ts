/**
 * What bytes are, by what is in them, and never by what their sender calls them (END-70, END-131). What is neither a
 * picture nor a document of the announced kind is not kept, so nothing served from here can be a page, a script or a
 * program.
 */
import { open, readFile } from 'node:fs/promises'
import { documentKind, documentRefusal, tooLarge } from '#domain/evidence/document-content.ts'
import { isDocumentMime, MOST_DOCUMENT_BYTES } from '#domain/evidence/document-mime.ts'
import { PICTURE_HEAD_BYTES, pictureKind } from '#domain/evidence/picture-kind.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'

/** Devices send pictures of some 200 kB. */
const MAX_PICTURE_BYTES = 2_000_000

/** Why so many bytes of this kind are not taken, or null. */
export function sizeRefusal(mime: string, size: number): Problem | null {
  if (isDocumentMime(mime)) return size > MOST_DOCUMENT_BYTES ? tooLarge : null
  return size > MAX_PICTURE_BYTES ? { code: 'request.too-large' } : null
}

/** Why bytes are not what they were announced as; null where they are. */
export function contentRefusal(bytes: Uint8Array, mime: string): Problem | null {
  if (isDocumentMime(mime)) return documentRefusal(bytes, mime)
  return pictureKind(bytes) === mime ? null : { code: 'evidence.not-an-image' }
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PICTURE_HEAD_BYTES), 0, PICTURE_HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The same of a file; of a picture only its head is read. */
export const fileRefusal = async (file: string, mime: string): Promise<Problem | null> =>
  contentRefusal(isDocumentMime(mime) ? await readFile(file) : await headOf(file), mime)

/** What a stored file is; undefined where it is nothing that is taken here. */
export async function kindOfFile(file: string, size: number): Promise<string | undefined> {
  const picture = pictureKind(await headOf(file))
  if (picture !== undefined || size > MOST_DOCUMENT_BYTES) return picture
  const document = documentKind(await readFile(file))
  return document.ok ? document.value : undefined
}
