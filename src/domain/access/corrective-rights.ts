/**
 * The moves of a corrective action share one kind but not one right: the commune analyses and works, its leaders approve,
 * and somebody else looks at the result. Kept apart from the table because it looks into the record, as for stages.
 */
import type { Role } from './role.ts'

const working: readonly Role[] = ['chairman', 'vice-chairman', 'iso-secretary', 'professional-officer']
const approving: readonly Role[] = ['chairman', 'vice-chairman']
/** The office's registry of papers. */
const registering: readonly Role[] = ['chairman', 'vice-chairman', 'iso-secretary']
const verifying: readonly Role[] = [
  'chairman',
  'vice-chairman',
  'iso-secretary',
  'internal-auditor',
  'area-monitor',
  'provincial-department',
  'inspection-team',
]

const rolesOfMove: Readonly<Record<string, readonly Role[]>> = {
  'start-analysis': working,
  'submit-analysis': working,
  'report-done': working,
  'return-analysis': approving,
  approve: approving,
  extend: approving,
  accept: verifying,
  reject: verifying,
  'carry-over': verifying,
  'check-effect': verifying,
  'end-double': verifying,
  register: registering,
}

/** Rule ACC-20; that nobody verifies their own work is CA-8. */
export const mayMoveCorrectiveAction = (role: Role, name: string): boolean =>
  Object.hasOwn(rolesOfMove, name) && (rolesOfMove[name] ?? []).includes(role)
