// A session as it is typed: days and times as texts, so that what cannot be read stays where it was typed.
import type { NewSession } from '#data/contract/audit-planning-contract.ts'
import { type AuditSession, readTime, type SessionType, sessionTypes } from '#domain/audit-planning/audit-session.ts'
import type { AuditPlan } from '#domain/audit-planning/audit-plan.ts'
import { formatLocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'

/** A type, not an interface: a draft is JSON. */
export type SessionDraft = {
  type: string
  on: string
  from: string
  to: string
  place: string
  field: string
  clauses: string
  auditors: string[]
  auditee: string
}

/** A new one stands behind the last of the plan: what one types next is usually the next one. */
export function draftOf(
  session: AuditSession | undefined,
  plan: AuditPlan,
  last: AuditSession | undefined,
): SessionDraft {
  const isFirst = session === undefined && last === undefined
  return {
    type: session?.type ?? (isFirst ? 'opening' : 'field'),
    on: formatLocalDate(session?.on ?? last?.on ?? plan.from),
    from: session?.from ?? last?.to ?? '08:00',
    to: session?.to ?? (isFirst ? '08:30' : ''),
    place: session?.place ?? last?.place ?? '',
    field: session?.field ?? '',
    clauses: (session?.clauses ?? []).join(', '),
    auditors: [...(session?.auditors ?? (isFirst ? [plan.leader, ...plan.members].filter(Boolean) : []))],
    auditee: session?.auditee ?? '',
  }
}

export const typeOf = (text: string): SessionType => sessionTypes.find((type) => type === text) ?? 'field'

/** What the planner judges; a day or a time that cannot be read is told before. */
export function sessionOf(
  draft: SessionDraft,
  of: { id: string | null; plan: AuditPlan },
): Result<NewSession, Problem> {
  const on = parseWrittenDate(draft.on)
  if (!on.ok) return err({ code: on.error })
  const [from, to] = [readTime(draft.from), readTime(draft.to)]
  if (from === null || to === null) return err({ code: 'audit-session.time-unreadable' })
  return ok({
    id: of.id,
    unit: of.plan.unit,
    plan: of.plan.id,
    type: typeOf(draft.type),
    on: on.value,
    from,
    to,
    place: draft.place.trim(),
    field: draft.field,
    clauses: draft.clauses
      .split(/[,;]/)
      .map((clause) => clause.trim())
      .filter((clause) => clause !== ''),
    auditors: draft.auditors,
    auditee: draft.auditee,
  })
}

/** The field a refusal is about, so that its sentence stands there. */
export function fieldOf({ code }: Problem): keyof SessionDraft | null {
  if (code.startsWith('date.') || code === 'audit-session.outside-plan') return 'on'
  if (code === 'audit-session.time-unreadable' || code === 'audit-session.times-reversed') return 'to'
  if (code === 'audit-session.field-missing') return 'field'
  return code.startsWith('audit-session.') ? 'auditors' : null
}
