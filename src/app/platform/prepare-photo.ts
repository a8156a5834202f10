// From the camera's file to evidence: upright, small, without hidden data, named by its hash. Loaded when the first
// photo is taken.
import type { PreparedPhoto } from '#data/contract/evidence-contract.ts'
import type { Hasher } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { cameraDay } from './camera-day.ts'
import { canvasEncoder } from './canvas-encoder.ts'
import { decodeWidth, HEADER_BYTES, pictureSize } from './picture-header.ts'
import { encodeWithin, photoTarget, thumbnailTarget } from './photo-size.ts'

/** Above this a cheap phone runs out of memory while decoding. */
const MOST_BYTES = 60_000_000

async function decode(file: Blob, head: Uint8Array): Promise<ImageBitmap | null> {
  const upright = { imageOrientation: 'from-image' } as const
  try {
    const width = decodeWidth(pictureSize(head), photoTarget.longestSide)
    const smaller = width === null ? {} : ({ resizeWidth: width, resizeQuality: 'high' } as const)
    return await createImageBitmap(file, { ...upright, ...smaller })
  } catch {
    return null
  }
}

export async function preparePhoto(file: Blob, hasher: Hasher): Promise<Result<PreparedPhoto, Problem>> {
  if (file.size > MOST_BYTES) return err({ code: 'evidence.too-large' })
  const head = await file
    .slice(0, HEADER_BYTES)
    .arrayBuffer()
    .then(
      (bytes) => new Uint8Array(bytes),
      () => null,
    )
  const picture = head && (await decode(file, head))
  if (head === null || picture === null) return err({ code: 'evidence.not-an-image' })
  try {
    return ok({ ...(await encodeBoth(picture, hasher)), takenOn: cameraDay(head) })
  } catch {
    return err({ code: 'evidence.too-large' })
  } finally {
    picture.close()
  }
}

async function encodeBoth(picture: ImageBitmap, hasher: Hasher): Promise<PreparedPhoto> {
  const encode = canvasEncoder(picture)
  const photo = await encodeWithin(encode, picture, photoTarget)
  const thumbnail = await encodeWithin(encode, picture, thumbnailTarget)
  return {
    bytes: photo.bytes,
    thumbnail: thumbnail.bytes,
    sha256: await hasher.sha256(photo.bytes),
    thumbnailSha256: await hasher.sha256(thumbnail.bytes),
    mime: 'image/jpeg',
    width: photo.width,
    height: photo.height,
  }
}
