/** Operations for tests: one with fixed defaults, and arbitrary ones for properties. */
import fc from 'fast-check'
import { MAX_HLC, MIN_HLC } from '#domain/change/hlc.ts'
import type { FieldWrite, JsonValue, Op } from '#domain/change/op.ts'

export const anOp = (change: Partial<Op> = {}): Op => ({
  d: 'a1',
  n: 1,
  h: 4096,
  s: 'ls25-06001/self',
  k: 'answer',
  e: 'ans.asm.ls25-06001.2026-1.q1',
  u: 'acc-1',
  sv: 1,
  f: { score: [1] },
  ...change,
})

const word = fc.oneof(fc.constantFrom('a', 'b', 'constructor', 'toString', 'ghi chú'), fc.string({ maxLength: 6 }))
const key = word.filter((text) => text !== '__proto__')

const jsonValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 1, -1.5),
    fc.string({ maxLength: 12 }),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value

const context = fc.dictionary(key, fc.nat(), { maxKeys: 3, noNullPrototype: true })
const write: fc.Arbitrary<FieldWrite> = fc.oneof(fc.tuple(jsonValue), fc.tuple(jsonValue, context))

const op: fc.Arbitrary<Op> = fc
  .record({
    d: word,
    n: fc.integer({ min: 1, max: 2 ** 40 }),
    h: fc.oneof(fc.integer({ min: MIN_HLC, max: MAX_HLC }), fc.constantFrom(MIN_HLC, MAX_HLC, 0, -1)),
    s: word,
    k: word,
    e: fc.string({ maxLength: 20 }),
    u: word,
    sv: fc.nat({ max: 9 }),
    g: fc.option(fc.string({ maxLength: 5 }), { nil: undefined }),
    f: fc.dictionary(key, write, { maxKeys: 4, noNullPrototype: true }),
  })
  .map(({ g, ...rest }) => (g === undefined ? rest : { ...rest, g }))

export const arbitraryOps: fc.Arbitrary<readonly Op[]> = fc.array(op, { maxLength: 30 })
