import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOp, mergeEntities, type Registers } from '#domain/change/entity-state.ts'
import type { FieldWrite, Op } from '#domain/change/op.ts'
import { contextForWrite } from '#domain/change/register.ts'
import type { UpcastTable } from '#domain/change/schema-history.ts'
import { upcastOp, upcastRegisters } from '#domain/change/upcast.ts'
import { anOp } from '#support/sync/op-builder.ts'

/** `score` 0–3 became `grade` 0–30 in version 2, and `grade` became `mark` in version 3. */
const table: UpcastTable = {
  answer: [
    { since: 2, from: 'score', to: 'grade', map: (value) => (typeof value === 'number' ? value * 10 : value) },
    { since: 3, from: 'grade', to: 'mark' },
  ],
}
const NAMES = ['score', 'grade', 'mark'] as const

interface Step {
  readonly by: number
  readonly version: number
  readonly value: number
  readonly hears: number
}

const history = fc.array(
  fc.record({
    by: fc.nat({ max: 2 }),
    version: fc.nat({ max: 2 }),
    value: fc.nat({ max: 3 }),
    hears: fc.nat({ max: 2 }),
  }),
  { maxLength: 14 },
)

/** Devices of three versions, each writing the name of its version on top of what it knows under that name. */
function play(steps: readonly Step[]): { readonly ops: readonly Op[]; readonly states: readonly Registers[] } {
  const states: Registers[] = [{}, {}, {}]
  const ops: Op[] = []
  for (const [i, { by, version, value, hears }] of steps.entries()) {
    states[by] = mergeEntities(states[by] ?? {}, states[hears] ?? {})
    const field = NAMES[version] ?? 'score'
    const read = upcastRegisters('answer', states[by] ?? {}, { answer: (table.answer ?? []).slice(0, version) })
    const seen = contextForWrite(read[field], `d${by}`)
    const write: FieldWrite = seen ? [value, seen] : [value]
    const n = ops.filter(({ d }) => d === `d${by}`).length + 1
    const op = anOp({ d: `d${by}`, n, h: i, sv: version + 1, f: { [field]: write } })
    ops.push(op)
    states[by] = applyOp(states[by] ?? {}, op)
  }
  return { ops, states }
}

describe('what an older version wrote', () => {
  it('CHG-9: is read under its present name, through every step between, and kept as it was', () => {
    const old = anOp({ f: { score: [2, { z: 1 }], note: ['x'] } })
    const regs = applyOp({}, old)
    const read = upcastRegisters('answer', regs, table)
    expect([read.grade?.h[0]?.v, read.mark?.h[0]?.v, read.mark?.x]).toEqual([20, 20, { z: 1 }])
    expect([read.score, read.note]).toEqual([regs.score, regs.note])
    expect(upcastOp(old, table).f).toEqual({ ...old.f, grade: [20, { z: 1 }], mark: [20, { z: 1 }] })
  })

  it('CHG-9: where the writer gave the present name too, that value counts', () => {
    const both = anOp({ f: { score: [2], grade: [25] } })
    expect(upcastOp(both, table).f.mark).toEqual([25])
    expect(upcastRegisters('answer', applyOp({}, both), table).mark?.h.map(({ v }) => v)).toEqual([25])
  })

  it('CHG-9: a kind without older names is the very same object: reading costs nothing', () => {
    const regs = applyOp({}, anOp())
    expect(upcastRegisters('visit', regs, table)).toBe(regs)
    expect(upcastRegisters('answer', regs)).toBe(regs)
    expect(upcastOp(anOp())).toEqual(anOp())
  })

  it('CHG-9: a newer write that saw the older one replaces it; one that did not is kept beside it', () => {
    const old = applyOp({}, anOp({ f: { score: [2] } }))
    const seen = applyOp(old, anOp({ d: 'b', f: { mark: [7, { a1: 1 }] } }))
    const unseen = applyOp(old, anOp({ d: 'b', f: { mark: [7] } }))
    const marks = (regs: Registers) => upcastRegisters('answer', regs, table).mark?.h.map(({ v }) => v)
    expect([marks(seen), marks(unseen)?.sort()]).toEqual([[7], [20, 7]])
  })

  it('CHG-9: reading commutes with merging, whatever versions wrote and in whatever order it arrives', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (steps, dice) => {
        const { ops, states } = play(steps)
        const shuffled = ops.map((op) => ({ op, at: Number(dice.next().value) })).sort((a, b) => a.at - b.at)
        const whole = ops.reduce<Registers>(applyOp, {})
        const other = shuffled.reduce<Registers>((regs, { op }) => applyOp(regs, op), {})
        const read = (regs: Registers) => upcastRegisters('answer', regs, table)
        expect(read(other)).toEqual(read(whole))
        const [a = {}, b = {}] = states
        expect(read(mergeEntities(read(a), read(b)))).toEqual(read(mergeEntities(a, b)))
      }),
      { numRuns: 300 },
    )
  })
})
