/**
 * What leaves this device: own operations after the acknowledged ones, in the order of n. They are read in pieces,
 * because weeks of work may wait here and a request takes only as much as the line can bear.
 */
import type { Op } from '#domain/change/op.ts'
import type { PushSlice, SyncPosition } from '#data/contract/sync-store-contract.ts'
import type { LocalDatabase } from './local-database.ts'
import { readCounters, readCursors, readDropped, readSyncMeta } from './meta.ts'

/** Operations read at once: about as many as are asked for, because each reading is a way into the database and back. */
const [LEAST_PIECE, MOST_PIECE] = [200, 2000]
const BYTES_OF_ONE = 300

const pieceFor = (limitBytes: number): number =>
  Math.min(MOST_PIECE, Math.max(LEAST_PIECE, Math.ceil(limitBytes / BYTES_OF_ONE)))

export async function readPosition(db: LocalDatabase, replica: string): Promise<SyncPosition> {
  const [counters, sync, cursors, anew, attention] = await Promise.all([
    readCounters(db),
    readSyncMeta(db),
    readCursors(db),
    readDropped(db),
    db.attention.orderBy('n').toArray(),
  ])
  const { inc, ack, safe, grantsVersion, clockOffset, wire } = sync
  const read = [...cursors].flatMap(([feed, { to, after }]) => (after === null ? [[feed, to] as const] : []))
  const underWay = [...cursors].flatMap(([feed, { after }]) => (after === null ? [] : [[feed, after] as const]))
  return {
    replica: counters.replica ?? replica,
    inc,
    lastN: counters.n,
    ack,
    safe,
    grantsVersion,
    clockOffset,
    wire,
    anew,
    // What was refused under a former replica's name has a number below 1, and is not this one's to ask after.
    refused: attention.flatMap(({ n, box }) => (box.dismissed || n < 1 ? [] : [n])),
    cur: Object.fromEntries(read),
    pages: Object.fromEntries(underWay),
  }
}

const sameGesture = (a: Op | undefined, b: Op): boolean => a?.g !== undefined && a.g === b.g

const sizeOf = (op: Op): number => JSON.stringify(op).length

/** Whole gestures from the beginning of `ops` that fit; at least one. `sizes` are those of their JSON, where known. */
export function cutSlice(ops: readonly Op[], limitBytes: number, sizes = ops.map(sizeOf)): readonly Op[] {
  let end = 0
  let bytes = 0
  for (let at = 0; at < ops.length; ) {
    let next = at + 1
    while (next < ops.length && sameGesture(ops[at], ops[next] as Op)) next++
    // A list's brackets and commas: one more than what is in it.
    for (let one = at; one < next; one++) bytes += 1 + (sizes[one] ?? 0)
    bytes += 1
    if (end > 0 && bytes > limitBytes) break
    end = next
    at = next
  }
  return ops.slice(0, end)
}

interface Read {
  readonly ops: readonly Op[]
  /** Of the JSON of each. */
  readonly sizes: number[]
  readonly isAll: boolean
}

/**
 * Reads pieces until the limit is passed and the first gesture is whole. A last gesture that goes on in the next piece
 * does no harm: what was read exceeds the limit, so the cut comes before it.
 */
async function readAhead(db: LocalDatabase, after: number, limitBytes: number): Promise<Read> {
  const ops: Op[] = []
  const sizes: number[] = []
  const piece = pieceFor(limitBytes)
  let bytes = 0
  for (;;) {
    const rows = await db.own
      .where('n')
      .above(after + ops.length)
      .limit(piece)
      .toArray()
    for (const { box } of rows) {
      const size = sizeOf(box)
      ops.push(box)
      sizes.push(size)
      bytes += size
    }
    if (rows.length < piece) return { ops, sizes, isAll: true }
    if (bytes > limitBytes && !sameGesture(ops[0], ops.at(-1) as Op)) return { ops, sizes, isAll: false }
  }
}

export async function readPush(db: LocalDatabase, limitBytes: number, after?: number): Promise<PushSlice> {
  const { ops, sizes, isAll } = await readAhead(db, after ?? (await readSyncMeta(db)).ack, limitBytes)
  const slice = cutSlice(ops, limitBytes, sizes)
  return { ops: slice, more: slice.length < ops.length || !isAll }
}
