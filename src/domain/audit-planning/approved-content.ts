/**
 * What an approval covers. The names of the people stand in it beside their ids: whoever approves a team approves these
 * persons, and an entry renamed afterwards is another team. What happens to a plan later (that it was sent, that the
 * audit began) is no part of what was approved.
 */
import { type Auditor, auditorIn } from './auditor.ts'
import { type AuditPlan, teamOf } from './audit-plan.ts'
import { type AuditSession, compareSessions } from './audit-session.ts'
import type { AuditProgramme, ProgrammeSlot } from './programme.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** A programme as it is approved. */
export interface ProgrammeContent extends Omit<AuditProgramme, 'leader' | 'id'> {
  readonly programme: string
  readonly leader: Named | null
  readonly slots: readonly Omit<ProgrammeSlot, 'id' | 'programme'>[]
}

/** A plan as it is approved. */
export interface PlanContent extends Omit<AuditPlan, 'leader' | 'members' | 'sentOn' | 'audit' | 'id'> {
  readonly plan: string
  readonly leader: Named | null
  readonly members: readonly Named[]
  readonly sessions: readonly (Omit<AuditSession, 'auditors' | 'plan' | 'unit'> & {
    readonly auditors: readonly Named[]
  })[]
}

const named = (auditors: readonly Auditor[], unit: string, id: string): Named => ({
  id,
  name: auditorIn(auditors, unit, id)?.name ?? '',
})

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Rule AP-17. */
export function programmeContent(
  { id, leader, ...programme }: AuditProgramme,
  slots: readonly ProgrammeSlot[],
  auditors: readonly Auditor[],
): ProgrammeContent {
  return {
    programme: id,
    ...programme,
    leader: leader === null ? null : named(auditors, programme.unit, leader),
    slots: slots
      .map(({ field, months, risk }) => ({ field, months, risk }))
      .sort((a, b) => compare(a.field, b.field) || compare(a.risk, b.risk)),
  }
}

/** Rule AP-17. */
export function planContent(
  plan: AuditPlan,
  sessions: readonly AuditSession[],
  auditors: readonly Auditor[],
): PlanContent {
  const { id, leader, members: _members, sentOn: _sentOn, audit: _audit, ...rest } = plan
  const name = (one: string): Named => named(auditors, plan.unit, one)
  return {
    plan: id,
    ...rest,
    leader: leader === '' ? null : name(leader),
    members: teamOf(plan)
      .filter((one) => one !== leader)
      .sort(compare)
      .map(name),
    sessions: [...sessions].sort(compareSessions).map(({ auditors: held, plan: _plan, unit, ...session }) => ({
      ...session,
      auditors: [...held].sort(compare).map((one) => named(auditors, unit, one)),
    })),
  }
}
