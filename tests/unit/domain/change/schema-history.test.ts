import { describe, expect, it } from 'vitest'
import { isKind, kindRegistry } from '#domain/change/kind-registry.ts'
import { schemaHistory, upcasters } from '#domain/change/schema-history.ts'
import { fingerprint } from '#support/golden.ts'

/** Fingerprint of kinds and upcasters per entry of the history. Published lines are never touched again. */
const fingerprints: Readonly<Record<number, string>> = {
  1: '5c0210e6439acb6be2d141ae2f06c83e646be560bc65509795343c1c5339914a',
  2: '4a0b973fb9ce810a43d79246f4eb8b9c525fd4fb12b2147d3d2d4af60a469c36',
  3: '595e3c99e7ca62d3f449cc62b138d8643138268fdf728c9056501dd1b437a165',
  4: 'e27f9e32ab220b9f05917e639a063e18c355d0df25152b5104adb9038ca44b40',
  5: '4f9c19b082e619798f8a639c86a1087390c2b944264155138f1350ba70982ce1',
  6: 'e44d779d3bc1a7c570dd21d4b7c18e8985d2b7bcb73d3d6cbb7d2fa1b4d248a2',
}

const current = schemaHistory.at(-1)?.version ?? 0
const steps = Object.entries(upcasters).flatMap(([kind, list]) => list.map((step) => ({ kind, ...step })))

const WHAT_TO_DO = `The kinds of records or their upcasters changed. Add an entry ${current + 1} to src/domain/change/schema-history.ts, raise
schemaVersion of the kind in src/domain/change/kind-registry.ts, say it in src/domain/change/kinds.md, and put the new
fingerprint here beside the old ones. A name never changes its meaning: rename = new field + a line in upcasters.`

describe('the history of the kinds', () => {
  it('CHG-9: kinds and upcasters are those that the history explains', () => {
    const table = steps.map(({ kind, since, from, to, map }) => [kind, since, from, to, map?.toString() ?? null])
    expect(fingerprint([kindRegistry, table]), `${WHAT_TO_DO}`).toBe(fingerprints[current])
    expect(Object.keys(fingerprints)).toEqual(schemaHistory.map(({ version }) => String(version)))
  })

  it('CHG-9: an upcaster belongs to a version of a kind, leads to another name, and no name leads back', () => {
    for (const { kind, since, from, to } of steps) {
      expect(isKind(kind) && since <= kindRegistry[kind].schemaVersion).toBe(true)
      expect(steps.some((other) => other.kind === kind && other.from === to && other.since <= since)).toBe(false)
      expect(from).not.toBe(to)
    }
  })
})
