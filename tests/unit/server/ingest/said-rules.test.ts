import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hlcAt } from '#domain/change/hlc.ts'
import { isKind, kindRegistry } from '#domain/change/kind-registry.ts'
import type { FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import { refusalBySaying } from '#server/ingest/said-rules.ts'
import { sealedFields } from '#support/sealed-fields.ts'

const kinds = [...Object.keys(kindRegistry).filter(isKind), 'of-a-newer-version']
const nowhere = { find: () => undefined, ofKind: () => [] }

const opOf = (k: string, f: Op['f'], change: Partial<Op> = {}): Op => ({
  d: 'd1',
  n: 1,
  h: hlcAt(1),
  s: 'ls25-06001/pub',
  k,
  e: 'ver.sub.Q1',
  u: 'acc',
  sv: 1,
  f,
  ...change,
})

const names = ['level', 'reason', 'state', 'submission', 'plan', 'name', 'dueOn', 'description', 'ofLater'] as const
const written = fc.jsonValue().map((value): FieldWrite => [value as JsonValue])
const list = fc.array(fc.record({ item: fc.jsonValue(), result: fc.jsonValue(), grade: fc.jsonValue() }))
const content = fc.dictionary(
  fc.constantFrom('answers', 'findings', 'items', 'lines', 'on', 'texts', 'unmet', 'scope', 'checked', 'shortcomings'),
  fc.oneof(fc.jsonValue(), list),
)
const fields = fc.record({
  said: fc.dictionary(fc.constantFrom(...names), written),
  sealed: fc.option(content.map((value) => sealedFields(JSON.parse(JSON.stringify(value)) as JsonValue))),
})

describe('what an operation says', () => {
  it('END-71, END-142: is judged without a defect, whatever it says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fields, (kind, { said, sealed }) => {
        const code = refusalBySaying(opOf(kind, { ...said, ...sealed }), nowhere)
        expect(code === null || code.startsWith('judged.') || code === 'op.malformed').toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('END-145: of a newer schema version, or of a kind unknown here, it is taken whatever it says', () => {
    const wrong = {
      name: ['report-done'],
      content: [{}],
      sha256: ['x'],
      level: ['other'],
      plan: [null],
      state: ['reopened'],
      decision: ['returned'],
    } as const
    const judged = kinds.filter((kind) => refusalBySaying(opOf(kind, wrong), nowhere) !== null)
    expect(judged).toHaveLength(17)
    expect(kinds.filter((kind) => refusalBySaying(opOf(kind, wrong, { sv: 2 }), nowhere) !== null)).toEqual([])
  })

  it('END-141: what no device could have sealed fits no hash', () => {
    const twice: JsonValue = { ['\u00e9']: 1, ['e\u0301']: 2 }
    expect(refusalBySaying(opOf('submission', { content: [twice], sha256: ['x'] }), nowhere)).toBe('judged.seal-unfit')
  })
})
