// Views of a commune with fixed defaults, as the repositories hand them to the first screen.
import type { AuditListItem, FindingView } from '#data/contract/internal-audit-contract.ts'
import type { AssessmentListItem } from '#data/contract/self-assessment-contract.ts'
import { addDays, formatLocalDate, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { communeProgress } from '#domain/pilot/progress.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { planSchedule } from '#domain/pilot/schedule.ts'
import { deriveStages, type StageEvent, type StageEventType } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { CommuneFacts, CommuneRights } from '#features/today/today-tasks.ts'
import { TODAY, UNIT } from '#support/store/test-store.ts'

export const aRound = (more: Partial<AssessmentListItem> = {}): AssessmentListItem => ({
  id: `asm.${UNIT}.2026-2`,
  unitId: UNIT,
  round: '2026-2',
  instrument: 'commune-self-assessment@1',
  edition: '2015',
  startedOn: '2026-11-01',
  answered: 21,
  total: 52,
  submittedAt: null,
  location: 'on-device',
  ...more,
})

export const anAuditItem = (more: Partial<AuditListItem> = {}): AuditListItem => ({
  id: 'audit-1',
  unitId: UNIT,
  title: 'Đánh giá nội bộ lần 1/2026',
  instrument: 'internal-audit-short@1',
  on: writtenDate('18/11/2026'),
  department: 'Một cửa',
  answered: 7,
  total: 12,
  findings: 0,
  concludedAt: null,
  location: 'on-device',
  ...more,
})

/** Due that many days after today. */
export const aFinding = (number: string, dueIn: number | null, more: Partial<FindingView> = {}): FindingView => ({
  id: `finding-${number}`,
  number,
  audit: 'audit-0',
  item: null,
  grade: 'minor',
  clause: '7.5.3',
  facts: 'Thiếu sổ giao nhận hồ sơ',
  requirement: '',
  objectiveEvidence: '',
  department: 'Một cửa',
  dueOn: dueIn === null ? null : writtenDate(formatLocalDate(addDays(TODAY, dueIn))),
  feed: `${UNIT}/pub`,
  evidence: [],
  location: 'sent',
  changedAt: 0,
  changedBy: 'acc-auditor',
  firstGrade: 'minor',
  responses: [],
  ...more,
})

export const anEvent = (stage: StageCode, type: StageEventType, on: LocalDate, note = ''): StageEvent => ({
  id: `${stage}-${type}-${on}`,
  stage,
  type,
  on,
  note,
  evidence: [],
  by: 'acc-commune',
  at: Number(on.replaceAll('-', '')),
})

/** Stages of a plan that began that many days ago. */
export function aPilot(startedDaysAgo: number, events: readonly StageEvent[] = []) {
  const stages = deriveStages(events, planSchedule(addDays(TODAY, -startedDaysAgo), pilotStages), TODAY)
  return { stages, progress: communeProgress(pilotStages, stages, TODAY) }
}

export const someFacts = (more: Partial<CommuneFacts> = {}): CommuneFacts => ({
  unit: UNIT,
  pilot: null,
  assessments: [aRound({ submittedAt: Date.UTC(2026, 10, 1) })],
  audits: [],
  findings: [],
  attention: { quarantined: 0, conflicts: 0 },
  ...more,
})

export const allRights: CommuneRights = { mayDeclare: true, mayStart: true, mayAnswer: true, mayAudit: true }
export const noRights: CommuneRights = { mayDeclare: false, mayStart: false, mayAnswer: false, mayAudit: false }
