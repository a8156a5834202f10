import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyOp,
  conflictsIn,
  fieldValue,
  lastChange,
  mergeEntities,
  type Registers,
  registersOfOp,
} from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { contextForWrite, differingHeads, primaryHead } from '#domain/change/register.ts'
import { anOp, arbitraryOps } from '#support/sync/op-builder.ts'

const stateOf = (...ops: readonly Op[]): Registers => ops.reduce(applyOp, {})
const text = (regs: Registers): string => JSON.stringify(Object.entries(regs).sort(([a], [b]) => (a < b ? -1 : 1)))

const mine = anOp({ d: 'a1', n: 1, h: 100, u: 'thư ký', f: { score: [1] } })
const theirs = anOp({ d: 'b2', n: 1, h: 200, u: 'chủ tịch', f: { score: [2] } })

/** Operations in which a device's numbers grow, as real ones do. */
const arbitraryHistory = arbitraryOps.map((ops) => {
  const last = new Map<string, number>()
  return ops.map((op) => {
    const n = (last.get(op.d) ?? 0) + 1
    last.set(op.d, n)
    return {
      ...op,
      n,
      e: 'e',
      f: Object.fromEntries(Object.entries(op.f).map(([field, [value]]) => [field, [value] as const])),
    }
  })
})

describe('a register', () => {
  it('CHG-1: applying an operation again changes nothing', () => {
    fc.assert(
      fc.property(arbitraryHistory, (ops) => {
        const once = stateOf(...ops)
        expect(stateOf(...ops, ...ops)).toEqual(once)
      }),
    )
  })

  it('CHG-2: any order of any operations, and any way of splitting them into states, ends in equal registers', () => {
    const shuffled = arbitraryHistory.chain((ops) =>
      fc.record({
        ops: fc.constant(ops),
        order: fc.shuffledSubarray([...ops.keys()], { minLength: ops.length }),
        cut: fc.nat({ max: 30 }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ ops, order, cut }) => {
        const other = order.flatMap((i) => ops[i] ?? [])
        const [left, right] = [stateOf(...other.slice(0, cut)), stateOf(...other.slice(cut))]
        expect(text(stateOf(...other))).toBe(text(stateOf(...ops)))
        expect(text(mergeEntities(left, right))).toBe(text(stateOf(...ops)))
        expect(text(mergeEntities(right, left))).toBe(text(stateOf(...ops)))
      }),
    )
  })

  it('CHG-3: a write that saw another replaces it, whichever arrives first', () => {
    const seen = contextForWrite(stateOf(theirs).score, 'a1')
    const reply = anOp({ d: 'a1', n: 2, h: 50, f: { score: seen ? [3, seen] : [3] } })
    for (const regs of [stateOf(theirs, reply), stateOf(reply, theirs)])
      expect(regs.score?.h.map(({ v }) => v)).toEqual([3])
  })

  it('CHG-3: what a device wrote itself needs no context to be replaced by its next write', () => {
    expect(contextForWrite(stateOf(mine).score, 'a1')).toBeUndefined()
    const next = anOp({ d: 'a1', n: 4, h: 90, f: { score: [0] } })
    expect(stateOf(next, mine).score?.h.map(({ n }) => n)).toEqual([4])
  })

  it('CHG-3: a context that claims the writer’s own future does not swallow what the writer writes later', () => {
    const boast = anOp({ d: 'a1', n: 1, f: { score: [1, { a1: 99 }] } })
    const next = anOp({ d: 'a1', n: 2, h: 5000, f: { score: [2] } })
    expect(fieldValue(stateOf(boast, next), 'score')).toBe(2)
  })

  it('CHG-4: values written without seeing each other are both kept, the later stamp first in the display', () => {
    const regs = stateOf(mine, theirs)
    expect(conflictsIn(regs)).toMatchObject([
      {
        field: 'score',
        heads: [
          { v: 1, u: 'thư ký' },
          { v: 2, u: 'chủ tịch' },
        ],
      },
    ])
    expect(fieldValue(regs, 'score')).toBe(2)
  })

  it('CHG-4: equal values are one value, also where the keys of an object stand in another order', () => {
    const [a, b] = [anOp({ d: 'a1', f: { v: [{ x: 1, y: [2] }] } }), anOp({ d: 'b2', f: { v: [{ y: [2], x: 1 }] } })]
    expect(conflictsIn(stateOf(a, b))).toEqual([])
    expect(stateOf(a, b).v?.h).toHaveLength(2)
  })

  it('CHG-4: of three heads with two values the primary is told last, as it is in the register', () => {
    const third = anOp({ d: 'c3', n: 1, h: 300, f: { score: [1] } })
    const regs = stateOf(mine, theirs, third)
    expect(differingHeads(regs.score).map(({ d, v }) => [d, v])).toEqual([
      ['b2', 2],
      ['c3', 1],
    ])
    expect(differingHeads(regs.score).at(-1)).toEqual(primaryHead(regs.score))
  })

  it('CHG-6: kinds and fields nobody knows here are merged like any other and passed on as they are', () => {
    const future = anOp({ d: 'z9', k: 'kind-of-2030', sv: 99, f: { hologram: [{ deep: [1, null] }, { a1: 7 }] } })
    expect(mergeEntities(stateOf(mine), registersOfOp(future)).hologram).toEqual({
      h: [{ d: 'z9', n: 1, h: 4096, v: { deep: [1, null] }, u: 'acc-1' }],
      x: { a1: 7 },
    })
  })

  it('CHG-6: fields and devices named like members of an object are merged like any other', () => {
    const f: Op['f'] = Object.fromEntries([
      ['constructor', [1]],
      ['__proto__', [2]],
    ])
    const [a, b] = [anOp({ d: 'constructor', n: 3, h: 1, f }), anOp({ d: 'toString', n: 1, h: 2, f })]
    const regs = stateOf(a, b)
    expect(Object.keys(regs).sort()).toEqual(['__proto__', 'constructor'])
    for (const register of Object.values(regs))
      expect(register.h.map(({ d }) => d)).toEqual(['constructor', 'toString'])
    expect(text(stateOf(b, a))).toBe(text(regs))
  })

  it('CHG-8: settling a conflict is an ordinary write that saw every head; a third unseen value stays beside it', () => {
    const before = stateOf(mine, theirs)
    const seen = contextForWrite(before.score, 'a1')
    const settled = anOp({ d: 'a1', n: 2, h: 400, f: { score: seen ? [2, seen] : [2] } })
    expect(conflictsIn(stateOf(mine, theirs, settled))).toEqual([])
    const third = anOp({ d: 'c3', n: 1, h: 1, f: { score: [0] } })
    expect(stateOf(mine, theirs, settled, third).score?.h.map(({ v }) => v)).toEqual([0, 2])
  })

  it('CHG-2: who changed an entity last is told alike on every device, also when two stamps are equal', () => {
    const [a, b] = [anOp({ d: 'a1', h: 7, f: { x: [1] } }), anOp({ d: 'b2', h: 7, f: { y: [1] } })]
    expect(lastChange(stateOf(a, b))).toEqual(lastChange(stateOf(b, a)))
    expect(lastChange({})).toBeUndefined()
  })
})
