import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { batchSchema } from '#protocol/batch-schema.ts'
import * as session from '#protocol/session-message.ts'
import { syncAnswerSchema, syncRequestSchema } from '#protocol/sync-message.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'

/** Fingerprint of the wire per protocol version. A new shape needs a new version, its line here, and the old ones kept. */
const fingerprints: Readonly<Record<number, string>> = {
  1: 'e2818330f7421c4e0954fa7b6ff9149430bd1140830b337002ac8104686d564a',
}

const messages = {
  batch: batchSchema,
  syncRequest: syncRequestSchema,
  syncAnswer: syncAnswerSchema,
  signInRequest: session.signInRequestSchema,
  session: session.sessionSchema,
  identity: session.identitySchema,
  challengeRequest: session.challengeRequestSchema,
  challenge: session.challengeSchema,
  renewRequest: session.renewRequestSchema,
  problem: session.problemSchema,
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value

const fingerprint = (): string => {
  const shapes = Object.entries(messages).map(([name, schema]) => [
    name,
    sorted(z.toJSONSchema(schema, { io: 'input' })),
  ])
  return createHash('sha256').update(JSON.stringify(shapes)).digest('hex')
}

describe('the wire', () => {
  it('PRO-3: the shapes of the messages are those of the version that the history explains', () => {
    expect(fingerprint()).toBe(fingerprints[PROTOCOL_VERSION])
  })

  it('PRO-3: every version since 1 has its fingerprint, and none is of the future', () => {
    const versions = Array.from({ length: PROTOCOL_VERSION }, (_, i) => String(i + 1))
    expect(Object.keys(fingerprints)).toEqual(versions)
  })
})
