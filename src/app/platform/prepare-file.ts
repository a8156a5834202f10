// From a chosen file to evidence: a picture goes the way of every picture, a document is looked into, named and hashed
// as it is. Loaded when the first file is chosen.
import { chosenKind, tooLarge } from '#domain/evidence/document-content.ts'
import { documentName, MOST_DOCUMENT_BYTES } from '#domain/evidence/document-mime.ts'
import { PICTURE_HEAD_BYTES, pictureKind } from '#domain/evidence/picture-kind.ts'
import type { Hasher } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { PreparedFile } from '#features/screen-props.ts'
import { preparePhotoAside } from './prepare-photo-aside.ts'

/** Null where the file cannot be read (any more): a stick that was pulled, a file in a cloud without a network. */
const bytesOf = (file: Blob): Promise<Uint8Array | null> =>
  file.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  )

export async function prepareFile(file: File, hasher: Hasher): Promise<Result<PreparedFile, Problem>> {
  const head = await bytesOf(file.slice(0, PICTURE_HEAD_BYTES))
  if (head !== null && pictureKind(head) !== undefined) {
    const photo = await preparePhotoAside(file)
    return photo.ok ? ok({ photo: photo.value }) : photo
  }
  // Told by its size, before so much is read into a small memory.
  if (file.size > MOST_DOCUMENT_BYTES) return err(tooLarge)
  const bytes = await bytesOf(file)
  if (bytes === null) return err({ code: 'evidence.file-kind' })
  const kind = chosenKind(bytes, file.name)
  if (!kind.ok) return kind
  const name = documentName(file.name, kind.value)
  return ok({ document: { bytes, sha256: await hasher.sha256(bytes), mime: kind.value, name } })
}
