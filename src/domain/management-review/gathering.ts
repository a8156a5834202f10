/**
 * What the app knows for the inputs of a review, as figures that a screen puts into words. It says nothing about an
 * input it has no figures for: a made-up sentence would be worse than an empty field (MR-2).
 */
import type { Visit } from '#domain/field-visit/visit.ts'
import { daysOverdue, type ImprovementAction } from '#domain/improvement-action/improvement-action.ts'
import type { GradeCounts } from '#domain/internal-audit/audit-report.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { lateReasons, type LateReason } from '#domain/field-visit/late-reason.ts'
import type { ReviewInputId } from './review-input.ts'

type KnownAction = Pick<ImprovementAction, 'state' | 'until'>

/** One conclusion of an internal audit. */
export interface KnownAudit {
  readonly on: LocalDate
  readonly counts: GradeCounts
}

export interface KnownRound {
  readonly round: string
  /** 0 to 3; null where nothing is scored. */
  readonly mean: number | null
  /** Key questions that block "ready". */
  readonly blocking: number
}

/** What the app holds about one commune; lists may be empty. */
export interface ReviewFacts {
  /** Actions decided in earlier reviews. */
  readonly earlierDecisions: readonly KnownAction[]
  /** Actions out of self-assessments. */
  readonly improvements: readonly KnownAction[]
  /** Published findings, by their grade, with whether their corrective action is closed. */
  readonly findings: readonly { readonly grade: FindingGrade | null; readonly isClosed: boolean }[]
  /** Corrective action requests. */
  readonly requests: { readonly open: number; readonly overdue: number; readonly closed: number }
  /** Latest first. */
  readonly audits: readonly KnownAudit[]
  /** Handed in, latest first. */
  readonly rounds: readonly KnownRound[]
  readonly pilot: { readonly percent: number; readonly stage: string | null; readonly daysLate: number } | null
  /** Latest first, those of the last twelve months. */
  readonly visits: readonly Pick<Visit, 'lateReasons' | 'flag'>[]
  /** Editions that differ: what was declared and what the plan asks for. */
  readonly editions: { readonly declared: string | null; readonly planned: string | null }
}

/** One sentence to be: a key in the language file and what it names. */
export interface GatheredLine {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
}

export type Gathered = Readonly<Partial<Record<ReviewInputId, readonly GatheredLine[]>>>

const line = (key: string, params: GatheredLine['params'] = {}): GatheredLine => ({ key, params })

function actionLines(key: string, actions: readonly KnownAction[], today: LocalDate): readonly GatheredLine[] {
  if (actions.length === 0) return []
  const count = (state: string): number => actions.filter((action) => action.state === state).length
  const overdue = actions.filter((action) => daysOverdue(action, today) > 0).length
  return [line(key, { total: actions.length, done: count('done'), open: count('open'), overdue })]
}

function findingLines({ findings, requests }: ReviewFacts): readonly GatheredLine[] {
  const graded = (grade: FindingGrade, isClosed: boolean): number =>
    findings.filter((finding) => finding.grade === grade && finding.isClosed === isClosed).length
  const total = requests.open + requests.closed
  return [
    ...(findings.length === 0
      ? []
      : [
          line('findings', {
            major: graded('major', false),
            minor: graded('minor', false),
            closed: findings.filter(({ isClosed }) => isClosed).length,
          }),
        ]),
    ...(total === 0 ? [] : [line('requests', { total, ...requests })]),
  ]
}

function scoreLines({ rounds }: ReviewFacts): readonly GatheredLine[] {
  const [latest, before] = rounds
  if (!latest || latest.mean === null) return []
  const now = { round: latest.round, mean: latest.mean, blocking: latest.blocking }
  if (!before || before.mean === null) return [line('score', now)]
  return [line('scoreCompared', { ...now, before: before.mean, earlier: before.round })]
}

function resourceLines({ visits }: ReviewFacts): readonly GatheredLine[] {
  const counted = lateReasons
    .map(({ id }) => ({ id, count: visits.filter(({ lateReasons: given }) => given.includes(id)).length }))
    .filter(({ id, count }) => count > 0 && aboutResources.includes(id))
  return counted.map(({ id, count }) => line('lateReason', { reason: id, count }))
}

const aboutResources: readonly LateReason[] = [
  'heavy-workload',
  'short-of-staff',
  'staff-moved',
  'short-of-funds',
  'short-of-equipment',
  'consultant-slow',
]

function opportunityLines({ findings, improvements }: ReviewFacts, today: LocalDate): readonly GatheredLine[] {
  const count = findings.filter(({ grade }) => grade === 'opportunity' || grade === 'observation').length
  return [
    ...(count === 0 ? [] : [line('opportunities', { count })]),
    ...actionLines('improvements', improvements, today),
  ]
}

const auditLines = ({ audits }: ReviewFacts): readonly GatheredLine[] =>
  audits.slice(0, 2).map(({ on, counts }) => line('audit', { on, ...counts }))

const pilotLines = ({ pilot }: ReviewFacts): readonly GatheredLine[] => {
  if (pilot === null) return []
  const { percent, stage, daysLate } = pilot
  if (stage === null) return [line('pilotDone', { percent })]
  return [line(daysLate > 0 ? 'pilotLate' : 'pilot', { percent, stage, daysLate })]
}

const contextLines = ({ editions: { declared, planned } }: ReviewFacts): readonly GatheredLine[] =>
  declared === null || planned === null || declared === planned ? [] : [line('edition', { declared, planned })]

const monitoringLines = ({ visits }: ReviewFacts): readonly GatheredLine[] =>
  visits.length === 0
    ? []
    : [line('visits', { count: visits.length, red: visits.filter(({ flag }) => flag === 'red').length })]

/** Every input the app has figures for. Rule MR-2. */
export function gather(facts: ReviewFacts, today: LocalDate): Gathered {
  const all: Gathered = {
    'earlier-decisions': actionLines('earlierDecisions', facts.earlierDecisions, today),
    context: contextLines(facts),
    objectives: pilotLines(facts),
    'process-results': scoreLines(facts),
    nonconformities: findingLines(facts),
    monitoring: monitoringLines(facts),
    audits: auditLines(facts),
    resources: resourceLines(facts),
    opportunities: opportunityLines(facts, today),
  }
  return Object.fromEntries(Object.entries(all).filter(([, lines]) => lines.length > 0))
}
