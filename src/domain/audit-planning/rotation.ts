/**
 * Whoever looks at the same field year after year stops seeing it. So the planner suggests, among those who are
 * independent, the one who has not looked at it for longest, and says why; the person decides.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { type Auditor, auditorIn, isSamePerson } from './auditor.ts'
import type { AuditSession } from './audit-session.ts'
import { isSameField } from './fields-of-work.ts'
import { verdictOf } from './independence.ts'

/** Somebody who could take a session. */
export interface Suggestion {
  readonly auditor: Auditor
  /** When they last audited this field in this commune; null where they never did. */
  readonly lastOn: LocalDate | null
  /** They audited it in the plan before this one. */
  readonly wasLast: boolean
  /** How many field sessions they have in this plan already. */
  readonly load: number
}

/** Best first. `earlier` are sessions of the commune's other plans, `own` those of this plan. Rule AP-15. */
export function suggestAuditors(
  session: AuditSession,
  auditors: readonly Auditor[],
  earlier: readonly AuditSession[],
  own: readonly AuditSession[],
): readonly Suggestion[] {
  const before = earlier.filter(
    ({ type, on, field }) => isField(type) && on < session.on && isSameField(field, session.field),
  )
  const lastDay = latest(before)
  const lastPlan = before.find(({ on }) => on === lastDay)?.plan
  return auditors
    .filter((auditor) => auditor.unit === session.unit && verdictOf(session, auditor, auditors) === 'independent')
    .map((auditor): Suggestion => {
      const isOne = (id: string): boolean =>
        isSamePerson(auditor, auditorIn(auditors, session.unit, id) ?? { id, account: null })
      const audited = before.filter((one) => one.auditors.some(isOne))
      return {
        auditor,
        lastOn: latest(audited),
        wasLast: audited.some(({ plan }) => plan === lastPlan),
        load: own.filter(({ id, type, auditors: held }) => id !== session.id && isField(type) && held.some(isOne))
          .length,
      }
    })
    .sort(compareSuggestions)
}

const isField = (type: AuditSession['type']): boolean => type === 'field'

const latest = (sessions: readonly AuditSession[]): LocalDate | null =>
  sessions.reduce<LocalDate | null>((last, { on }) => (last === null || on > last ? on : last), null)

const compareSuggestions = (a: Suggestion, b: Suggestion): number =>
  compare(a.lastOn ?? '', b.lastOn ?? '') ||
  a.load - b.load ||
  a.auditor.name.localeCompare(b.auditor.name, 'vi') ||
  compare(a.auditor.id, b.auditor.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
