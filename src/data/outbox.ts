/**
 * What leaves this device: own operations after the acknowledged ones, in the order of n. They are read in pieces,
 * because weeks of work may wait here and a request takes only as much as the line can bear.
 */
import type { Op } from '#domain/change/op.ts'
import type { PushSlice, SyncPosition } from '#data/contract/sync-store-contract.ts'
import type { LocalDatabase } from './local-database.ts'
import { readCounters, readCursors, readDropped, readSyncMeta } from './meta.ts'

const PIECE = 200

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

/** Whole gestures from the beginning of `ops` that fit; at least one. */
export function cutSlice(ops: readonly Op[], limitBytes: number): readonly Op[] {
  let end = 0
  let bytes = 0
  for (let at = 0; at < ops.length; ) {
    let next = at + 1
    while (next < ops.length && sameGesture(ops[at], ops[next] as Op)) next++
    bytes += JSON.stringify(ops.slice(at, next)).length
    if (end > 0 && bytes > limitBytes) break
    end = next
    at = next
  }
  return ops.slice(0, end)
}

/**
 * Reads pieces until the limit is passed and the first gesture is whole. A last gesture that goes on in the next piece
 * does no harm: what was read exceeds the limit, so the cut comes before it.
 */
async function readAhead(db: LocalDatabase, after: number, limitBytes: number): Promise<{ ops: Op[]; isAll: boolean }> {
  const ops: Op[] = []
  let bytes = 0
  for (;;) {
    const rows = await db.own
      .where('n')
      .above(after + ops.length)
      .limit(PIECE)
      .toArray()
    for (const { box } of rows) {
      ops.push(box)
      bytes += JSON.stringify(box).length
    }
    if (rows.length < PIECE) return { ops, isAll: true }
    if (bytes > limitBytes && !sameGesture(ops[0], ops.at(-1) as Op)) return { ops, isAll: false }
  }
}

export async function readPush(db: LocalDatabase, limitBytes: number): Promise<PushSlice> {
  const { ack } = await readSyncMeta(db)
  const { ops, isAll } = await readAhead(db, ack, limitBytes)
  const slice = cutSlice(ops, limitBytes)
  return { ops: slice, more: slice.length < ops.length || !isAll }
}
