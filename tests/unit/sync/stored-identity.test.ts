import { describe, expect, it } from 'vitest'
import { isIdentity } from '#protocol/session-shape.ts'
import { storedIdentity } from '#sync/stored-identity.ts'

describe('the identity a device keeps', () => {
  it('PRO-7: a role that only a newer version knows is left out, and the rest of the answer holds', () => {
    const told = {
      account: { id: 'acc', username: 'lan', displayName: 'Lan', isIllustrative: true },
      grants: [
        { account: 'acc', scope: 'c1', role: 'chairman', from: '2026-01-01', to: null },
        { account: 'acc', scope: 'c1', role: 'auditor-general', from: '2026-01-01', to: null },
      ],
      grantsVersion: 'g',
      places: [],
      people: [{ id: 'acc.2', displayName: 'Chủ tịch' }],
      motto: 'news',
    }
    expect(isIdentity(told)).toBe(true)
    const kept = storedIdentity(told as never, 'r1')
    expect(kept.grants.map(({ role }) => role)).toEqual(['chairman'])
    expect(kept.people).toEqual(told.people)
    expect(kept.grantsVersion).toBe('g')
    expect(kept).not.toHaveProperty('readDays')
  })

  it('DAT-36: keeps the days of silence the endpoint said, and no endpoint says none at all', () => {
    const told = {
      account: { id: 'acc', username: 'lan', displayName: 'Lan', isIllustrative: true },
      grants: [],
      grantsVersion: 'g',
      places: [],
    }
    expect([5, 0, -1, 1.5, '5'].map((readDays) => isIdentity({ ...told, readDays }))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    expect(storedIdentity({ ...told, readDays: 5 }, 'r1').readDays).toBe(5)
  })
})
