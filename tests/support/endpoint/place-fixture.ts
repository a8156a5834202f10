/** A small province: two areas with two communes each, and the people of the tests. */
import type { Grant, Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import type { Account } from '#server/store/store-contract.ts'

export const [COMMUNE, NEIGHBOUR, FAR] = ['ls25-06001', 'ls25-06007', 'ls25-06050']
export const AREA = 'area-180'
export const PROVINCE = 'p20'

const commune = (id: string, parent: string): WirePlace => ({
  id,
  parent,
  kind: 'commune',
  name: `Xã ${id}`,
  code: id.slice(5),
})

export const places: readonly WirePlace[] = [
  { id: PROVINCE, parent: null, kind: 'province', name: 'Tỉnh Lạng Sơn', code: '20' },
  { id: AREA, parent: PROVINCE, kind: 'area', name: 'Địa bàn 180', code: '180' },
  { id: 'area-181', parent: PROVINCE, kind: 'area', name: 'Địa bàn 181', code: '181' },
  commune(COMMUNE, AREA),
  commune(NEIGHBOUR, AREA),
  commune(FAR, 'area-181'),
]

const person = (username: string, role: Role, scope: string) => ({ username, role, scope })

const people = [
  person('secretary', 'iso-secretary', COMMUNE),
  person('colleague', 'iso-secretary', COMMUNE),
  person('chairman', 'chairman', COMMUNE),
  person('auditor', 'internal-auditor', COMMUNE),
  person('neighbour', 'iso-secretary', NEIGHBOUR),
  person('monitor', 'area-monitor', AREA),
  person('other-monitor', 'area-monitor', 'area-181'),
  person('province', 'provincial-department', PROVINCE),
  person('administrator', 'administrator', PROVINCE),
]

export const idOf = (username: string): string => `acc.${username}`
export const PASSWORD = 'mat-khau-cua-bai-thu'

export const accountsWith = (passwordHash: string | null): readonly Account[] =>
  people.map(({ username }) => ({
    id: idOf(username),
    username,
    displayName: username,
    isIllustrative: true,
    passwordHash,
  }))

export const grant = (
  username: string,
  role: Role,
  scope: string,
  from = '2026-01-01',
  to: string | null = null,
): Grant => ({
  account: idOf(username),
  role,
  scope,
  from: from as LocalDate,
  to: to as LocalDate | null,
})

export const grants: readonly Grant[] = people.map(({ username, role, scope }) => grant(username, role, scope))
