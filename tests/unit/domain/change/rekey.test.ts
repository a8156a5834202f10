import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOp, deletionOf, type Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { contextForWrite } from '#domain/change/register.ts'
import { rekeyOp, rekeyRegisters, type Rekeying, writtenBefore } from '#domain/change/rekey.ts'
import { anOp } from '#support/sync/op-builder.ts'

type Step = {
  readonly who: 'me' | 'other'
  readonly field: string
  readonly isHeard: boolean
  readonly isRemoval: boolean
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record<Step>({
    who: fc.constantFrom('me', 'me', 'other'),
    field: fc.constantFrom('a', 'b'),
    isHeard: fc.boolean(),
    isRemoval: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
  }),
  { maxLength: 14 },
)

/** What I and a colleague wrote; the colleague hears from me only what was sent, up to `sent`. */
function play(script: readonly Step[], sent: number): readonly Op[] {
  const ops: Op[] = []
  const counts = { me: 0, other: 0 }
  let [mine, theirs]: [Registers, Registers] = [{}, {}]
  for (const [i, { who, field, isHeard, isRemoval }] of script.entries()) {
    const regs = who === 'me' ? mine : theirs
    const n = ++counts[who]
    const context = contextForWrite(regs[field], who)
    const f: Op['f'] = isRemoval ? { _del: [deletionOf(regs)] } : { [field]: context ? [i, context] : [i] }
    const op = anOp({ d: who, n, h: 1000 + i, f, ...(i % 3 === 0 ? { g: `${who}-${n}` } : {}) })
    ops.push(op)
    if (who === 'me') {
      mine = applyOp(mine, op)
      if (n <= sent && isHeard) theirs = applyOp(theirs, op)
    } else {
      theirs = applyOp(theirs, op)
      if (isHeard) mine = applyOp(mine, op)
    }
  }
  return ops
}

const [FEED, RECORD] = [anOp().s, anOp().e]

/** The operations from `first` on get another name; those before it are at hand. */
const naming = (ops: readonly Op[], first: number, gaps: readonly number[] = []): Rekeying => ({
  from: 'me',
  to: 'new',
  first,
  gaps,
  before: writtenBefore(ops.filter(({ d, n }) => d === 'me' && n < first)),
})

const rekeyed = (regs: Registers, by: Rekeying): Registers => rekeyRegisters({ feed: FEED, entity: RECORD, regs }, by)

describe('another name for what was not sent', () => {
  it('CHG-20: the registers are those the renamed operations make, whatever was written and heard in between', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 6 }), (script, sent) => {
        const ops = play(script, sent)
        const by = naming(ops, sent + 1)
        const all = (list: readonly Op[]): Registers => list.reduce<Registers>(applyOp, {})
        expect(all(ops.map((op) => rekeyOp(op, by)))).toEqual(rekeyed(all(ops), by))
        expect(all([...ops].reverse().map((op) => rekeyOp(op, by)))).toEqual(rekeyed(all(ops), by))
      }),
      { numRuns: 1000 },
    )
  })

  it('CHG-20: numbers begin at 1, groups stay together, and what was sent keeps its name', () => {
    const ops = [1, 2, 3, 4].map((n) => anOp({ d: 'me', n, g: n < 3 ? 'me-1' : 'me-3' }))
    const renamed = ops.map((op) => rekeyOp(op, naming(ops, 3)))
    expect(renamed.map(({ d, n, g }) => [d, n, g])).toEqual([
      ['me', 1, 'me-1'],
      ['me', 2, 'me-1'],
      ['new', 1, 'new-1'],
      ['new', 2, 'new-1'],
    ])
  })

  it('CHG-20: numbers that left the device leave no gap in the new ones', () => {
    const ops = [3, 4, 7, 9].map((n) => anOp({ d: 'me', n, g: n < 7 ? 'me-3' : 'me-7' }))
    const renamed = ops.map((op) => rekeyOp(op, naming(ops, 3, [5, 6, 8])))
    expect(renamed.map(({ n, g }) => [n, g])).toEqual([
      [1, 'new-1'],
      [2, 'new-1'],
      [3, 'new-3'],
      [4, 'new-3'],
    ])
  })

  it('CHG-20: the twin’s operation under the same number and the renamed one are both kept as a conflict', () => {
    const shared = anOp({ d: 'me', n: 1, f: { score: [1] } })
    const by = naming([shared], 2)
    const [twin, own] = [
      anOp({ d: 'me', n: 2, h: 5000, f: { score: [2] } }),
      anOp({ d: 'me', n: 2, h: 5001, f: { score: [3] } }),
    ]
    const endpoint = [shared, twin, rekeyOp(own, by)].reduce<Registers>(applyOp, {})
    const device = applyOp(rekeyed([shared, own].reduce<Registers>(applyOp, {}), by), twin)
    expect(device).toEqual(endpoint)
    expect(endpoint['score']?.h.map(({ v }) => v)).toEqual([2, 3])
  })

  it('CHG-23: what is claimed of the old name is the last write of that very field of that record, or nothing', () => {
    const ops = [
      anOp({ d: 'me', n: 1, f: { score: [1], note: ['a'] } }),
      anOp({ d: 'me', n: 2, f: { score: [2] } }),
      anOp({ d: 'me', n: 3, e: 'another', f: { score: [3] } }),
    ]
    const [onScore, onNote, onNew, onOther] = [
      anOp({ d: 'me', n: 4, f: { score: [0, { b: 7 }] } }),
      anOp({ d: 'me', n: 5, f: { note: ['b'] } }),
      anOp({ d: 'me', n: 6, f: { on: ['today'] } }),
      anOp({ d: 'me', n: 7, e: 'third', f: { score: [1] } }),
    ].map((op) => rekeyOp(op, naming(ops, 4)).f)
    expect(onScore).toEqual({ score: [0, { b: 7, me: 2 }] })
    expect(onNote).toEqual({ note: ['b', { me: 1 }] })
    expect(onNew).toEqual({ on: ['today'] })
    expect(onOther).toEqual({ score: [1] })
  })

  it('CHG-23: where the write left the device, no more is claimed than left, and that is in a backup', () => {
    const kept = anOp({ d: 'me', n: 6, f: { score: [1] } })
    const by = { ...naming([], 8), before: writtenBefore([kept], 5) }
    const renamed = rekeyOp(anOp({ d: 'me', n: 8, f: { score: [2], note: ['x'] } }), by)
    expect(renamed.f).toEqual({ score: [2, { me: 6 }], note: ['x', { me: 5 }] })
    const before = [anOp({ d: 'me', n: 3, f: { note: ['w'] } }), kept, anOp({ d: 'me', n: 8, f: { note: ['x'] } })]
    expect(rekeyed(before.reduce<Registers>(applyOp, {}), by)['note']).toMatchObject({
      h: [{ d: 'new' }],
      x: { me: 5 },
    })
  })
})
