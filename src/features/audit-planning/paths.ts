// Addresses of this feature's screens. The audit itself is begun and done in `internal-audit`.
import { feedId } from '#domain/change/feed.ts'
import type { Person } from '#features/screen-props.ts'

export const PLANNING_PATH = '/audit-planning'
export const AUDITORS_PATH = `${PLANNING_PATH}/auditors`
export const CALENDAR_PATH = `${PLANNING_PATH}/calendar`
export const auditorPath = (unit: string, id: string): string => `${AUDITORS_PATH}/${unit}/${id}`
export const programmePath = (unit: string, year: number): string => `${PLANNING_PATH}/programme/${unit}/${year}`
export const planPath = (unit: string, id: string): string => `${PLANNING_PATH}/plan/${unit}/${id}`
export const sessionPath = (unit: string, plan: string, session: string): string =>
  `${planPath(unit, plan)}/session/${session}`
export const beginAuditPath = (plan: string): string => `/internal-audit/new?plan=${encodeURIComponent(plan)}`
export const auditPath = (id: string): string => `/internal-audit/${id}`

/** In the address of what is not stored yet. */
export const NEW = 'new'

export const mayPlan = (person: Person, unit: string): boolean => person.may('audit-plan', feedId(unit, 'pub'))
export const mayAudit = (person: Person, unit: string): boolean => person.may('audit', feedId(unit, 'audit'))
export const mayProgramme = (person: Person, unit: string): boolean =>
  person.may('audit-programme', feedId(unit, 'pub'))
