/**
 * The row that a list over many communes reads: for each record shared upward the few facts its summary needs.
 * It is kept per record, so that a write changes its own facts and reads nothing else, and dates are compared with
 * today only when the row is read (rules DAT-6, REP-1). Whoever adds facts raises the reading in `summary-store.ts`.
 */
import { type EntityState, fieldValue, isDeleted, lastChange, type Registers } from '#domain/change/entity-state.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { Kind } from '#domain/change/kind-registry.ts'
import { KEPT_ASIDE } from '#domain/corrective-action/kept-aside.ts'
import type { LateReason } from '#domain/field-visit/late-reason.ts'
import type { VisitFlag } from '#domain/field-visit/visit.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import type { ObstacleState } from '#domain/obstacle/obstacle.ts'
import type { StageEventType } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { Score } from '#domain/self-assessment/answer.ts'
import type { SubmissionContent } from '#domain/self-assessment/submission.ts'
import {
  type AsideFact,
  asideFact,
  type MoveFact,
  moveFact,
  type RequestFact,
  requestFact,
} from './corrective-facts.ts'

export interface ProgressFact {
  readonly is: 'progress'
  readonly round: string
  readonly answered: number
  readonly total: number
  readonly submittedAt: number | null
}

export interface SubmissionFact {
  readonly is: 'submission'
  readonly assessment: string
  readonly instrument: string
  readonly scores: readonly (readonly [question: string, score: Score])[]
}

export interface EventFact {
  readonly is: 'event'
  readonly plan: string
  readonly stage: StageCode
  readonly type: StageEventType
  readonly on: LocalDate
  readonly by: string
  readonly at: number
}

export interface FindingFact {
  readonly is: 'finding'
  readonly grade: FindingGrade | null
}

