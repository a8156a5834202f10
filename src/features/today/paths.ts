// Addresses the first screen leads to. They belong to other features; the routes of the app are the common ground.
export const ROUNDS_PATH = '/self-assessment'
export const AUDITS_PATH = '/internal-audit'
export const FINDINGS_PATH = '/findings'
export const PROGRESS_PATH = '/progress'
export const COMMUNES_PATH = '/communes'
export const SYNC_PATH = '/sync'
export const CONFLICTS_PATH = '/sync/conflicts'

export const roundPath = (id: string): string => `${ROUNDS_PATH}/${id}`
export const unansweredPath = (id: string): string => `${roundPath(id)}?show=unanswered`
export const questionPath = (id: string, question: string): string => `${roundPath(id)}/q/${question}`
export const submitPath = (id: string): string => `${roundPath(id)}/submit`
export const auditPath = (id: string): string => `${AUDITS_PATH}/${id}`
export const findingPath = (unit: string, id: string): string => `${FINDINGS_PATH}/${unit}/${id}`
export const stagePath = (stage: string): string => `${PROGRESS_PATH}/${stage}`
export const communePath = (unit: string, tab?: 'assessments' | 'findings'): string =>
  `${COMMUNES_PATH}/${unit}${tab === undefined ? '' : `?tab=${tab}`}`
export const communeStagePath = (unit: string, stage: string): string => `${COMMUNES_PATH}/${unit}/stage/${stage}`
export const newVisitPath = (unit: string): string => `/visits/new?unit=${unit}`
