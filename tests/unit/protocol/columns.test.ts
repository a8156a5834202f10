import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOp, type EntityState, type Registers } from '#domain/change/entity-state.ts'
import { MAX_HLC, MIN_HLC } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { packBatch } from '#protocol/batch.ts'
import { type Columns, packColumns } from '#protocol/columns.ts'
import { unpackColumns } from '#protocol/columns-read.ts'
import { isColumns } from '#protocol/columns-shape.ts'
import { packEntities, unpackEntities } from '#protocol/entity-columns.ts'
import { unpackOps } from '#protocol/unpack.ts'
import { anOp, arbitraryOps } from '#support/sync/op-builder.ts'

function overTheWire(ops: readonly Op[]): readonly Op[] {
  const columns = JSON.parse(JSON.stringify(packColumns(ops))) as Columns
  if (!isColumns(columns)) throw new Error('not the shape of columns')
  return unpackColumns(columns)
}

describe('a batch of version 2', () => {
  it('PRO-1: any operations come back equal and in their order', () => {
    fc.assert(
      fc.property(arbitraryOps, (ops) => {
        expect(overTheWire(ops)).toEqual(ops)
      }),
      { numRuns: 400 },
    )
  })

  it('PRO-1: a reader need not know the version it got', () => {
    const ops = [anOp({ n: 1 }), anOp({ n: 2, e: 'ans.asm.ls25-06001.2026-1.q2', g: 'a1-2' })]
    expect(unpackOps(packColumns(ops))).toEqual(ops)
    expect(unpackOps(packBatch(ops))).toEqual(ops)
  })

  it('PRO-1: stamps at both ends of the permitted range follow each other without losing a tick', () => {
    const ops = [MIN_HLC, MAX_HLC, MIN_HLC + 1, -1, MAX_HLC - 1, 0].map((h, i) => anOp({ n: i + 1, h }))
    expect(overTheWire(ops)).toEqual(ops)
  })

  it('PRO-1: groups of every kind come back, also when one begins in the middle', () => {
    const groups = [undefined, 'a1-2', 'a1-2', 'a1-4', 'a1-4', 'b9-7', 'b9-7', 'b9-7', undefined, 'a1-10', '', '1']
    const ops = groups.map((g, i) => anOp({ n: i + 1, ...(g === undefined ? {} : { g }) }))
    expect(overTheWire(ops)).toEqual(ops)
  })

  it('PRO-1: values that are pieces of the id, and values that only look like one, come back as they were', () => {
    const e = 'ans.asm.ls25-06001.2026-1.q12'
    const f: Op['f'] = { assessment: ['asm.ls25-06001.2026-1'], question: ['q12'], note: ['', { b: 3 }], score: ['q1'] }
    const ops = [anOp({ e, f }), anOp({ n: 2, e: 'x', f: { question: ['q12'], assessment: [e, { b: 1, c: 9 }] } })]
    expect(overTheWire(ops)).toEqual(ops)
  })

  const good = packColumns([
    anOp({ n: 1, f: { score: [1, { b: 2 }], assessment: ['asm.ls25-06001.2026-1'] } }),
    anOp({ n: 2, e: 'ans.other', g: 'group' }),
  ])
  const spoilt: readonly (readonly [string, Partial<Columns>])[] = [
    ['a column that is too short', { t: [1] }],
    ['a column that is too long', { t: [...good.t, 1] }],
    ['a run that is too short', { d: [0, 1] }],
    ['a run that is too long', { u: [0, 2_000_000_000] }],
    ['half a run', { sv: [1] }],
    ['a run that follows the last', { s: [0, 2, 0, 1] }],
    ['a device outside the dictionary', { d: [7, 2] }],
    ['a set of fields outside the list', { f: [9, 2] }],
    ['a field outside the dictionary', { q: [[9], [9]] }],
    ['a value too few', { w: good.w.map((column) => ({ ...column, v: [] })) }],
    ['a value too many', { w: good.w.map((column) => ({ ...column, v: [...column.v, 1] })) }],
    ['a context too few', { w: good.w.map((column) => ({ ...column, c: [] })) }],
    ['half a context', { w: good.w.map((column) => ({ ...column, c: column.c.map(() => [0]) })) }],
    ['a piece outside the id', { p: good.p.map(() => 500) }],
    ['more shared than there is', { ep: [40, 2] }],
    ['a number that is not positive', { n: [0, 2] }],
    ['a stamp no clock can give', { t: [Number.MAX_SAFE_INTEGER, 0] }],
    ['a counter beyond its ticks', { c: [4096, 2] }],
    ['groups longer than the batch', { g: [0, 3, 1] }],
    ['groups shorter than the batch', { g: [0, 1, 1] }],
    ['a group of nothing', { g: [0, 2, 1, 'x', 0, 5_000_000_000] }],
    ['a group of an unknown kind', { g: [7, 2, 1] }],
  ]
  it.each(spoilt)('PRO-2: %s makes the whole batch refused', (_title, change) => {
    expect(() => unpackColumns({ ...good, ...change })).toThrow(RangeError)
  })

  it('PRO-2: whatever happens to one number of a batch, it is read in full or refused in full', () => {
    const columns = ['n', 't', 'c', 'd', 'u', 's', 'k', 'sv', 'ep', 'f', 'g', 'p'] as const
    fc.assert(
      fc.property(arbitraryOps, fc.constantFrom(...columns), fc.nat(), fc.integer(), (ops, column, at, value) => {
        const batch = JSON.parse(JSON.stringify(packColumns(ops))) as Record<string, unknown[]> & Columns
        const cells = batch[column] as unknown[]
        cells[at % Math.max(1, cells.length)] = value
        if (!isColumns(batch)) return
        let read: readonly Op[]
        try {
          read = unpackColumns(batch)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
          return
        }
        expect(read).toHaveLength(ops.length)
        expect(overTheWire(read)).toEqual(read)
      }),
      { numRuns: 400 },
    )
  })
})

