/**
 * What follows a finding shares one kind but not one right: whoever was audited confirms or disagrees, and only an auditor
 * grades anew. Kept apart from the table because it looks into the record, as for stages.
 */
import type { Role } from './role.ts'

/** `grade` as the step says it; none in an answer of whoever was audited. Rule ACC-24. */
export const mayRespond = (role: Role, grade: unknown): boolean =>
  (grade ?? null) === null || role === 'internal-auditor'
