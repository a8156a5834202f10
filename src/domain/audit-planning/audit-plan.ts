/**
 * The plan of one audit: the decision that sets up the team, its days, and when it goes out to those who are audited.
 * They are to have it five to seven days before, so that nobody prepares in the night before.
 */
import { addDays, daysBetween, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { Approval } from './approval.ts'
import type { Auditor } from './auditor.ts'
import { type AuditSession, isInOrder } from './audit-session.ts'
import { independenceProblem } from './independence.ts'

/** The plan of one audit in one commune. */
export interface AuditPlan {
  readonly id: string
  readonly unit: string
  readonly programme: string | null
  readonly decisionNumber: string
  readonly decidedOn: WrittenDate
  /** 1, 2, 3 … in the year. */
  readonly round: number
  readonly purpose: string
  readonly scope: string
  readonly edition: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Id of an auditor; empty while nobody is named. */
  readonly leader: string
  /** Ids of auditors, the leader not among them. */
  readonly members: readonly string[]
  readonly sentOn: LocalDate | null
  /** Id of the audit that was begun from it. */
  readonly audit: string | null
}

/** A plan ought to go out this many days before the audit begins … */
export const SEND_BEFORE_DAYS = 7
/** … and goes out this many days before at the latest. */
export const SEND_AT_LATEST_DAYS = 5

/** Rule AP-6. */
export const checkPlanDays = ({ from, to }: Pick<AuditPlan, 'from' | 'to'>): Result<null, Problem> =>
  to < from ? err({ code: 'audit-plan.days-reversed' }) : ok(null)

/** The leader first, everybody once. */
export const teamOf = ({ leader, members }: Pick<AuditPlan, 'leader' | 'members'>): readonly string[] =>
  Array.from(new Set([leader, ...members])).filter((id) => id !== '')

/** What a plan still needs before it can be approved and sent. */
export type PlanGap =
  | 'decisionNumber'
  | 'decidedOn'
  | 'purpose'
  | 'scope'
  | 'edition'
  | 'leader'
  | 'sessions'
  | 'opening'
  | 'closing'
  | 'order'
  | 'auditors'
  | 'team'
  | 'independence'
  | 'outside'

/** In the order of the screen; empty where nothing is missing. Rules AP-6, AP-7, AP-10 and AP-19. */
export function planGaps(
  plan: AuditPlan,
  sessions: readonly AuditSession[],
  auditors: readonly Auditor[],
): readonly PlanGap[] {
  const texts = (['decisionNumber', 'purpose', 'scope', 'edition'] as const).filter((name) => !hasText(plan[name]))
  const tests: readonly (readonly [PlanGap, boolean])[] = [
    ['decidedOn', plan.decidedOn.date === null],
    ['leader', plan.leader === ''],
    ['sessions', !sessions.some(({ type }) => type === 'field')],
    ['opening', !sessions.some(({ type }) => type === 'opening')],
    ['closing', !sessions.some(({ type }) => type === 'closing')],
    ['order', !isInOrder(sessions)],
    ['auditors', sessions.some(({ auditors }) => auditors.length === 0)],
    ['team', sessions.some(({ auditors }) => auditors.some((id) => !teamOf(plan).includes(id)))],
    ['independence', sessions.some((session) => independenceProblem(session, auditors) !== null)],
    ['outside', sessions.some(({ on }) => on < plan.from || on > plan.to)],
  ]
  return [...texts, ...tests.filter(([, isMissing]) => isMissing).map(([gap]) => gap)]
}

/** Rule AP-20. */
export const mayRemovePlan = (
  { sentOn, audit }: Pick<AuditPlan, 'sentOn' | 'audit'>,
  approvals: readonly Pick<Approval, 'decision'>[],
): boolean => sentOn === null && audit === null && !approvals.some(({ decision }) => decision === 'approved')

/** Its days have passed and no audit was begun from it. Rule AP-26. */
export const isMissed = ({ to, audit }: Pick<AuditPlan, 'to' | 'audit'>, today: LocalDate): boolean =>
  audit === null && to < today

/** How a plan stands with those who are audited. */
export type Sending =
  /** `days` before the audit began. */
  | { readonly state: 'sent' | 'sent-late'; readonly on: LocalDate; readonly days: number }
  /** `until` is the last day on which it is in time, `days` how many are left until then. */
  | { readonly state: 'waits' | 'due' | 'late'; readonly until: LocalDate; readonly days: number }

/** The last day on which a plan goes out in time. Rule AP-8. */
export const lastDayToSend = (from: LocalDate): LocalDate => addDays(from, -SEND_AT_LATEST_DAYS)

/** Rule AP-8. */
export function sendingOf({ from, sentOn }: Pick<AuditPlan, 'from' | 'sentOn'>, today: LocalDate): Sending {
  if (sentOn !== null) {
    const days = daysBetween(sentOn, from)
    return { state: days < SEND_AT_LATEST_DAYS ? 'sent-late' : 'sent', on: sentOn, days }
  }
  const until = lastDayToSend(from)
  const days = daysBetween(today, until)
  if (days < 0) return { state: 'late', until, days: daysBetween(today, from) }
  return { state: today >= addDays(from, -SEND_BEFORE_DAYS) ? 'due' : 'waits', until, days }
}
