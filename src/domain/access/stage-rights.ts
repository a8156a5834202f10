/**
 * Stage events share one kind but not one right: a commune declares, whoever follows it confirms or returns.
 * Kept apart from the table because it looks into the record, which the table never does.
 */
import type { Role } from './role.ts'

const declaring: readonly string[] = ['started', 'declared-done']
const confirming: readonly string[] = ['confirmed', 'returned']
const communeRoles: readonly Role[] = ['chairman', 'vice-chairman', 'iso-secretary']
const followingRoles: readonly Role[] = ['area-monitor', 'provincial-department']

/** Rule ACC-5: nobody confirms their own declaration. */
export function mayWriteStageEvent(role: Role, type: string): boolean {
  if (communeRoles.includes(role)) return declaring.includes(type)
  return followingRoles.includes(role) && confirming.includes(type)
}
