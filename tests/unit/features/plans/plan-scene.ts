// A device of the department, and one of a commune, with one plan in force and plan 174/KH-UBND in the archive.
import type { Place, StoredIdentity } from '#data/contract/store-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { receivePlan } from '#support/store/receive.ts'
import { aPlan, aStore } from '#support/store/test-store.ts'

const [FIRST, SECOND] = ['ls25-06001', 'ls25-06004'] as const
/** Follows no plan yet. */
export const FREE = 'ls25-06019'

const places: readonly Place[] = [
  { id: 'p20', parent: null, kind: 'province', name: 'Tỉnh Lạng Sơn', code: '20' },
  { id: 'area-180', parent: 'p20', kind: 'area', name: 'Địa bàn Tràng Định', code: '180' },
  { id: FIRST, parent: 'area-180', kind: 'commune', name: 'Xã Đoàn Kết', code: '06001' },
  { id: SECOND, parent: 'area-180', kind: 'commune', name: 'Xã Quốc Khánh', code: '06004' },
  { id: FREE, parent: 'p20', kind: 'commune', name: 'Xã Hoà Bình', code: '06019' },
]

const whoIs = (role: Role, scope: string): StoredIdentity => ({
  account: { id: `acc-${role}`, username: role, displayName: 'Người dùng minh họa', isIllustrative: true },
  replica: 'a1',
  grants: [{ account: `acc-${role}`, scope, role, from: '2026-01-01' as LocalDate, to: null }],
  places: scope === 'p20' ? places : places.filter(({ id }) => [scope, 'p20', 'area-180'].includes(id)),
})

export const livePlan: Plan = aPlan([FIRST, SECOND])

async function storeOf(role: Role, scope: string): Promise<OpenedPersonStore> {
  const store = await aStore({ identity: whoIs(role, scope) })
  await receivePlan(store, plan174)
  await receivePlan(store, livePlan)
  return store
}

export const departmentStore = () => storeOf('provincial-department', 'p20')
export const communeStore = () => storeOf('iso-secretary', FIRST)
