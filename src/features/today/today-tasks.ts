// What a commune has to do now, most urgent first, and what belongs to the person looking: a pure list out of what the
// store holds. What is overdue comes before what waits for an answer, then what is due within days, what is under way,
// and what lies ahead; within each, one's own work comes before that of colleagues.
import type { AuditListItem, FindingView } from '#data/contract/internal-audit-contract.ts'
import type { AssessmentListItem } from '#data/contract/self-assessment-contract.ts'
import type { SyncStatus } from '#data/contract/store-contract.ts'
import { isNonconformity } from '#domain/internal-audit/finding.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { PilotProgress } from '#domain/pilot/progress.ts'
import { isStageDone, type StageState } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import * as paths from './paths.ts'

/** Due within this many days counts as "soon"; a finding due later than `AHEAD_DAYS` is no matter of today. */
const SOON_DAYS = 3
const AHEAD_DAYS = 14
const FINDINGS_SHOWN = 3

export const urgencies = ['overdue', 'waiting', 'soon', 'running', 'ahead'] as const
export type Urgency = (typeof urgencies)[number]

export type TaskMatter =
  | {
      readonly kind: 'stage-late' | 'stage-returned' | 'stage-running'
      readonly stage: StageCode
      readonly note: string
    }
  | { readonly kind: 'assessment-start' }
  | { readonly kind: 'assessment-running' | 'assessment-complete'; readonly round: AssessmentListItem }
  | { readonly kind: 'audit-running' | 'audit-complete'; readonly audit: AuditListItem }
  | { readonly kind: 'finding'; readonly finding: FindingView }
  | { readonly kind: 'more-findings' | 'quarantine' | 'conflicts'; readonly count: number }

export type Task = TaskMatter & {
  readonly urgency: Urgency
  readonly due: LocalDate | null
  /** Days past `due`; 0 when not late. */
  readonly daysLate: number
  /** Whether the person may do it; colleagues' work is shown to be known about. */
  readonly isMine: boolean
  readonly href: string
}

export interface CommuneFacts {
  readonly unit: string
  readonly pilot: {
    readonly stages: readonly StageState[]
    readonly progress: Pick<PilotProgress, 'currentStage'>
  } | null
  readonly assessments: readonly AssessmentListItem[]
  readonly audits: readonly AuditListItem[]
  /** As published for the commune. */
  readonly findings: readonly FindingView[]
  readonly attention: Pick<SyncStatus, 'quarantined' | 'conflicts'>
}

/** What the access table lets the person write in the commune. */
export interface CommuneRights {
  readonly mayDeclare: boolean
  readonly mayStart: boolean
  readonly mayAnswer: boolean
  readonly mayAudit: boolean
}

export function communeTasks(facts: CommuneFacts, rights: CommuneRights, today: LocalDate): readonly Task[] {
  const tasks = [
    ...stageTasks(facts, rights, today),
    ...assessmentTasks(facts, rights, today),
    ...auditTasks(facts, rights),
    ...findingTasks(facts, today),
    ...attentionTasks(facts.attention),
  ]
  return tasks.sort(byUrgency)
}

const rank = ({ urgency }: Task): number => urgencies.indexOf(urgency)
const LAST_DAY = '9999'
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byUrgency = (a: Task, b: Task): number =>
  rank(a) - rank(b) || Number(b.isMine) - Number(a.isMine) || compare(a.due ?? LAST_DAY, b.due ?? LAST_DAY)

const lateBy = (due: LocalDate, today: LocalDate): number => Math.max(0, daysBetween(due, today))

function urgencyOf(due: LocalDate, today: LocalDate, otherwise: Urgency): Urgency {
  const left = daysBetween(today, due)
  if (left < 0) return 'overdue'
  return left <= SOON_DAYS ? 'soon' : otherwise
}

/** The stage whose turn it is, and every stage that was given back. G10 is the province's own (PIL-1). */
function stageTasks({ pilot }: CommuneFacts, { mayDeclare }: CommuneRights, today: LocalDate): readonly Task[] {
  const open = pilot?.stages.filter((state) => !isStageDone(state) && state.stage !== 'G10') ?? []
  const current = pilot?.progress.currentStage
  return open
    .filter(({ stage, returned }) => stage === current || returned !== null)
    .map((state) => ({
      kind: stageKind(state),
      stage: state.stage,
      note: state.returned?.note ?? '',
      urgency: state.returned && state.daysLate === 0 ? 'waiting' : urgencyOf(state.plannedEnd, today, 'ahead'),
      due: state.plannedEnd,
      daysLate: state.daysLate,
      isMine: mayDeclare,
      href: paths.stagePath(state.stage),
    }))
}

