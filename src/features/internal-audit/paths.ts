// Addresses of this feature's screens, and the names under which its records are kept (`domain/change/kinds.md`).
import { feedId } from '#domain/change/feed.ts'

export const AUDITS_PATH = '/internal-audit'
export const NEW_AUDIT_PATH = `${AUDITS_PATH}/new`
export const auditPath = (id: string): string => `${AUDITS_PATH}/${id}`
export const itemPath = (id: string, item: string): string => `${auditPath(id)}/item/${item}`
export const findingPath = (id: string, finding: string): string => `${auditPath(id)}/finding/${finding}`
export const newFindingPath = (id: string, item: string | null): string =>
  `${findingPath(id, 'new')}${item === null ? '' : `?item=${encodeURIComponent(item)}`}`

export const auditFeed = (unit: string): string => feedId(unit, 'audit')

/** Entity id of a checklist item: what its photos hang on. */
export const itemEntity = (id: string, item: string): string => `chk.${id}.${item}`

export const teamPath = (id: string): string => `${auditPath(id)}/team`
export const samplesPath = (id: string): string => `${auditPath(id)}/samples`
export const meetingsPath = (id: string): string => `${auditPath(id)}/meetings`
export const wordsPath = (id: string): string => `${auditPath(id)}/words`
/** The sealed report, also for those who follow the commune. */
export const reportPath = (unit: string, id: string): string => `/audit-reports/${unit}/${id}`
