/**
 * Photos that were copied after the newest backup of the database. Devices were told that they are safe and may have
 * given up their own, so they belong to what was safe (END-74), although no row of the backup names them. Nobody sees
 * one before a record refers to it, and those records the devices send again.
 */
import { stat } from 'node:fs/promises'
import type { BlobFiles } from '#server/photo/blob-files.ts'
import { kindOfFile } from '#server/photo/photo-content.ts'
import type { Blob } from '#server/store/blob-contract.ts'

async function lookAt(file: string): Promise<{ readonly size: number; readonly mime: string | undefined }> {
  const { size } = await stat(file)
  return { size, mime: await kindOfFile(file, size) }
}

/** Brings them back and answers what they are; what is neither a picture nor a document stays where it is. */
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
