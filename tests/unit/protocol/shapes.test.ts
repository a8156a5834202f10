import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { applyOp, type Registers } from '#domain/change/entity-state.ts'
import { packBatch } from '#protocol/batch.ts'
import { batchSchema } from '#protocol/batch-schema.ts'
import { isBatch } from '#protocol/batch-shape.ts'
import { packColumns } from '#protocol/columns.ts'
import { columnsSchema } from '#protocol/columns-schema.ts'
import { isColumns } from '#protocol/columns-shape.ts'
import { challengeSchema, identitySchema, problemSchema, sessionSchema } from '#protocol/session-message.ts'
import { isChallenge, isIdentity, isProblemBody, isSession } from '#protocol/session-shape.ts'
import { isSyncAnswer } from '#protocol/sync-answer-shape.ts'
import { syncAnswerSchema } from '#protocol/sync-message.ts'
import { arbitraryOps } from '#support/sync/op-builder.ts'
import { spoilt } from '#support/sync/spoilt-json.ts'

const overJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const batches = arbitraryOps.map(packBatch)

const entities = arbitraryOps.map((ops) =>
  ops.slice(0, 3).map((op) => ({ feed: op.s, entity: op.e, kind: op.k, regs: applyOp({} as Registers, op) })),
)

const columns = arbitraryOps.map(packColumns)

const feedAnswers = fc.record({
  ops: fc.option(fc.oneof(batches, columns)),
  ents: fc.option(columns, { nil: undefined }),
  snap: fc.option(entities),
  after: fc.option(fc.string()),
  to: fc.nat(),
  own: fc.nat(),
  more: fc.boolean(),
})

const answers = fc
  .record({
    inc: fc.string(),
    now: fc.integer(),
    push: fc.record({
      ack: fc.nat(),
      safe: fc.nat(),
      expect: fc.option(fc.nat()),
      rejected: fc.array(fc.record({ n: fc.nat(), code: fc.string() }), { maxLength: 2 }),
      decided: fc.constantFrom(undefined, [{ n: 3, verdict: 'dismissed', reason: 'x', atMs: 5 }]),
    }),
    grantsVersion: fc.string(),
    feeds: fc.dictionary(fc.constantFrom('a/self', 'b/pub'), feedAnswers, { noNullPrototype: true }),
    gone: fc.array(fc.string(), { maxLength: 2 }),
    blobsWanted: fc.array(fc.string(), { maxLength: 2 }),
    blobsSafe: fc.constantFrom(undefined, ['a'.repeat(64)]),
    v: fc.constantFrom(undefined, 2),
    more: fc.boolean(),
  })
  .map(overJson)

const identity = {
  account: { id: 'acc', username: 'lan', displayName: 'Lan', isIllustrative: true },
  grants: [{ account: 'acc', scope: 'ls25-06001', role: 'chairman', from: '2026-01-01', to: null }],
  grantsVersion: 'g1',
  places: [
    { id: 'ls25-06001', parent: 'p20', kind: 'commune', name: 'Xã', code: '06001' },
    {
      id: 'x',
      parent: null,
      kind: 'commune',
      name: 'X',
      code: '1',
      from: '2025-07-01',
      until: '2026-07-01',
      successors: ['y'],
    },
  ],
  people: [{ id: 'acc-2', displayName: 'Hoa' }],
}
const session = { token: 't', expiresAt: 5, now: 1, replica: 'a1', identity, endpointKey: '{}', former: { ack: 7 } }

interface Message {
  readonly name: string
  readonly values: fc.Arbitrary<unknown>
  readonly shape: (value: unknown) => boolean
  readonly schema: z.ZodMiniType
}

const messages: readonly Message[] = [
  { name: 'batch', values: batches.map(overJson), shape: isBatch, schema: batchSchema },
  { name: 'batch of version 2', values: columns.map(overJson), shape: isColumns, schema: columnsSchema },
  { name: 'answer', values: answers, shape: isSyncAnswer, schema: syncAnswerSchema },
  { name: 'identity', values: fc.constant(identity), shape: isIdentity, schema: identitySchema },
  { name: 'session', values: fc.constant(session), shape: isSession, schema: sessionSchema },
  { name: 'challenge', values: fc.constant({ challenge: 'c' }), shape: isChallenge, schema: challengeSchema },
  {
    name: 'problem',
    values: fc.constant({ code: 'x', params: { n: 1, name: 'a' } }),
    shape: isProblemBody,
    schema: problemSchema,
  },
]

describe('what a device reads without the schema library', () => {
  it.each(messages)('PRO-5: a good $name passes', ({ values, shape }) => {
    fc.assert(fc.property(values, (value) => shape(value)))
  })

  it.each(messages)(
    'PRO-5: a spoilt $name passes exactly where it passes the schema',
    ({ values, shape, schema }) => {
      let refused = 0
      fc.assert(
        fc.property(spoilt(values), (value) => {
          const verdict = z.safeParse(schema, value).success
          if (!verdict) refused++
          expect(shape(value)).toBe(verdict)
        }),
        { numRuns: 1000 },
      )
      expect(refused).toBeGreaterThan(200)
    },
    60_000,
  )

  it('PRO-5: a number without end is refused, as JSON makes one of too many digits', () => {
    const value = JSON.parse('{"code":"x","params":{"n":1e999}}') as unknown
    expect(isProblemBody(value)).toBe(false)
  })
})
