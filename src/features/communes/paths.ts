// Addresses that the screens about communes lead to.
export const COMMUNES_PATH = '/communes'
export const communePath = (unit: string, tab?: string): string =>
  `${COMMUNES_PATH}/${unit}${tab === undefined ? '' : `?tab=${tab}`}`
export const stagePath = (unit: string, stage: string): string => `${COMMUNES_PATH}/${unit}/stage/${stage}`
export const answersPath = (unit: string, submission: string): string =>
  `${COMMUNES_PATH}/${unit}/answers/${submission}`
export const verifyPath = (unit: string, submission: string, question: string): string =>
  `${answersPath(unit, submission)}/q/${question}`
export const analysisPath = (unit: string, submission: string): string => `${answersPath(unit, submission)}/analysis`
export const findingPath = (unit: string, id: string): string => `/findings/${unit}/${id}`
export const newVisitPath = (unit?: string): string => `/visits/new${unit === undefined ? '' : `?unit=${unit}`}`
export const programmePath = (unit: string, year: string): string => `/audit-planning/programme/${unit}/${year}`
export const correctiveOfPath = (unit: string): string => `/corrective-actions?unit=${unit}&show=all`
/** One record of a commune, or all of them. */
const recordPath = (base: string, ids: readonly string[]): string => [base, ...ids].join('/')
export const reviewsPath = (...ids: readonly string[]): string => recordPath('/management-review', ids)
export const inspectionsPath = (...ids: readonly string[]): string => recordPath('/inspections', ids)
