/** Whether those who take part in an audit may, and the evidence of it, where no plan was judged before. Rule AP-23. */
import type { Auditor } from '#domain/audit-planning/auditor.ts'
import { type Unplanned, unplannedProblem, unplannedTable } from '#domain/audit-planning/independence.ts'
import { type EntityState, lastChange } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { ReportedIndependence } from '#domain/internal-audit/audit-report-more.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { GestureReader } from '#data/gesture.ts'
import { auditorOf } from './audit-planning-views.ts'
import { writtenOn } from './audit-views.ts'
import { field, nullable } from './entity-query.ts'

export const auditorsOf = async (reader: GestureReader, unit: string): Promise<readonly Auditor[]> =>
  (await reader.ofKind(feedId(unit, 'pub'), 'auditor')).map((row) => auditorOf(row, row.entity))

const unplannedOf = (audit: EntityState, unit: string, today: LocalDate): Unplanned => ({
  unit,
  on: writtenOn(audit).date ?? today,
  field: field(audit, 'department', ''),
})

/** The first thing that speaks against anybody items are shared to. */
export function shareProblem(
  { unit, audit }: { readonly unit: string; readonly audit: EntityState },
  auditors: readonly Auditor[],
  to: readonly string[],
  today: LocalDate,
): Problem | null {
  const unplanned = unplannedOf(audit, unit, today)
  return to.map((who) => unplannedProblem(unplanned, auditors, who)).find((problem) => problem !== null) ?? null
}

/** Everybody who answered an item or has one, with an entry in the register. */
export async function unplannedEvidence(
  reader: GestureReader,
  {
    unit,
    audit,
    children,
  }: { readonly unit: string; readonly audit: EntityState; readonly children: readonly EntityState[] },
  today: LocalDate,
): Promise<readonly ReportedIndependence[]> {
  const answered = children.filter(({ kind }) => kind === 'audit-item').map(({ regs }) => lastChange(regs)?.u ?? '')
  const shared = children
    .filter(({ kind }) => kind === 'audit-share')
    .map((state) => nullable<string>(state, 'auditor'))
  const who = [...new Set([...answered, ...shared])].filter((id): id is string => id !== null && id !== '')
  const table = unplannedTable(unplannedOf(audit, unit, today), await auditorsOf(reader, unit), who)
  return table.map(({ session: _session, ...line }) => line)
}
