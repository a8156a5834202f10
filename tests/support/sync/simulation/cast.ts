/** Two communes, the people who write about them, and what each of them writes. All made up. */
import type { Grant, Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { WirePlace } from '#protocol/session-message.ts'

export const places: readonly WirePlace[] = [
  { id: 'p20', parent: null, kind: 'province', name: 'Tỉnh', code: '20' },
  { id: 'area-1', parent: 'p20', kind: 'area', name: 'Khu vực', code: '1' },
  { id: 'c1', parent: 'area-1', kind: 'commune', name: 'Xã Một', code: '1' },
  { id: 'c2', parent: 'area-1', kind: 'commune', name: 'Xã Hai', code: '2' },
]

export const FEEDS = ['c1/self', 'c1/audit', 'c1/pub', 'c2/self', 'c2/audit', 'c2/pub', 'p20/plan']

export interface Writable {
  readonly feed: string
  readonly kind: string
  readonly entities: readonly string[]
}

export interface Person {
  readonly account: string
  readonly role: Role
  readonly scope: string
  readonly writes: readonly Writable[]
}

const draft = (commune: string): Writable => ({
  feed: `${commune}/self`,
  kind: 'answer',
  entities: [1, 2, 3].map((q) => `ans.asm.${commune}.2026-1.q${q}`),
})
const progress = (commune: string): Writable => ({
  feed: `${commune}/pub`,
  kind: 'assessment-progress',
  entities: [`asm.${commune}.2026-1`],
})
const checklist = (commune: string): Writable => ({
  feed: `${commune}/audit`,
  kind: 'audit-item',
  entities: [1, 2].map((item) => `chk.audit-${commune}.${item}`),
})
const visit = (commune: string): Writable => ({
  feed: `${commune}/pub`,
  kind: 'visit',
  entities: [`visit.${commune}.1`, `visit.${commune}.2`],
})
const plan: Writable = { feed: 'p20/plan', kind: 'plan', entities: ['plan.1'] }

export const people: readonly Person[] = [
  { account: 'secretary-1', role: 'iso-secretary', scope: 'c1', writes: [draft('c1'), progress('c1')] },
  { account: 'chairman-1', role: 'chairman', scope: 'c1', writes: [draft('c1'), progress('c1')] },
  { account: 'officer-1', role: 'professional-officer', scope: 'c1', writes: [draft('c1')] },
  { account: 'auditor-1', role: 'internal-auditor', scope: 'c1', writes: [checklist('c1')] },
  { account: 'monitor', role: 'area-monitor', scope: 'area-1', writes: [visit('c1'), visit('c2')] },
  { account: 'secretary-2', role: 'iso-secretary', scope: 'c2', writes: [draft('c2'), progress('c2')] },
  { account: 'auditor-2', role: 'internal-auditor', scope: 'c2', writes: [checklist('c2')] },
  { account: 'department', role: 'provincial-department', scope: 'p20', writes: [visit('c1'), visit('c2'), plan] },
]

/** What nobody may write: a draft's kind in the shared feed. The endpoint has to refuse it and nothing else. */
export const forbidden = (commune: string): Writable => ({
  feed: `${commune}/pub`,
  kind: 'answer',
  entities: [`forbidden.${commune}`],
})

export const grantOf = ({ account, role, scope }: Person, to: LocalDate | null = null): Grant => ({
  account,
  role,
  scope,
  from: '2020-01-01' as LocalDate,
  to,
})
