// Why an audit can be read but not written, in the order in which the reasons matter to the person.
import type { AuditListItem } from '#data/contract/internal-audit-contract.ts'
import type { Person } from '#features/screen-props.ts'
import { auditFeed } from './paths.ts'

export type ReadOnlyReason = 'role' | 'concluded'

export const mayAudit = (person: Person, unitId: string): boolean => person.may('audit', auditFeed(unitId))

/** Null where the person may write. */
export function readOnlyReason(
  person: Person,
  audit: Pick<AuditListItem, 'unitId' | 'concludedAt'>,
): ReadOnlyReason | null {
  if (audit.concludedAt !== null) return 'concluded'
  return mayAudit(person, audit.unitId) ? null : 'role'
}
