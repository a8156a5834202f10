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
