/**
 * The commune's remedy report (báo cáo khắc phục): shortcoming by shortcoming what was done, with its proof, and what is
 * still to be done until when. Each report is sealed; one that comes later stands beside it. Late and partial ones are
 * said as such and never refused: a report that says "half" is worth more than none.
 */
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import { doneBounds, promisedBounds } from './days.ts'
import { hasText } from '#domain/kernel/text.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import type { CorrectiveActionState } from '#domain/corrective-action/state.ts'
import type { InspectionEvidenceRef } from './minutes.ts'
import { callsForAction, type Shortcoming, type ShortcomingGrade } from './shortcoming.ts'

export type RemedyState = 'done' | 'partial' | 'not-yet'

export const remedyStates: readonly RemedyState[] = ['done', 'partial', 'not-yet']

/** What the commune says about one shortcoming. */
export interface RemedyLine {
  /** Null in a draft. */
  readonly state: RemedyState | null
  /** What was done; where nothing was, why not. */
  readonly words: string
  /** Papers that prove it, by number and day, where no photo or document does. */
  readonly papers: string
  /** For `done`. */
  readonly doneOn: WrittenDate
  /** For what is not done yet. */
  readonly promisedOn: WrittenDate
}

const nowhere: WrittenDate = { text: '', date: null }

export const emptyRemedyLine: RemedyLine = { state: null, words: '', papers: '', doneOn: nowhere, promisedOn: nowhere }

/** A shortcoming out of sealed minutes, with what it weighs. */
export interface SealedShortcoming extends Shortcoming {
  readonly grade: ShortcomingGrade
  /** Day of the minutes that name it. */
  readonly minutesOn?: LocalDate
}

/** The corrective action that a shortcoming opened, as it stood when the report was sealed. */
export interface RemedyCorrective {
  readonly id: string
  readonly number: string
  readonly state: CorrectiveActionState
}

export interface ReportedLine extends RemedyLine {
  readonly shortcoming: string
  readonly grade: ShortcomingGrade
  readonly facts: string
  readonly dueOn: LocalDate | null
  readonly corrective: RemedyCorrective | null
  readonly verdict: RemedyVerdict
}

/** What a line comes to, from the days and not from what anybody calls it. Rule INS-10. */
export type RemedyVerdict = 'in-time' | 'late' | 'partial' | 'not-yet'

export interface RemedyReportContent {
  readonly inspection: string
  readonly unit: string
  /** 1 for the first report of an inspection, counted on for further ones. */
  readonly number: number
  readonly on: LocalDate
  readonly reportDueOn: LocalDate | null
  /** Sent after the day the team set. */
  readonly isLate: boolean
  /** Every shortcoming that calls for action is remedied. */
  readonly isComplete: boolean
  readonly lines: readonly ReportedLine[]
  /** What the commune says beside it: difficulties, requests. */
  readonly words: string
  readonly evidence: readonly InspectionEvidenceRef[]
  /** ISO 8601 in UTC. */
  readonly sealedAt: string
  /** Account id. */
  readonly sealedBy: string
}

const isBlank = (text: string): boolean => !hasText(text)
const dayOf = ({ text }: WrittenDate): LocalDate | null => {
  const read = parseWrittenDate(text)
  return read.ok ? read.value : null
}

const unreadable = ({ text }: WrittenDate): Problem | null => {
  if (isBlank(text)) return null
  const read = parseWrittenDate(text)
  return read.ok ? null : { code: read.error, params: { text } }
}

function doneProblems(line: RemedyLine, hasEvidence: boolean, today: LocalDate): readonly Problem[] {
  const wrong = unreadable(line.doneOn)
  const day = dayOf(line.doneOn)
  return [
    ...(wrong ? [wrong] : []),
    ...(isBlank(line.doneOn.text) ? [{ code: 'remedy.done-on-missing' } as const] : []),
    ...(day !== null && day > today ? [{ code: 'remedy.done-on-ahead' } as const] : []),
    ...(hasEvidence || !isBlank(line.papers) ? [] : [{ code: 'remedy.proof-missing' } as const]),
  ]
}

function openProblems(line: RemedyLine, today: LocalDate): readonly Problem[] {
  const wrong = unreadable(line.promisedOn)
  const day = dayOf(line.promisedOn)
  return [
    ...(wrong ? [wrong] : []),
    ...(isBlank(line.promisedOn.text) ? [{ code: 'remedy.promise-missing' } as const] : []),
    ...(day !== null && day < today ? [{ code: 'remedy.promise-past' } as const] : []),
  ]
}

