/**
 * Puts a transfer together from whatever frames were seen: each is one equation over the blocks, kept in echelon form, so
 * that every frame that tells something new brings the end one step nearer. A frame of another transfer begins anew.
 */
import { addInto, BLOCK_BYTES, blocksOfFrame, crc32, type ReadFrame, readFrame } from './code-frames.ts'

interface Row {
  /** Which blocks it is the sum of, one bit each. */
  readonly blocks: Uint8Array
  readonly sum: Uint8Array
}

export interface CodeProgress {
  /** Independent frames seen, and how many are needed. */
  readonly seen: number
  readonly needed: number
  /** All bytes, once they are complete. */
  readonly bytes: Uint8Array | null
}

const has = (blocks: Uint8Array, block: number): boolean => (((blocks[block >> 3] ?? 0) >> (block & 7)) & 1) === 1

export class CodeCollector {
  readonly #rows = new Map<number, Row>()
  #transfer = -1
  #length = 0
  #count = 0
  #bytes: Uint8Array | null = null

  /** Null where the text is no frame of a transfer. */
  take(text: string): CodeProgress | null {
    const frame = readFrame(text)
    if (!frame) return null
    if (frame.transfer !== this.#transfer || frame.length !== this.#length) this.#begin(frame)
    if (!this.#bytes) this.#add(frame)
    return this.progress()
  }

  progress(): CodeProgress {
    return { seen: this.#rows.size, needed: this.#count, bytes: this.#bytes }
  }

  #begin({ transfer, length }: ReadFrame): void {
    this.#rows.clear()
    this.#transfer = transfer
    this.#length = length
    this.#count = Math.ceil(length / BLOCK_BYTES)
    this.#bytes = null
  }

  #add({ index, block }: ReadFrame): void {
    const row: Row = { blocks: new Uint8Array((this.#count + 7) >> 3), sum: block.slice() }
    for (const chosen of blocksOfFrame(index, this.#count)) {
      row.blocks[chosen >> 3] = (row.blocks[chosen >> 3] ?? 0) | (1 << (chosen & 7))
    }
    const pivot = this.#reduce(row)
    if (pivot === undefined) return
    this.#rows.set(pivot, row)
    if (this.#rows.size === this.#count) this.#finish()
  }

  /** Takes out what is known; the first block left is where the row belongs, none if it told nothing new. */
  #reduce(row: Row): number | undefined {
    for (let block = 0; block < this.#count; block++) {
      if (!has(row.blocks, block)) continue
      const known = this.#rows.get(block)
      if (!known) return block
      addInto(row.blocks, known.blocks)
      addInto(row.sum, known.sum)
    }
    return undefined
  }

  /** From the last block up every row is left with its own block alone. */
  #finish(): void {
    const whole = new Uint8Array(this.#count * BLOCK_BYTES)
    for (let block = this.#count - 1; block >= 0; block--) {
      const row = this.#rows.get(block)
      if (!row) return
      for (let later = block + 1; later < this.#count; later++) {
        if (has(row.blocks, later)) addInto(row.sum, whole.subarray(later * BLOCK_BYTES, (later + 1) * BLOCK_BYTES))
      }
      whole.set(row.sum, block * BLOCK_BYTES)
    }
    const bytes = whole.slice(0, this.#length)
    if (crc32(bytes) === this.#transfer) this.#bytes = bytes
    else this.#rows.clear()
  }
}
