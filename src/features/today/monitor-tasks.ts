// Which communes need the person who follows them, why, and the one thing to do about each. A commune stands once, with
// all its reasons; what only the monitor can do (confirming a stage) decides the button, what is worst decides the place.
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import { isVisitOverdue, VISIT_INTERVAL_DAYS } from '#domain/field-visit/visit.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { CommuneSummary } from '#domain/reporting/commune-summary.ts'
import * as paths from './paths.ts'

export type Reason =
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'waiting'; readonly stage: StageCode; readonly count: number }
  | { readonly kind: 'submission'; readonly on: LocalDate }
  | { readonly kind: 'open-major'; readonly count: number }
  /** Days since the last visit; null where there was none. */
  | { readonly kind: 'not-visited'; readonly days: number | null }

/** Worst first. */
export const reasonKinds = ['late', 'waiting', 'submission', 'open-major', 'not-visited'] as const

/** Which reason decides the button: first what nobody else can do. */
const actionOrder: readonly Reason['kind'][] = ['waiting', 'submission', 'late', 'open-major', 'not-visited']

export interface CommuneNeed {
  readonly unitId: string
  readonly name: string
  /** Worst first; never empty. */
  readonly reasons: readonly Reason[]
  readonly action: Reason['kind']
  readonly href: string
}

/** What the access table lets the person write about a commune. */
export interface FollowRights {
  mayConfirm(unitId: string): boolean
  mayVisit(unitId: string): boolean
}

export function communeNeeds(
  rows: readonly CommuneRow[],
  rights: FollowRights,
  today: LocalDate,
): readonly CommuneNeed[] {
  return rows.flatMap((row) => needOf(row, rights, today)).sort(worstFirst)
}

function needOf({ place, summary }: CommuneRow, rights: FollowRights, today: LocalDate): readonly CommuneNeed[] {
  const reasons = summary ? reasonsOf(summary, rights, today) : []
  const action = actionOrder.find((kind) => reasons.some((reason) => reason.kind === kind))
  if (action === undefined) return []
  return [{ unitId: place.id, name: place.name, reasons, action, href: hrefOf(place.id, action, reasons) }]
}

function reasonsOf(summary: CommuneSummary, rights: FollowRights, today: LocalDate): readonly Reason[] {
  const { unitId, state, daysLate, stages, assessment, openFindings, lastVisitOn } = summary
  const waiting = stages.filter(({ status }) => status === 'declared')
  const reasons: Reason[] = []
  if (state === 'late') reasons.push({ kind: 'late', days: daysLate })
  if (waiting[0] && rights.mayConfirm(unitId)) {
    reasons.push({ kind: 'waiting', stage: waiting[0].stage, count: waiting.length })
  }
  const submittedOn = assessment?.submittedOn ?? null
  if (submittedOn !== null && isNew(submittedOn, lastVisitOn, today))
    reasons.push({ kind: 'submission', on: submittedOn })
  if (openFindings.major > 0) reasons.push({ kind: 'open-major', count: openFindings.major })
  if (rights.mayVisit(unitId) && isVisitOverdue(summary, today)) {
    reasons.push({ kind: 'not-visited', days: lastVisitOn === null ? null : daysBetween(lastVisitOn, today) })
  }
  return reasons
}

/** A submission is news for two weeks, or until the commune was visited after it. */
const isNew = (submittedOn: LocalDate, lastVisitOn: LocalDate | null, today: LocalDate): boolean =>
  daysBetween(submittedOn, today) <= VISIT_INTERVAL_DAYS && (lastVisitOn === null || lastVisitOn <= submittedOn)

function hrefOf(unit: string, action: Reason['kind'], reasons: readonly Reason[]): string {
  const waiting = reasons.find((reason) => reason.kind === 'waiting')
  if (action === 'waiting' && waiting) return paths.communeStagePath(unit, waiting.stage)
  if (action === 'submission') return paths.communePath(unit, 'assessments')
  if (action === 'open-major') return paths.communePath(unit, 'findings')
  return action === 'not-visited' ? paths.newVisitPath(unit) : paths.communePath(unit)
}

const rankOf = ({ reasons }: CommuneNeed): number =>
  reasons[0] ? reasonKinds.indexOf(reasons[0].kind) : reasonKinds.length

const lateDays = ({ reasons }: CommuneNeed): number => (reasons[0]?.kind === 'late' ? reasons[0].days : 0)

const worstFirst = (a: CommuneNeed, b: CommuneNeed): number =>
  rankOf(a) - rankOf(b) || lateDays(b) - lateDays(a) || b.reasons.length - a.reasons.length
