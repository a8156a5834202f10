/** A photo out of a file is taken in under the rules of an upload, asked of the device that made the section (END-11). */
import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { PhotoHead } from '#protocol/hand-over/section.ts'
import { loadCaller } from '#server/identity/caller.ts'
import type { BlobFiles } from '#server/photo/blob-files.ts'
import { contentRefusal } from '#server/photo/photo-content.ts'
import { PhotoDesk, readAnnouncement } from '#server/photo/photo-desk.ts'
import type { Device } from '#server/store/store-contract.ts'
import type { TakingIn } from './take-in-ops.ts'

/** Null where it is stored, or was before. */
export async function takeInPhoto(
  { store, directory, nowMs }: TakingIn,
  blobs: BlobFiles,
  device: Device,
  { sha256, feed, mime, role }: PhotoHead,
  bytes: Uint8Array,
): Promise<ProblemCode | null> {
  if (device.isRevoked) return 'device.revoked'
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return 'hand-over.damaged'
  if (await store.blob(sha256)) return null
  const announced = readAnnouncement({ sha256, feed, mime, kind: role })
  if (!announced.ok) return announced.error.code
  const refusal = contentRefusal(bytes, mime)
  if (refusal) return refusal.code
  const author = await loadCaller(store, device.account, device, nowMs)
  if (!author || !(await new PhotoDesk(store, directory).maySend(author, announced.value))) return 'access.forbidden'
  const upload = `hand-over-${randomBytes(12).toString('hex')}`
  try {
    await writeFile(path.join(blobs.incoming, upload), bytes)
    const size = await blobs.adopt(upload, sha256)
    if (size === null) return 'hand-over.damaged'
    await store.saveBlob({ sha256, size, mime }, nowMs)
    return null
  } finally {
    await blobs.discard(upload)
  }
}
