import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { applyOp, type EntityState, type Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { packBatch } from '#protocol/batch.ts'
import { packColumns } from '#protocol/columns.ts'
import { packEntities } from '#protocol/entity-columns.ts'
import type { SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { answerBook } from '#support/sync/answer-book.ts'

const gzipped = (value: unknown): number => gzipSync(JSON.stringify(value), { level: 6 }).length

const aRequest = (push: SyncRequest['push'], feeds = 3): SyncRequest => ({
  v: 2,
  dev: 'a1b',
  inc: '0198f3a2-7c10-7c3e-9c55-1f2e3d4c5b6a',
  now: Date.UTC(2026, 10, 21),
  push,
  cur: Object.fromEntries(Array.from({ length: feeds }, (_, i) => [`ls25-${6001 + 7 * i}/pub`, 137 + 31 * i])),
  pages: {},
  maxBytes: 655_360,
})

const nothingNew: SyncAnswer = {
  inc: '0198f3a2-7c10-7c3e-9c55-1f2e3d4c5b6a',
  now: Date.UTC(2026, 10, 21),
  v: 2,
  push: { ack: 5, safe: 5, expect: null, rejected: [] },
  grantsVersion: '9a1f3c77d2',
  feeds: {},
  gone: [],
  blobsWanted: [],
  more: false,
}

/** As many requests as there are pieces, each with its own dictionaries. */
function pieces(ops: readonly Op[], size: number): number {
  let bytes = 0
  for (let at = 0; at < ops.length; at += size) bytes += gzipped(aRequest(packColumns(ops.slice(at, at + size))))
  return bytes
}

function recordsOf(ops: readonly Op[]): readonly EntityState[] {
  const states = new Map<string, EntityState>()
  for (const op of ops) {
    const regs = applyOp(states.get(op.e)?.regs ?? ({} as Registers), op)
    states.set(op.e, { feed: op.s, entity: op.e, kind: op.k, regs })
  }
  return [...states.values()].sort((a, b) => (a.entity < b.entity ? -1 : 1))
}

describe('bytes on the line', () => {
  const book = answerBook({ count: 10_000 })

  it('SYN-20: ten thousand answers leave in at most 225 kB, also in pieces and with their completeness', () => {
    expect(pieces(book, 1_000)).toBeLessThan(100_000)
    expect(pieces(answerBook({ count: 10_000, isGesture: true }), 1_000)).toBeLessThan(125_000)
    expect(gzipped(packColumns(book))).toBeLessThan(gzipped(packBatch(book)) / 2)
  })

  it('SYN-20: ten thousand records come in at most 220 kB', () => {
    const records = recordsOf(book)
    let bytes = 0
    for (let at = 0; at < records.length; at += 1_000) bytes += gzipped(packEntities(records.slice(at, at + 1_000)))
    expect(bytes).toBeLessThan(150_000)
  })

  it('SYN-20: a hundred edits leave in at most 2 kB', () => {
    expect(gzipped(aRequest(packColumns(answerBook({ count: 100, isEdit: true, firstN: 20_001 }))))).toBeLessThan(2_000)
  })

  it('SYN-20: nothing to do costs at most 1.6 kB with the feeds of a province', () => {
    expect(gzipped(aRequest(null, 150)) + gzipped(nothingNew)).toBeLessThan(1_600)
  })
})
