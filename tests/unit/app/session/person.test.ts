import { describe, expect, it } from 'vitest'
import { personOf } from '#app/session/person.ts'
import type { Place, StoredIdentity } from '#data/contract/store-contract.ts'
import type { Grant, Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

const day = (text: string): LocalDate => text as LocalDate
const TODAY = day('2026-11-21')

const places: readonly Place[] = [
  { id: 'p20', parent: null, kind: 'province', name: 'tỉnh Lạng Sơn', code: '20' },
  { id: 'area-180', parent: 'p20', kind: 'area', name: 'địa bàn Tràng Định', code: '180' },
  { id: 'area-181', parent: 'p20', kind: 'area', name: 'địa bàn Bình Gia', code: '181' },
  { id: 'c1', parent: 'area-180', kind: 'commune', name: 'xã Khánh Long', code: '06001' },
  { id: 'c2', parent: 'area-180', kind: 'commune', name: 'xã Đoàn Kết', code: '06002' },
  { id: 'c3', parent: 'area-181', kind: 'commune', name: 'xã Thiện Hòa', code: '06003' },
]

const aGrant = (role: Role, scope: string, more: Partial<Grant> = {}): Grant => ({
  account: 'a',
  role,
  scope,
  from: day('2026-01-01'),
  to: null,
  ...more,
})

const anIdentity = (...grants: Grant[]): StoredIdentity => ({
  account: { id: 'a', username: 'a', displayName: 'A', isIllustrative: true },
  replica: 'r1',
  grants,
  places,
})

describe('a person', () => {
  it.each<[Role, string, string, number]>([
    ['iso-secretary', 'c1', 'commune', 1],
    ['chairman', 'c1', 'commune', 1],
    ['internal-auditor', 'c1', 'commune', 1],
    ['area-monitor', 'area-180', 'monitor', 2],
    ['provincial-department', 'p20', 'province', 3],
    ['administrator', 'p20', 'administration', 3],
  ])('as %s at %s works as %s over %i communes', (role, scope, workplace, communes) => {
    const person = personOf(anIdentity(aGrant(role, scope)), TODAY)
    expect(person?.workplace).toBe(workplace)
    expect(person?.place.id).toBe(scope)
    expect(person?.communes).toHaveLength(communes)
  })

  it('with several grants works where the duty is widest and sees the communes of all', () => {
    const person = personOf(anIdentity(aGrant('iso-secretary', 'c3'), aGrant('area-monitor', 'area-180')), TODAY)
    expect(person?.workplace).toBe('monitor')
    expect(person?.communes.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3'])
    expect(person?.roles).toEqual(['iso-secretary', 'area-monitor'])
  })

  it('keeps its work on a device whose clock fell years behind', () => {
    expect(personOf(anIdentity(aGrant('chairman', 'c1')), day('2015-01-01'))?.workplace).toBe('commune')
    expect(personOf(anIdentity(aGrant('chairman', 'c1')), day('2025-12-30'))).toBeUndefined()
  })

  it('is nobody once the last grant has ended', () => {
    expect(personOf(anIdentity(aGrant('chairman', 'c1', { to: day('2026-11-20') })), TODAY)).toBeUndefined()
    expect(personOf(anIdentity(), TODAY)).toBeUndefined()
  })

  it('may write what the access table gives the role, and only in their own commune', () => {
    const secretary = personOf(anIdentity(aGrant('iso-secretary', 'c1')), TODAY)
    expect(secretary?.may('answer', 'c1/self')).toBe(true)
    expect(secretary?.may('answer', 'c2/self')).toBe(false)
    expect(secretary?.may('stage-event', 'c1/pub', 'declared-done')).toBe(true)
    expect(secretary?.may('stage-event', 'c1/pub', 'confirmed')).toBe(false)
  })

  it('who monitors confirms stages of the area and nothing beyond it', () => {
    const monitor = personOf(anIdentity(aGrant('area-monitor', 'area-180')), TODAY)
    expect(monitor?.may('stage-event', 'c2/pub', 'confirmed')).toBe(true)
    expect(monitor?.may('stage-event', 'c3/pub', 'confirmed')).toBe(false)
    expect(monitor?.may('answer', 'c1/self')).toBe(false)
  })
})
