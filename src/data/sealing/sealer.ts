/**
 * What closes and opens the box of a row. It is synchronous on purpose: IndexedDB ends a transaction as soon as
 * anybody waits for a promise that is not its own, and WebCrypto answers only in promises (decision D9).
 */
export interface Sealer {
  /** Table and primary key go into the sealed text, so that a box moved to another row does not open. */
  seal(table: string, key: unknown, box: unknown): unknown
  open(table: string, key: unknown, sealed: unknown): unknown
}

/** A closed box as it lies in the database. No box of ours has bytes under this name, so both forms may lie side by side. */
export interface SealedBox {
  readonly sealed: Uint8Array
}

export const isSealedBox = (box: unknown): box is SealedBox =>
  typeof box === 'object' && box !== null && ArrayBuffer.isView((box as Partial<SealedBox>).sealed)

/** A sealed row met by a program without its key: told as a database that cannot be used, and never taken for content. */
const notOurs = (): DOMException => new DOMException('the store is sealed', 'DatabaseClosedError')

/** Leaves boxes open: the store of somebody without a PIN. */
export const openSealer: Sealer = {
  seal: (_table, _key, box) => box,
  open: (_table, _key, box) => {
    if (isSealedBox(box)) throw notOurs()
    return box
  },
}

/** Hands every box on as it lies there: for what works on a locked store by its clear fields alone. */
export const blindSealer: Sealer = {
  seal: (_table, _key, box) => box,
  open: (_table, _key, box) => box,
}
