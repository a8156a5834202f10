import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyOp, registersOfOp } from '#domain/change/entity-state.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import { opText } from '#domain/trail/trail-link.ts'
import { opFingerprint } from '#server/ingest/op-fingerprint.ts'
import { OpWriter } from '#server/ingest/op-texts.ts'
import { TouchedRecord } from '#server/ingest/touched-record.ts'

const word = fc.oneof(
  fc.constantFrom('note', 'score', '_del', '__proto__', '9', 'Ghi chú "x"\\'),
  fc.string({ unit: 'binary' }),
)
const json = fc.jsonValue() as fc.Arbitrary<JsonValue>
const value = fc.oneof(json, fc.integer(), fc.double(), fc.string({ unit: 'binary' }), fc.constantFrom(-0, 1e21, 1e-7))
const write = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(value) },
  { weight: 1, arbitrary: fc.tuple(value, fc.dictionary(word, fc.nat())) },
)
const fields = fc
  .uniqueArray(fc.tuple(word, write), { selector: ([name]) => name, maxLength: 6 })
  .map((entries) => Object.fromEntries(entries) as Op['f'])
const ops: fc.Arbitrary<Op> = fc
  .record({
    d: fc.constantFrom('d1', 'd2', 'é'),
    n: fc.nat(),
    h: fc.maxSafeInteger(),
    s: word,
    k: word,
    e: word,
    u: word,
    sv: fc.integer(),
    g: fc.option(word, { nil: undefined }),
    f: fields,
  })
  .map(({ g, ...op }) => (g === undefined ? op : { ...op, g }))

describe('texts of an operation, made in one go', () => {
  it('are to the byte those of the fingerprint, the row, the registers and the trail (TRL-2), whatever it holds', () => {
    let plain = 0
    fc.assert(
      fc.property(fc.array(ops, { maxLength: 5 }), fc.nat(), fc.nat(), (several, seq, receivedMs) => {
        const writer = new OpWriter()
        for (const op of several) {
          const { body, fingerprint, regs, covered } = writer.write(op)
          expect(body).toBe(JSON.stringify(op.f))
          expect(fingerprint).toBe(opFingerprint(op))
          if (regs !== undefined) expect(regs).toBe(JSON.stringify(registersOfOp(op)))
          if (regs !== undefined) plain++
          const { d, n, h, u, k, e, sv, g = null } = op
          expect(covered(seq, receivedMs)).toBe(opText({ seq, d, n, h, receivedMs, u, k, e, sv, g, fingerprint, body }))
        }
      }),
    )
    expect(plain).toBeGreaterThan(20)
  })

  it('a record comes out the same whether its first write was kept as text or merged', () => {
    fc.assert(
      fc.property(fc.array(ops, { minLength: 1, maxLength: 4 }), fc.boolean(), (several, isAsked) => {
        const [writer, record] = [new OpWriter(), new TouchedRecord('f', 'e')]
        let regs = {}
        for (const [i, op] of several.entries()) {
          regs = applyOp(regs, op)
          record.write(op, i + 1, writer.write(op).regs)
          if (isAsked) expect(record.state?.regs).toEqual(regs)
        }
        expect(record.text()).toBe(JSON.stringify(regs))
        expect(record.seq).toBe(several.length)
      }),
    )
  })
})
