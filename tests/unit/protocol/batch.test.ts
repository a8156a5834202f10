import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { MAX_HLC, MIN_HLC } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { type Batch, emptyBatch, packBatch, unpackBatch } from '#protocol/batch.ts'
import { batchSchema } from '#protocol/batch-schema.ts'
import { anOp, arbitraryOps } from '#support/sync/op-builder.ts'

const overTheWire = (ops: readonly Op[]): readonly Op[] =>
  unpackBatch(z.parse(batchSchema, JSON.parse(JSON.stringify(packBatch(ops)))))

describe('a batch', () => {
  it('PRO-1: any operations come back equal and in their order after packing, JSON, validation and unpacking', () => {
    fc.assert(
      fc.property(arbitraryOps, (ops) => {
        expect(overTheWire(ops)).toEqual(ops)
      }),
      { numRuns: 300 },
    )
  })

  it('PRO-1: stamps at both ends of the permitted range follow each other without losing a tick', () => {
    const ops = [MIN_HLC, MAX_HLC, MIN_HLC + 1, -1, MAX_HLC - 1, 0].map((h, i) => anOp({ n: i + 1, h }))
    expect(overTheWire(ops)).toEqual(ops)
  })

  it('PRO-1: no operations are the empty batch', () => {
    expect(packBatch([])).toEqual(emptyBatch)
    expect(unpackBatch(emptyBatch)).toEqual([])
  })

  it('PRO-1: fields and devices named like members of an object are ordinary names', () => {
    const f: Op['f'] = Object.fromEntries([
      ['toString', ['a', { valueOf: 3 }]],
      ['hasOwnProperty', [null]],
    ])
    const op = anOp({ d: 'constructor', f })
    expect(overTheWire([op])).toEqual([op])
  })

  const good = packBatch([anOp({ n: 1 }), anOp({ n: 2, e: 'other', g: 'group' })])
  const spoilt: readonly (readonly [string, Partial<Batch>])[] = [
    ['a column that is too short', { n: [1] }],
    ['a column that is too long', { h: [...good.h, 1] }],
    ['a run that is too short', { d: [[0, 1]] }],
    ['a run that is too long', { u: [[0, 2_000_000_000]] }],
    ['a device outside the dictionary', { d: [[7, 2]] }],
    ['a field outside the dictionary', { f: [[[9, 'x']], []] }],
    ['a number that is not positive', { n: [0, 1] }],
    ['a stamp no clock can give', { h: [Number.MAX_SAFE_INTEGER, 0] }],
    ['a stamp whose sum overflows', { h: [MAX_HLC, MAX_HLC] }],
    ['fewer groups than operations', { g: [0] }],
  ]
  it.each(spoilt)('PRO-2: %s makes the whole batch refused', (_title, change) => {
    expect(() => unpackBatch({ ...good, ...change })).toThrow(RangeError)
  })

  const unreadable: readonly (readonly [string, unknown])[] = [
    ['a negative run', { ...good, d: [[0, -2]] }],
    ['a fraction as a stamp', { ...good, h: [0.5, 1] }],
    ['a context that is not a count', { ...good, f: [[[0, 'x', { b: -1 }]], []] }],
    ['a dictionary of numbers', { ...good, dict: { ...good.dict, d: [1] } }],
    ['a missing column', { ...good, e: undefined }],
  ]
  it.each(unreadable)('PRO-2: %s does not pass the schema', (_title, batch) => {
    expect(z.safeParse(batchSchema, batch).success).toBe(false)
  })

  it('PRO-2: whatever happens to one number of a batch, it is read in full or refused in full', () => {
    const columns = ['n', 'h', 'd', 'u', 's', 'k', 'sv'] as const
    const anything = fc.oneof(fc.integer(), fc.double(), fc.constant(null), fc.constant([0, 5]), fc.constant([3, 1]))
    fc.assert(
      fc.property(arbitraryOps, fc.constantFrom(...columns), fc.nat(), anything, (ops, column, at, value) => {
        const batch = JSON.parse(JSON.stringify(packBatch(ops))) as Record<string, unknown[]>
        const cells = batch[column] ?? []
        cells[at % Math.max(1, cells.length)] = value
        const parsed = z.safeParse(batchSchema, batch)
        if (!parsed.success) return
        let read: readonly Op[]
        try {
          read = unpackBatch(parsed.data)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
          return
        }
        expect(read).toHaveLength(ops.length)
        expect(overTheWire(read)).toEqual(read)
      }),
      { numRuns: 300 },
    )
  })
})
