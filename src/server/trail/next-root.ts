/** Makes the next root out of the heads that moved. */
import { GENESIS, type Head, rootText, type TrailRoot } from '#domain/trail/trail-link.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import type { SqlRow } from '#server/store/sqlite/sqlite-surface.ts'
import { sha256 } from './sealed-link.ts'

export const headsOfRows = (rows: readonly SqlRow[]): readonly Head[] =>
  rows.map((row) => [text(row, 'chain'), whole(row, 'num'), text(row, 'hash')] as const)

export function nextRoot(
  last: Pick<TrailRoot, 'num' | 'hash'> | undefined,
  heads: readonly Head[],
  inc: string,
  atMs: number,
): TrailRoot {
  const root = { num: (last?.num ?? 0) + 1, atMs, inc, prev: last?.hash ?? GENESIS, heads: JSON.stringify(heads) }
  return { ...root, hash: sha256(rootText(root)) }
}
