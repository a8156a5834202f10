import { describe, expect, it } from 'vitest'
import { entityRow } from '#data/entity-row.ts'
import { applyOp, type EntityState } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { NOW, UNIT } from '#support/store/test-store.ts'

/** Two people wrote different values of one field, neither having seen the other's. */
function disputed(kind: string, field: string, values: readonly [JsonValue, JsonValue]): EntityState {
  const [feed, entity] = [`${UNIT}/pub`, 'e1']
  const ops = values.map((value, i) => ({
    d: `device-${i}`,
    n: 1,
    h: hlcAt(NOW + i),
    s: feed,
    k: kind,
    e: entity,
    u: `acc-${i}`,
    sv: 1,
    f: { [field]: [value] as const },
  }))
  return { feed, entity, kind, regs: ops.reduce(applyOp, {}) }
}

describe('the row of an entity', () => {
  it('CHG-4: is marked where two people wrote different values unseen', () => {
    expect(entityRow(disputed('answer', 'score', [1, 3]), undefined)).toHaveProperty('c', 1)
    expect(entityRow(disputed('answer', 'score', [3, 3]), undefined)).not.toHaveProperty('c')
  })

  it.each(['assessment-progress', 'audit-progress'])(
    'is not marked for counts that each worked out anew: %s',
    (kind) => {
      expect(entityRow(disputed(kind, 'answered', [4, 5]), undefined)).not.toHaveProperty('c')
    },
  )
})