/** A grade that the team gave anew after the audit; of other steps after a finding nothing is kept. */
export interface RegradeFact {
  readonly is: 'regrade'
  /** Id of the finding. */
  readonly of: string
  readonly grade: FindingGrade
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface VisitFact {
  readonly is: 'visit'
  readonly on: LocalDate | null
  /** Absent in rows of earlier versions, until the visit's next change. */
  readonly flag?: VisitFlag | null
}

/** Of one neither called off nor recorded; of others nothing is kept. */
export interface PlannedVisitFact {
  readonly is: 'planned-visit'
  readonly on: LocalDate
}

/** Without its words, like everything here; once it is settled nothing is kept of it. */
export interface ObstacleFact {
  readonly is: 'obstacle'
  readonly stage: StageCode | null
  readonly state: Exclude<ObstacleState, 'settled'>
  readonly raisedOn: LocalDate
  readonly dueOn: LocalDate | null
}

export interface DelayFact {
  readonly is: 'delay'
  readonly plan: string
  readonly stage: StageCode
  readonly reasons: readonly LateReason[]
  readonly on: LocalDate
  readonly expectedOn: LocalDate | null
}

export type SummaryFact =
  | ProgressFact
  | SubmissionFact
  | EventFact
  | FindingFact
  | RegradeFact
  | VisitFact
  | PlannedVisitFact
  | ObstacleFact
  | DelayFact
  | RequestFact
  | MoveFact
  | AsideFact

export interface SummaryFacts {
  /** By entity id. */
  readonly facts: Readonly<Record<string, SummaryFact>>
  /** Milliseconds since 1970. */
  readonly lastActivityAt: number | null
  /**
   * The latest change that is no visit, verification or confirmation of those who follow the commune: whether it still keeps
   * records (DEC-11). Absent in rows of earlier versions, until the commune's next change.
   */
  readonly lastRecordAt?: number
  /** Which reading of the records made it; absent in rows of earlier versions. */
  readonly reading?: number
}

export interface SummaryRow {
  readonly unit: string
  readonly box: SummaryFacts
}

/** Null where the record is of no more use to a summary. */
type FactReader = (regs: Registers) => SummaryFact | null

const read = <T>(regs: Registers, field: string, otherwise: T): T => (fieldValue(regs, field) ?? otherwise) as T

const factReaders: Readonly<Record<string, FactReader>> = {
  'assessment-progress': (regs) => ({
    is: 'progress',
    round: read(regs, 'round', ''),
    answered: read(regs, 'answered', 0),
    total: read(regs, 'total', 0),
    submittedAt: read<number | null>(regs, 'submittedAt', null),
  }),
  submission: (regs) => {
    const content = read<Partial<SubmissionContent>>(regs, 'content', {})
    return {
      is: 'submission',
      assessment: read(regs, 'assessment', ''),
      instrument: content.instrument ?? '',
      scores: (content.answers ?? []).map(({ questionId, score }) => [questionId, score] as const),
    }
  },
  'stage-event': (regs) => ({
    is: 'event',
    plan: read(regs, 'plan', ''),
    stage: read<StageCode>(regs, 'stage', 'G0'),
    type: read<StageEventType>(regs, 'type', 'started'),
    on: read(regs, 'on', '' as LocalDate),
    by: lastChange(regs)?.u ?? '',
    at: lastChange(regs)?.h ?? 0,
  }),
  finding: (regs) => ({ is: 'finding', grade: read<FindingGrade | null>(regs, 'grade', null) }),
  'finding-response': (regs) => {
    const grade = read<FindingGrade | null>(regs, 'grade', null)
    const at = hlcToMs(lastChange(regs)?.h ?? 0)
    return grade === null ? null : { is: 'regrade', of: read(regs, 'of', ''), grade, at }
  },
  'corrective-action': requestFact,
  'corrective-move': moveFact,
  [KEPT_ASIDE]: asideFact,
  visit: (regs) => ({
    is: 'visit',
    on: read<WrittenDate | null>(regs, 'on', null)?.date ?? null,
    flag: read<VisitFlag | null>(regs, 'flag', null),
  }),
  'planned-visit': (regs) => {
    const on = read<LocalDate | null>(regs, 'on', null)
    const isOpen = read(regs, 'state', 'planned') === 'planned' && read<string | null>(regs, 'visit', null) === null
    return isOpen && on !== null ? { is: 'planned-visit', on } : null
  },
  obstacle: (regs) => {
    const state = read<ObstacleState>(regs, 'state', 'open')
    if (state === 'settled') return null
    const [stage, dueOn] = [read<StageCode | null>(regs, 'stage', null), read<LocalDate | null>(regs, 'dueOn', null)]
    return { is: 'obstacle', stage, state, raisedOn: read(regs, 'raisedOn', '' as LocalDate), dueOn }
  },
  'stage-delay': (regs) => ({
    is: 'delay',
    plan: read(regs, 'plan', ''),
    stage: read<StageCode>(regs, 'stage', 'G0'),
    reasons: read<readonly LateReason[]>(regs, 'reasons', []),
    on: read(regs, 'on', '' as LocalDate),
    expectedOn: read<LocalDate | null>(regs, 'expectedOn', null),
  }),
}

/** Written by those who follow a commune: no sign that its own work goes on. */
const followerKinds: readonly string[] = [
  'visit',
  'verification',
  'verification-state',
  'inspection',
  'inspection-item',
  'shortcoming',
  'inspection-minutes',
  'visit-record',
  'planned-visit',
  'filling',
  'filling-answer',
  'kept-aside',
] satisfies Kind[]

const isOwnRecord = (kind: string, regs: Registers): boolean =>
  !followerKinds.includes(kind) &&
  !(kind === 'stage-event' && ['confirmed', 'returned'].includes(read(regs, 'type', '')))

/** The facts after some of a commune's records changed. */
export function refreshFacts(before: SummaryFacts, changed: readonly EntityState[]): SummaryFacts {
  const facts: Record<string, SummaryFact> = { ...before.facts }
  let { lastActivityAt, lastRecordAt } = before
  for (const { entity, kind, regs } of changed) {
    const fact = isDeleted(regs) ? null : (factReaders[kind]?.(regs) ?? null)
    if (fact === null) delete facts[entity]
    else facts[entity] = fact
    const last = lastChange(regs)
    if (last) lastActivityAt = Math.max(lastActivityAt ?? Number.NEGATIVE_INFINITY, hlcToMs(last.h))
    if (last && isOwnRecord(kind, regs)) lastRecordAt = Math.max(lastRecordAt ?? 0, hlcToMs(last.h))
  }
  return { ...before, facts, lastActivityAt, ...(lastRecordAt !== undefined && { lastRecordAt }) }
}
