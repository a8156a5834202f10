/**
 * Photos that were copied after the newest backup of the database. Devices were told that they are safe and may have
 * given up their own, so they belong to what was safe (END-74), although no row of the backup names them. Nobody sees
 * one before a record refers to it, and those records the devices send again.
 */
import { open } from 'node:fs/promises'
import type { BlobFiles } from '#server/photo/blob-files.ts'
import { pictureKind } from '#server/photo/photo-content.ts'
import type { Blob } from '#server/store/blob-contract.ts'

const HEAD_BYTES = 16

async function lookAt(file: string): Promise<{ readonly size: number; readonly mime: string | undefined }> {
  const handle = await open(file, 'r')
  try {
    const [{ size }, { buffer, bytesRead }] = [await handle.stat(), await handle.read(Buffer.alloc(HEAD_BYTES), 0)]
    return { size, mime: pictureKind(buffer.subarray(0, bytesRead)) }
  } finally {
    await handle.close()
  }
}

/** Brings them back and answers what they are; what is no picture stays where it is. */
export async function bringBackUnlisted(
  live: BlobFiles,
  copies: BlobFiles,
  listed: ReadonlySet<string>,
): Promise<readonly Blob[]> {
  const found: Blob[] = []
  for await (const sha256 of copies.all()) {
    if (listed.has(sha256)) continue
    const { size, mime } = await lookAt(copies.pathOf(sha256))
    if (mime !== undefined && (await live.copyFrom(copies, sha256))) found.push({ sha256, size, mime })
  }
  return found
}
