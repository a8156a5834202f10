/**
 * Operations as the data of a section: their columns as gzipped JSON, and back. Unpacking stops at the limit, so that a
 * small file cannot fill a phone's memory (rule HND-6).
 */
import { Gunzip } from 'fflate'
import type { Op } from '#domain/change/op.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { packBatch, unpackBatch } from '#protocol/batch.ts'
import { isBatch } from '#protocol/batch-shape.ts'
import { joinBytes } from '#protocol/hand-over/byte-text.ts'
import { MOST_UNPACKED } from '#protocol/hand-over/section.ts'
import { gzipText } from '#sync/gzip.ts'

/** Deflate makes at most a thousand bytes out of one, so a piece never yields more than a few megabytes at once. */
const PIECE = 4096

class TooLarge extends Error {}

export const bytesOfOps = (ops: readonly Op[]): Promise<Uint8Array<ArrayBuffer>> =>
  gzipText(JSON.stringify(packBatch(ops)))

function gunzip(packed: Uint8Array, most: number): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Gunzip((part) => {
    size += part.length
    if (size > most) throw new TooLarge()
    parts.push(part)
  })
  for (let at = 0; at < packed.length; at += PIECE)
    stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
  return joinBytes(parts)
}

/** JSON out of gzipped bytes, or a code: what does not unpack or is too large is refused as a whole. */
export function jsonOfBytes(packed: Uint8Array, most: number): Result<unknown, ProblemCode> {
  try {
    return ok(JSON.parse(new TextDecoder().decode(gunzip(packed, most))) as unknown)
  } catch (error) {
    return err(error instanceof TooLarge ? 'hand-over.too-large' : 'hand-over.damaged')
  }
}

/** The operations, or a code: what does not unpack, does not fit together or is too large is refused as a whole. */
export function opsOfBytes(packed: Uint8Array): Result<readonly Op[], ProblemCode> {
  const batch = jsonOfBytes(packed, MOST_UNPACKED)
  if (!batch.ok) return batch
  try {
    return isBatch(batch.value) ? ok(unpackBatch(batch.value)) : err('hand-over.damaged')
  } catch {
    return err('hand-over.damaged')
  }
}
