/**
 * The bytes of photos, one file per SHA-256. A file appears under its hash only by a rename after its bytes were
 * hashed, so whatever lies there is right (END-11).
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, type ReadStream } from 'node:fs'
import { copyFile, link, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeFolder } from '#server/files/make-folder.ts'

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

/** A second name for the same bytes; a copy where the file system has no links. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await rm(to, { force: true })
  try {
    await link(from, to)
  } catch {
    await copyFile(from, to)
    await flush(to)
  }
}

export class BlobFiles {
  readonly incoming: string
  readonly #folder: string

  constructor(dataDir: string) {
    this.#folder = path.join(dataDir, 'blobs')
    this.incoming = path.join(this.#folder, 'incoming')
    makeFolder(this.incoming)
  }

  pathOf(sha256: string): string {
    return path.join(this.#folder, sha256.slice(0, 2), sha256)
  }

  has(sha256: string): boolean {
    return isSha256(sha256) && existsSync(this.pathOf(sha256))
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.pathOf(sha256))
  }

  /**
   * Gives an upload its place and returns its size, or null where its bytes are not the ones promised. The upload
   * stays until it expires: a device whose last answer was lost still learns that everything arrived.
   */
  async adopt(upload: string, sha256: string): Promise<number | null> {
    const file = path.join(this.incoming, upload)
    if ((await hashOfFile(file)) !== sha256) return null
    await flush(file)
    const { size } = await stat(file)
    const place = this.pathOf(sha256)
    makeFolder(path.dirname(place))
    const beside = `${place}.${upload}`
    await linkOrCopy(file, beside)
    await rename(beside, place)
    // Where both names are the same file already, renaming leaves the first behind.
    await rm(beside, { force: true })
    return size
  }

  /** Takes over the bytes from another place; false where they are not there or not right any more. */
  async copyFrom(other: BlobFiles, sha256: string): Promise<boolean> {
    if (!other.has(sha256)) return false
    const beside = path.join(this.incoming, `${sha256}.copy`)
    await copyFile(other.pathOf(sha256), beside)
    if ((await hashOfFile(beside)) !== sha256) {
      await rm(beside, { force: true })
      return false
    }
    await flush(beside)
    const place = this.pathOf(sha256)
    makeFolder(path.dirname(place))
    await rename(beside, place)
    return true
  }

  /** Every hash there is. */
  async *all(): AsyncGenerator<string> {
    for (const part of await readdir(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(part)) continue
      for (const name of await readdir(path.join(this.#folder, part))) if (isSha256(name)) yield name
    }
  }

  /** Removes what an upload left behind. */
  async discard(upload: string): Promise<void> {
    const file = path.join(this.incoming, upload)
    await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
  }
}
