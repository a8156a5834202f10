/**
 * One appointment of an audit: opening meeting, a look at one field, closing meeting. Times are those of the wall clock
 * of the office, `HH:MM`, so that they compare as texts.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'

/** What the appointment is for. */
export type SessionType = 'opening' | 'field' | 'closing'

/** In the order of a day. */
export const sessionTypes: readonly SessionType[] = ['opening', 'field', 'closing']

/** An appointment of a plan. */
export interface AuditSession {
  readonly id: string
  readonly unit: string
  readonly plan: string
  readonly type: SessionType
  readonly on: LocalDate
  /** `HH:MM`. */
  readonly from: string
  /** `HH:MM`. */
  readonly to: string
  readonly place: string
  /** Field of work or department; empty for the meetings. */
  readonly field: string
  readonly clauses: readonly string[]
  /** Ids of auditors. */
  readonly auditors: readonly string[]
  /** The post that is audited. */
  readonly auditee: string
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const WRITTEN_TIME = /^\s*(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?\s*$/i

/** `8h`, `8h30`, `8.30` and `08:30` as `HH:MM`; null for what names no time. */
export function readTime(text: string): string | null {
  const [, hour, minute = '00'] = WRITTEN_TIME.exec(text) ?? []
  if (hour === undefined) return null
  const time = `${hour.padStart(2, '0')}:${minute}`
  return TIME.test(time) ? time : null
}

type PlanDays = { readonly from: LocalDate; readonly to: LocalDate }

/** Whether an appointment fits its plan, whoever is to come. Rule AP-9. */
export function checkSession(session: AuditSession, plan: PlanDays): Result<AuditSession, Problem> {
  const { on, from, to, type, field } = session
  if (on < plan.from || on > plan.to) {
    return err({ code: 'audit-session.outside-plan', params: { from: plan.from, to: plan.to } })
  }
  if (!TIME.test(from) || !TIME.test(to)) return err({ code: 'audit-session.time-unreadable' })
  if (to <= from) return err({ code: 'audit-session.times-reversed' })
  if (type === 'field' && !hasText(field)) return err({ code: 'audit-session.field-missing' })
  const clauses = session.clauses.map((clause) => clause.trim()).filter((clause) => clause !== '')
  return ok({ ...session, clauses, field: type === 'field' ? field.trim() : '', auditee: session.auditee.trim() })
}

type Moment = Pick<AuditSession, 'on' | 'from' | 'to'>

/** One ending when the next begins is no overlap. */
export const overlap = (a: Moment, b: Moment): boolean => a.on === b.on && a.from < b.to && b.from < a.to

const startOf = ({ on, from }: Moment): string => `${on} ${from}`
const endOf = ({ on, to }: Moment): string => `${on} ${to}`

/** By day, then time, then what it is for, then id: the same on every device. */
export const compareSessions = (a: AuditSession, b: AuditSession): number =>
  compare(startOf(a), startOf(b)) ||
  sessionTypes.indexOf(a.type) - sessionTypes.indexOf(b.type) ||
  compare(endOf(a), endOf(b)) ||
  compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Rule AP-10. */
export const isInOrder = (sessions: readonly AuditSession[]): boolean =>
  sessions.every((one) =>
    sessions.every(
      (other) =>
        one === other ||
        ((one.type !== 'opening' || other.type === 'opening' || endOf(one) <= startOf(other)) &&
          (one.type !== 'closing' || other.type === 'closing' || endOf(other) <= startOf(one))),
    ),
  )