/** What a line lacks, in the order of the form. Rule INS-9. */
export function remedyLineProblems(line: RemedyLine, hasEvidence: boolean, today: LocalDate): readonly Problem[] {
  if (line.state === null) return [{ code: 'remedy.state-missing' }]
  return [
    ...(isBlank(line.words) ? [{ code: 'remedy.words-missing' } as const] : []),
    ...(line.state === 'done' ? doneProblems(line, hasEvidence, today) : openProblems(line, today)),
  ]
}

/** Rule INS-10. */
export function remedyVerdict(line: Pick<RemedyLine, 'state' | 'doneOn'>, dueOn: LocalDate | null): RemedyVerdict {
  if (line.state === 'partial') return 'partial'
  if (line.state !== 'done') return 'not-yet'
  const day = dayOf(line.doneOn)
  return dueOn !== null && day !== null && day > dueOn ? 'late' : 'in-time'
}

export interface RemedyWork {
  readonly inspection: string
  readonly unit: string
  /** Those of all sealed minutes of the inspection. */
  readonly shortcomings: readonly SealedShortcoming[]
  /** By id of the shortcoming. */
  readonly lines: Readonly<Record<string, RemedyLine>>
  readonly words: string
  readonly reportDueOn: LocalDate | null
  readonly evidence: readonly InspectionEvidenceRef[]
  /** By id of the shortcoming. */
  readonly correctives: Readonly<Record<string, RemedyCorrective>>
}

/** Shortcomings a report has to speak of. Rule INS-9. */
export const toReport = (shortcomings: readonly SealedShortcoming[]): readonly SealedShortcoming[] =>
  shortcomings.filter(({ grade }) => callsForAction(grade))

export interface LineProblems {
  readonly shortcoming: string
  readonly problems: readonly Problem[]
}

/** Asked of whoever writes, beside what every report must say. Rule INS-19. */
function lineDayProblems(
  { state, doneOn, promisedOn }: RemedyLine,
  minutesOn: LocalDate | null,
  today: LocalDate,
): readonly Problem[] {
  if (state === null) return []
  const problem =
    state === 'done'
      ? outsideBounds(dayOf(doneOn), doneBounds(minutesOn))
      : outsideBounds(dayOf(promisedOn), promisedBounds(today))
  return problem === null ? [] : [problem]
}

/** Lines that lack something; empty where the report may be sealed. Rules INS-9 and INS-19. */
export const remedyProblems = (work: RemedyWork, today: LocalDate): readonly LineProblems[] =>
  toReport(work.shortcomings)
    .map(({ id, minutesOn = null }) => {
      const hasEvidence = work.evidence.some(({ subject }) => subject === id)
      const line = work.lines[id] ?? emptyRemedyLine
      const problems = [...remedyLineProblems(line, hasEvidence, today), ...lineDayProblems(line, minutesOn, today)]
      return { shortcoming: id, problems }
    })
    .filter(({ problems }) => problems.length > 0)

export interface RemedySealParts {
  readonly number: number
  readonly on: LocalDate
  readonly sealedAt: string
  readonly sealedBy: string
}

function reportedLine(work: RemedyWork, { id, grade, facts, dueOn }: SealedShortcoming): ReportedLine {
  const line = work.lines[id] ?? emptyRemedyLine
  const due = dueOn === null ? null : dayOf(dueOn)
  const corrective = work.correctives[id] ?? null
  return { ...line, shortcoming: id, grade, facts, dueOn: due, corrective, verdict: remedyVerdict(line, due) }
}

/** Rules INS-9 to INS-11. */
export function createRemedyReport(work: RemedyWork, parts: RemedySealParts): Result<RemedyReportContent, Problem> {
  const open = remedyProblems(work, parts.on)
  if (open.length > 0) return err({ code: 'remedy.incomplete', params: { count: String(open.length) } })
  const lines = toReport(work.shortcomings).map((one) => reportedLine(work, one))
  if (lines.length === 0) return err({ code: 'remedy.nothing-to-report' })
  return ok({
    inspection: work.inspection,
    unit: work.unit,
    number: parts.number,
    on: parts.on,
    reportDueOn: work.reportDueOn,
    isLate: work.reportDueOn !== null && parts.on > work.reportDueOn,
    isComplete: lines.every(({ state }) => state === 'done'),
    lines,
    words: work.words.trim(),
    evidence: [...work.evidence].sort((a, b) => (`${a.subject} ${a.sha256}` < `${b.subject} ${b.sha256}` ? -1 : 1)),
    sealedAt: parts.sealedAt,
    sealedBy: parts.sealedBy,
  })
}

/** What the hash of a sealed report is taken over. Rule INS-11. */
export const remedyReportBytes = (content: RemedyReportContent): Uint8Array => utf8Bytes(canonicalJson(content))
