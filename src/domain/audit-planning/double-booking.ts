/**
 * One person in one place at a time. A planner is refused; two planners who could not know of each other are both shown
 * the clash. Within a commune that is two sessions at one time, between communes it is the same day, because the way
 * between two of them is not a matter of minutes.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { type Auditor, auditorIn, isSamePerson } from './auditor.ts'
import { type AuditSession, overlap } from './audit-session.ts'

/** Another session that holds somebody of this one. */
export interface Clash {
  readonly kind: 'same-time' | 'two-communes'
  readonly session: string
  readonly other: AuditSession
  /** Id in the session's own commune. */
  readonly auditor: string
  readonly name: string
}

/** What holds one person of a session elsewhere. Rule AP-13. */
export const clashesOf = (
  session: AuditSession,
  others: readonly AuditSession[],
  auditors: readonly Auditor[],
): readonly Clash[] =>
  others
    .filter((other) => other.id !== session.id && other.on === session.on)
    .flatMap((other) => {
      const kind = other.unit === session.unit ? 'same-time' : 'two-communes'
      if (kind === 'same-time' && !overlap(session, other)) return []
      return session.auditors
        .filter((id) => other.auditors.some((held) => isOne(auditors, session.unit, id, other.unit, held)))
        .map((id): Clash => {
          const name = auditorIn(auditors, session.unit, id)?.name ?? ''
          return { kind, session: session.id, other, auditor: id, name }
        })
    })

/** Whether an id in one commune and an id in another are one person. Rule AP-2. */
function isOne(auditors: readonly Auditor[], unit: string, id: string, otherUnit: string, otherId: string): boolean {
  if (id === otherId) return true
  const [one, other] = [auditorIn(auditors, unit, id), auditorIn(auditors, otherUnit, otherId)]
  return one !== undefined && other !== undefined && isSamePerson(one, other)
}

/** By session id; sessions without a clash are absent. Rule AP-14. */
export function allClashes(
  sessions: readonly AuditSession[],
  auditors: readonly Auditor[],
): ReadonlyMap<string, readonly Clash[]> {
  const byDay = new Map<string, AuditSession[]>()
  for (const session of sessions) byDay.set(session.on, [...(byDay.get(session.on) ?? []), session])
  const found = sessions.map((one) => [one.id, clashesOf(one, byDay.get(one.on) ?? [], auditors)] as const)
  return new Map(found.filter(([, clashes]) => clashes.length > 0))
}

/** The refusal of the planner; null where nobody is booked twice. Rule AP-13. */
export function bookingProblem(
  session: AuditSession,
  others: readonly AuditSession[],
  auditors: readonly Auditor[],
): Problem | null {
  const [clash] = clashesOf(session, others, auditors)
  if (clash === undefined) return null
  const { name, kind, other } = clash
  const params = { name, on: other.on, from: other.from, to: other.to, field: other.field, unit: other.unit }
  return { code: kind === 'same-time' ? 'audit-session.same-time' : 'audit-session.two-communes', params }
}
