// Addresses of the screens about visits.
import type { LocalDate } from '#domain/kernel/local-date.ts'

export const VISITS_PATH = '/visits'
export const NEW_VISIT_PATH = '/visits/new'
export const DAY_PATH = '/visits/day'
export const newVisitPath = (unit: string): string => `${NEW_VISIT_PATH}?unit=${unit}`
/** Of a visit that was planned: recording it closes the plan. */
export const plannedVisitPath = (unit: string, planned: string): string => `${newVisitPath(unit)}&planned=${planned}`
/** The same form, filled with a visit that was recorded before. */
export const editVisitPath = (unit: string, visit: string): string => `${newVisitPath(unit)}&visit=${visit}`
/** `area`: where whoever follows several has to choose one. */
export const dayPath = (on: LocalDate, area?: string | null): string =>
  `${DAY_PATH}?on=${on}${area ? `&area=${area}` : ''}`
