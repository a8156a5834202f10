/**
 * Nobody audits their own work. The planner asks before it takes an auditor into a session, and the report prints the
 * same answer as evidence; so both come from here, and what was written before the rule was known is judged too.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { type Auditor, auditorIn, isServing } from './auditor.ts'
import { type AuditSession, compareSessions } from './audit-session.ts'
import { isSameField } from './fields-of-work.ts'

/** Why somebody may not audit a session; `independent` where nothing speaks against it. */
export type Verdict = 'independent' | 'own-field' | 'is-auditee' | 'not-serving' | 'unknown'

type Judged = Pick<AuditSession, 'type' | 'on' | 'field' | 'auditee'>

/** What speaks against one auditor in one session. Rules AP-1 and AP-11. */
export function verdictOf(session: Judged, auditor: Auditor | undefined): Verdict {
  if (auditor === undefined) return 'unknown'
  if (!isServing(auditor, session.on)) return 'not-serving'
  if (session.type !== 'field') return 'independent'
  if (auditor.fields.some((field) => isSameField(field, session.field))) return 'own-field'
  return isAuditee(session.auditee, auditor) ? 'is-auditee' : 'independent'
}

const isAuditee = (auditee: string, { name, post }: Auditor): boolean =>
  auditee.trim() !== '' && [name, post].some((own) => own.trim() !== '' && isSameField(own, auditee))

/** The first thing that speaks against the team of a session, with the names; null where nothing does. Rule AP-11. */
export function independenceProblem(session: AuditSession, auditors: readonly Auditor[]): Problem | null {
  for (const id of session.auditors) {
    const auditor = auditorIn(auditors, session.unit, id)
    const problem = problemOf(session, auditor, verdictOf(session, auditor))
    if (problem !== null) return problem
  }
  return null
}

function problemOf(session: AuditSession, auditor: Auditor | undefined, verdict: Verdict): Problem | null {
  const name = auditor?.name ?? ''
  switch (verdict) {
    case 'independent':
      return null
    case 'own-field':
      return { code: 'audit-session.own-field', params: { name, field: session.field } }
    case 'is-auditee':
      return { code: 'audit-session.is-auditee', params: { name, auditee: session.auditee } }
    case 'not-serving':
    case 'unknown':
      return { code: 'audit-session.not-serving', params: { name, on: session.on } }
  }
}

/** An audit that no session of a plan stands behind: what it looks at, where and from which day on. */
export interface Unplanned {
  readonly unit: string
  readonly on: LocalDate
  readonly field: string
}

const isOf = (who: string) => (auditor: Auditor) => auditor.id === who || auditor.account === who

/** It as a session of whoever audits in it, to be judged like any other. */
const sessionOf = ({ unit, on, field }: Unplanned, auditors: readonly string[]): AuditSession => ({
  id: '',
  unit,
  plan: '',
  type: 'field',
  on,
  from: '',
  to: '',
  place: '',
  field,
  clauses: [],
  auditors,
  auditee: '',
})

/**
 * What speaks against somebody, by account or by entry, in an audit without a plan; null also where they have no entry in
 * the commune, because nothing is known of their own work there. Rule AP-23.
 */
export function unplannedProblem(audit: Unplanned, auditors: readonly Auditor[], who: string): Problem | null {
  const own = auditors.filter((one) => one.unit === audit.unit && isOf(who)(one))
  const serving = own.filter((one) => isServing(one, audit.on))
  const judged = serving.length > 0 ? serving : own.slice(0, 1)
  return independenceProblem(
    sessionOf(
      audit,
      judged.map(({ id }) => id),
    ),
    auditors,
  )
}

/** The evidence of an audit without a plan: everybody who took part and has an entry. Rules AP-12 and AP-23. */
export function unplannedTable(
  audit: Unplanned,
  auditors: readonly Auditor[],
  who: readonly string[],
): readonly IndependenceLine[] {
  const own = auditors.filter((one) => one.unit === audit.unit && who.some((id) => isOf(id)(one)))
  const ids = own.map(({ id }) => id).toSorted()
  return independenceTable([sessionOf(audit, ids)], auditors)
}

/** One line of the evidence. */
export interface IndependenceLine {
  readonly session: string
  readonly on: LocalDate
  readonly from: string
  readonly to: string
  readonly auditor: string
  /** Empty where the entry is not known. */
  readonly name: string
  readonly ownFields: readonly string[]
  /** Empty for the meetings. */
  readonly auditedField: string
  readonly verdict: Verdict
}

/** The evidence of independence of a plan, in the order of its sessions. Rule AP-12. */
export const independenceTable = (
  sessions: readonly AuditSession[],
  auditors: readonly Auditor[],
): readonly IndependenceLine[] =>
  [...sessions].sort(compareSessions).flatMap((session) =>
    session.auditors.map((id): IndependenceLine => {
      const auditor = auditorIn(auditors, session.unit, id)
      return {
        session: session.id,
        on: session.on,
        from: session.from,
        to: session.to,
        auditor: id,
        name: auditor?.name ?? '',
        ownFields: auditor?.fields ?? [],
        auditedField: session.field,
        verdict: verdictOf(session, auditor),
      }
    }),
  )
