/**
 * Uploads on disk with a checksum per chunk, which the upload library does not know (decision D17). A chunk that
 * arrived whole and is not what its sender hashed is cut off again, so that a damaged line costs one chunk and not
 * the photo. A chunk that the network cut short stays: the hash of the whole decides at the end (END-11).
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { truncate } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileStore } from '@tus/file-store'

const CHECKSUM = /^sha256 ([A-Za-z0-9+/]{43}=)$/
/** "Checksum mismatch" of the tus extension: the sender asks for the offset and sends the chunk again. */
export const CHECKSUM_MISMATCH = 460

export interface ChunkPromise {
  /** Base64 of its SHA-256. */
  readonly digest: string
  readonly bytes: number
}

/** What the headers of a request promise about its chunk; undefined where they promise nothing that can be checked. */
export function readChunkPromise(headers: Headers): ChunkPromise | undefined {
  const digest = CHECKSUM.exec(headers.get('upload-checksum') ?? '')?.[1]
  const bytes = Number(headers.get('content-length') ?? Number.NaN)
  return digest !== undefined && Number.isSafeInteger(bytes) ? { digest, bytes } : undefined
}

async function digestOfPart(file: string, start: number, end: number): Promise<string> {
  const hash = createHash('sha256')
  if (end > start) await pipeline(createReadStream(file, { start, end: end - 1 }), hash)
  return hash.digest('base64')
}

const diskFull = (): Error =>
  Object.assign(new Error('no room for photos'), {
    status_code: 507,
    body: JSON.stringify({ code: 'evidence.disk-full' }),
  })

export class CheckedFileStore extends FileStore {
  readonly #promises = new Map<string, ChunkPromise>()
  readonly #isFull: () => Promise<boolean>

  constructor(options: ConstructorParameters<typeof FileStore>[0], isFull: () => Promise<boolean>) {
    super(options)
    this.#isFull = isFull
  }

  /** To be called before the chunk is written. */
  expectChunk(upload: string, promise: ChunkPromise | undefined): void {
    if (promise) this.#promises.set(upload, promise)
    else this.#promises.delete(upload)
  }

  /** The library forgets why a write failed; a full disk is not the sender's fault and has its own code (END-57). */
  async #written(source: Readable, upload: string, offset: number): Promise<number> {
    try {
      return await super.write(source, upload, offset)
    } catch (error) {
      throw (await this.#isFull()) ? diskFull() : error
    }
  }

  override async write(source: Readable, upload: string, offset: number): Promise<number> {
    const promise = this.#promises.get(upload)
    this.#promises.delete(upload)
    const end = await this.#written(source, upload, offset)
    if (!promise || end - offset !== promise.bytes) return end
    const file = path.join(this.directory, upload)
    if ((await digestOfPart(file, offset, end)) === promise.digest) return end
    await truncate(file, offset)
    throw Object.assign(new Error('chunk arrived damaged'), {
      status_code: CHECKSUM_MISMATCH,
      body: JSON.stringify({ code: 'request.malformed' }),
    })
  }
}
