/**
 * Roles and where they hold. A grant puts one role on one place of the unit tree for a time;
 * what the role may see and write there stands in one table (`access-table.ts`) and nowhere else.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'

export const roles = [
  'chairman',
  'vice-chairman',
  'iso-secretary',
  'internal-auditor',
  'professional-officer',
  'area-monitor',
  'consultant',
  'provincial-department',
  'inspection-team',
  'provincial-leadership',
  'ministry',
  'administrator',
] as const

export type Role = (typeof roles)[number]

/** Whether this version knows the role; a newer endpoint may give others. */
export const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role)

export interface Grant {
  readonly account: string
  /** A commune, a monitoring area, a province. */
  readonly scope: string
  readonly role: Role
  /** First day it holds. */
  readonly from: LocalDate
  /** Last day it holds; null while open. */
  readonly to: LocalDate | null
  /** Account for whose holder it acts for a time (ký thay, KT.); it has the rights of the role like any other. Rule ACC-13. */
  readonly deputyFor?: string | undefined
}

export const isActive = (grant: Grant, on: LocalDate): boolean =>
  grant.from <= on && (grant.to === null || on <= grant.to)
