/**
 * Nobody audits their own work. The planner asks before it takes an auditor into a session, and the report prints the
 * same answer as evidence; so both come from here, and what was written before the rule was known is judged too.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { type Auditor, auditorIn, formerFields, isServing } from './auditor.ts'
import { type AuditSession, compareSessions } from './audit-session.ts'
import { isSameField } from './fields-of-work.ts'

/** Why somebody may not audit a session; `independent` where nothing speaks against it. */
export type Verdict = 'independent' | 'own-field' | 'former-field' | 'is-auditee' | 'not-serving' | 'unknown'

type Judged = Pick<AuditSession, 'type' | 'on' | 'field' | 'auditee'>

/** What speaks against one auditor in one session; `auditors` holds their other entries. Rules AP-1, AP-11 and AP-24. */
export function verdictOf(session: Judged, auditor: Auditor | undefined, auditors: readonly Auditor[]): Verdict {
  if (auditor === undefined) return 'unknown'
  if (!isServing(auditor, session.on)) return 'not-serving'
  if (session.type !== 'field') return 'independent'
  const isAudited = (field: string): boolean => isSameField(field, session.field)
  if (auditor.fields.some(isAudited)) return 'own-field'
  if (formerFields(auditor, auditors, session.on).some(isAudited)) return 'former-field'
  return isAuditee(session.auditee, auditor) ? 'is-auditee' : 'independent'
}

const isAuditee = (auditee: string, { name, post }: Auditor): boolean =>
  auditee.trim() !== '' && [name, post].some((own) => own.trim() !== '' && isSameField(own, auditee))

/** The first thing that speaks against the team of a session, with the names; null where nothing does. Rules AP-11 and AP-24. */
export function independenceProblem(session: AuditSession, auditors: readonly Auditor[]): Problem | null {
  for (const id of session.auditors) {
    const auditor = auditorIn(auditors, session.unit, id)
    const problem = problemOf(session, auditor, verdictOf(session, auditor, auditors))
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
    case 'former-field':
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
export const unplannedProblem = (audit: Unplanned, auditors: readonly Auditor[], who: string): Problem | null =>
  independenceProblem(sessionOf(audit, entriesOf(audit, auditors, who)), auditors)

/** Those in which somebody serves on that day; one of before only where there is no other. */
function entriesOf({ unit, on }: Unplanned, auditors: readonly Auditor[], who: string): readonly string[] {
  const own = auditors.filter((one) => one.unit === unit && isOf(who)(one))
  const serving = own.filter((one) => isServing(one, on))
  return (serving.length > 0 ? serving : own.slice(0, 1)).map(({ id }) => id)
}

/** The evidence of an audit without a plan: everybody who took part and has an entry. Rules AP-12 and AP-23. */
export function unplannedTable(
  audit: Unplanned,
  auditors: readonly Auditor[],
  who: readonly string[],
): readonly IndependenceLine[] {
  const ids = new Set(who.flatMap((id) => entriesOf(audit, auditors, id)))
  return independenceTable([sessionOf(audit, [...ids].toSorted())], auditors)
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
        verdict: verdictOf(session, auditor, auditors),
      }
    }),
  )