function stageKind({ returned, daysLate }: StageState): 'stage-late' | 'stage-returned' | 'stage-running' {
  if (returned) return 'stage-returned'
  return daysLate > 0 ? 'stage-late' : 'stage-running'
}

const undated = { due: null, daysLate: 0 } as const

function assessmentTasks(facts: CommuneFacts, rights: CommuneRights, today: LocalDate): readonly Task[] {
  const survey = facts.pilot?.stages.find(({ stage }) => stage === 'G1')
  const isNeeded = survey !== undefined && !isStageDone(survey)
  const due = isNeeded && survey.plannedEnd >= today ? survey.plannedEnd : null
  const running = facts.assessments.find(({ submittedAt }) => submittedAt === null)
  if (running) return [roundTask(running, rights.mayAnswer, due)]
  const begins = facts.assessments.length === 0 && (isNeeded || facts.pilot === null)
  if (!begins) return []
  const [isMine, href] = [rights.mayStart, paths.ROUNDS_PATH]
  return [{ kind: 'assessment-start', urgency: 'running', due, daysLate: 0, isMine, href }]
}

function roundTask(round: AssessmentListItem, isMine: boolean, due: LocalDate | null): Task {
  const isComplete = round.total > 0 && round.answered >= round.total
  const own = isComplete ? paths.submitPath(round.id) : paths.unansweredPath(round.id)
  return {
    kind: isComplete ? 'assessment-complete' : 'assessment-running',
    round,
    urgency: 'running',
    due,
    daysLate: 0,
    isMine,
    href: isMine ? own : paths.ROUNDS_PATH,
  }
}

const auditTasks = ({ audits }: CommuneFacts, { mayAudit }: CommuneRights): readonly Task[] =>
  audits
    .filter(({ concludedAt }) => concludedAt === null)
    .map((audit) => ({
      kind: audit.total > 0 && audit.answered >= audit.total ? 'audit-complete' : 'audit-running',
      audit,
      urgency: 'running',
      ...undated,
      isMine: mayAudit,
      href: mayAudit ? paths.auditPath(audit.id) : paths.AUDITS_PATH,
    }))

/** Nonconformities with a due day that is near or over; beyond a few they are one line that leads to the list. */
function findingTasks({ findings, unit }: CommuneFacts, today: LocalDate): readonly Task[] {
  const near = findings
    .flatMap((finding) => {
      const due = isNonconformity(finding.grade) ? (finding.dueOn?.date ?? null) : null
      return due !== null && daysBetween(today, due) <= AHEAD_DAYS ? [{ finding, due }] : []
    })
    .sort((a, b) => compare(a.due, b.due))
  const shown = near.slice(0, FINDINGS_SHOWN).map(
    ({ finding, due }): Task => ({
      kind: 'finding',
      finding,
      urgency: urgencyOf(due, today, 'ahead'),
      due,
      daysLate: lateBy(due, today),
      isMine: true,
      href: paths.findingPath(unit, finding.id),
    }),
  )
  const next = near[FINDINGS_SHOWN]
  if (!next) return shown
  const urgency = urgencyOf(next.due, today, 'ahead')
  const count = near.length - FINDINGS_SHOWN
  return [...shown, { kind: 'more-findings', count, urgency, ...undated, isMine: true, href: paths.FINDINGS_PATH }]
}

/** What the store cannot settle without a person; every workplace has these. */
export function attentionTasks({ quarantined, conflicts }: CommuneFacts['attention']): readonly Task[] {
  const frame = { urgency: 'waiting', ...undated, isMine: true } as const
  const refused: Task = { kind: 'quarantine', count: quarantined, ...frame, href: paths.SYNC_PATH }
  const disputed: Task = { kind: 'conflicts', count: conflicts, ...frame, href: paths.CONFLICTS_PATH }
  return [...(conflicts > 0 ? [disputed] : []), ...(quarantined > 0 ? [refused] : [])]
}
