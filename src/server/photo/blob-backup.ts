/**
 * A second copy of every photo, in the folder of the backups. Only what was copied and hashed there counts as safe, and
 * only then may a device delete its own (END-53). Copies are made one after another, soon after a photo arrived; what
 * failed is tried again with the next backup.
 */
import type { BlobFiles } from './blob-files.ts'

export class BlobBackup {
  readonly #live: BlobFiles
  readonly #copies: BlobFiles
  readonly #onError: (error: unknown) => void
  #last: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(live: BlobFiles, copies: BlobFiles, onError: (error: unknown) => void) {
    this.#live = live
    this.#copies = copies
    this.#onError = onError
  }

  isSafe(sha256: string): boolean {
    return this.#copies.has(sha256)
  }

  /** Copies one photo in its turn. */
  keep(sha256: string): Promise<void> {
    this.#last = this.#last.then(() => this.#copy(sha256))
    return this.#last
  }

  async #copy(sha256: string): Promise<void> {
    if (this.#isStopped || this.#copies.has(sha256)) return
    try {
      const isCopied = await this.#copies.copyFrom(this.#live, sha256)
      if (!isCopied) this.#onError(new Error('a stored photo is missing or damaged and was not backed up'))
    } catch (error) {
      this.#onError(error)
    }
  }

  /** Everything that has no copy yet. */
  async sweep(): Promise<void> {
    for await (const sha256 of this.#live.all()) await this.keep(sha256)
  }

  /** Ends after the copy under way. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#last
  }
}
