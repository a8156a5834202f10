import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { protocolHistory } from '#protocol/protocol-history.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { inOrder } from '#support/golden.ts'
import { wireSchemas } from '#support/wire-schemas.ts'

/** Fingerprint of the wire per protocol version. The lines of published versions are never touched again. */
const fingerprints: Readonly<Record<number, string>> = {
  1: 'e2818330f7421c4e0954fa7b6ff9149430bd1140830b337002ac8104686d564a',
  2: '7d38b15b1f97310e13bf0f5465ae0a8b29b36b046310e9e9d2d0a1dce02adfca',
}

const fingerprint = (): string => {
  const shapes = Object.entries(wireSchemas()).map(([name, schema]) => [name, inOrder(schema)])
  return createHash('sha256').update(JSON.stringify(shapes)).digest('hex')
}

const WHAT_TO_DO = `The shape of a message changed. If version ${PROTOCOL_VERSION} is out in the field: raise PROTOCOL_VERSION in
src/protocol/version.ts, explain it in src/protocol/protocol-history.ts, put the new fingerprint here beside the old ones,
and keep what version ${PROTOCOL_VERSION} sends in tests/migration/fixtures/protocol-${PROTOCOL_VERSION}. If it is not out yet: put the new fingerprint in its line.`

describe('the wire', () => {
  it('PRO-3: the shapes of the messages are those of the version that the history explains', () => {
    expect(fingerprint(), `${WHAT_TO_DO}`).toBe(fingerprints[PROTOCOL_VERSION])
  })

  it('PRO-3: every version since 1 has its fingerprint and its line in the history, and none is of the future', () => {
    const versions = Array.from({ length: PROTOCOL_VERSION }, (_, i) => i + 1)
    expect(Object.keys(fingerprints)).toEqual(versions.map(String))
    expect(protocolHistory.map(({ version }) => version)).toEqual(versions)
  })
})