const mergedStates = fc.tuple(arbitraryOps, arbitraryOps).map(([a, b]) => {
  const states = new Map<string, EntityState>()
  const replicas = ['r1', 'r2', 'r3']
  for (const [i, op] of [...a, ...b].entries()) {
    const key = `${op.s} ${op.k}`
    const written = { ...op, d: replicas[i % 3] ?? '', n: i + 1, e: op.k, f: { x: [i], ...op.f } } as Op
    const regs = applyOp(states.get(key)?.regs ?? {}, written)
    states.set(key, { feed: op.s, entity: op.k, kind: 'answer', regs })
  }
  return [...states.values()]
})

const byKey = (states: readonly EntityState[]): ReadonlyMap<string, EntityState> =>
  new Map(states.map((state) => [`${state.feed}\n${state.entity}`, state]))

describe('a snapshot in columns', () => {
  it('PRO-6: every record comes out with exactly its registers', () => {
    fc.assert(
      fc.property(mergedStates, (states) => {
        const { columns, others } = packEntities(states)
        const wire = JSON.parse(JSON.stringify(columns)) as Columns
        expect(byKey([...unpackEntities(wire), ...others])).toEqual(byKey(states))
        expect(others.length).toBeLessThanOrEqual(states.length)
      }),
      { numRuns: 300 },
    )
  })

  it('PRO-6: records of people who wrote one after the other, or unseen by each other, all go in columns', () => {
    const first = anOp({ d: 'a', n: 3, f: { score: [1], note: ['x'] } })
    const second = anOp({ d: 'b', n: 1, h: 9000, f: { score: [2, { a: 3 }] } })
    const unseen = anOp({ d: 'c', n: 8, h: 9001, f: { score: [3] } })
    const regs = [first, second, unseen].reduce<Registers>(applyOp, {})
    const state = { feed: first.s, entity: first.e, kind: first.k, regs }
    const { columns, others } = packEntities([state])
    expect(others).toEqual([])
    expect(unpackEntities(columns)).toEqual([state])
  })

  it('PRO-6: a record whose registers no operations make travels as it is', () => {
    const head = { d: 'a', n: 1, h: 1, v: 1, u: 'u' }
    const odd = { feed: 'f', entity: 'e', kind: 'k', regs: { x: { h: [head], x: { a: 9 } }, y: { h: [] } } }
    expect(packEntities([odd, { ...odd, regs: {} }]).others).toHaveLength(2)
  })
})
