// Addresses of the screens about visits.
export const VISITS_PATH = '/visits'
export const NEW_VISIT_PATH = '/visits/new'
export const newVisitPath = (unit: string): string => `${NEW_VISIT_PATH}?unit=${unit}`
/** The same form, filled with a visit that was recorded before. */
export const editVisitPath = (unit: string, visit: string): string => `${newVisitPath(unit)}&visit=${visit}`
