/**
 * What came of inspections, compiled by the department for the province: per inspection its shortcomings, their days, what
 * the communes reported about them, and which report is missing. Worked out from sealed minutes and reports only.
 */
import { type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { countShortcomings, type MinutesContent, type ShortcomingCounts } from './minutes.ts'
import type { RemedyReportContent, RemedyVerdict, SealedShortcoming } from './remedy-report.ts'
import { callsForAction, type ShortcomingGrade } from './shortcoming.ts'

/** One inspection as the sealed records tell it. */
export interface InspectionRecord {
  readonly inspection: string
  readonly unit: string
  readonly minutes: readonly MinutesContent[]
  readonly reports: readonly RemedyReportContent[]
}

/** Where a shortcoming stands; `waiting` and `overdue` are those nobody reported about. Rule INS-12. */
export type ShortcomingStanding = RemedyVerdict | 'waiting' | 'overdue'

export interface FollowedShortcoming {
  readonly id: string
  readonly grade: ShortcomingGrade
  readonly facts: string
  readonly dueOn: LocalDate | null
  readonly standing: ShortcomingStanding
}

/** `not-needed` where nothing calls for action. */
export type ReportStanding = 'not-needed' | 'awaited' | 'missing' | 'sent' | 'sent-late' | 'sent-partial'

export interface FollowedInspection {
  readonly inspection: string
  readonly unit: string
  /** Day of the first minutes. */
  readonly on: LocalDate
  readonly counts: ShortcomingCounts
  readonly shortcomings: readonly FollowedShortcoming[]
  readonly remedied: number
  readonly overdue: number
  /** How many call for action. */
  readonly asked: number
  readonly reportDueOn: LocalDate | null
  readonly report: ReportStanding
}

export interface Compilation {
  readonly rows: readonly FollowedInspection[]
  readonly totals: {
    readonly inspections: number
    readonly communes: number
    readonly counts: ShortcomingCounts
    readonly asked: number
    readonly remedied: number
    readonly overdue: number
    readonly reportsMissing: number
  }
}

/** Those of every sealed minutes once each, as the first minutes that named them have them. */
export function sealedShortcomings(minutes: readonly MinutesContent[]): readonly SealedShortcoming[] {
  const found = new Map<string, SealedShortcoming>()
  for (const { on, shortcomings } of inSealingOrder(minutes)) {
    for (const one of shortcomings)
      if (one.grade !== null && !found.has(one.id)) found.set(one.id, { ...one, grade: one.grade, minutesOn: on })
  }
  return [...found.values()]
}

const inSealingOrder = <R extends { readonly sealedAt: string }>(records: readonly R[]): readonly R[] =>
  [...records].sort((a, b) => (a.sealedAt < b.sealedAt ? -1 : a.sealedAt > b.sealedAt ? 1 : 0))

/** The last day any minutes set for the report; null where none did. */
export const reportDueOf = (minutes: readonly MinutesContent[]): LocalDate | null =>
  minutes.reduce<LocalDate | null>(
    (latest, { reportDueOn }) =>
      reportDueOn !== null && (latest === null || reportDueOn > latest) ? reportDueOn : latest,
    null,
  )

const dueDay = ({ dueOn }: SealedShortcoming): LocalDate | null => {
  const read = parseWrittenDate(dueOn?.text ?? '')
  return read.ok ? read.value : null
}

/** The latest report that speaks of it decides. Rule INS-12. */
function standingOf(
  { id }: SealedShortcoming,
  dueOn: LocalDate | null,
  reports: readonly RemedyReportContent[],
  today: LocalDate,
): ShortcomingStanding {
  const line = inSealingOrder(reports)
    .flatMap(({ lines }) => lines)
    .findLast(({ shortcoming }) => shortcoming === id)
  const isPast = dueOn !== null && dueOn < today
  if (line === undefined) return isPast ? 'overdue' : 'waiting'
  return line.verdict !== 'in-time' && line.verdict !== 'late' && isPast ? 'overdue' : line.verdict
}

/** Further minutes may ask for what no report speaks of: one sent before them is no report about that. Rule INS-12. */
function reportStanding(
  asked: readonly Pick<SealedShortcoming, 'id'>[],
  dueOn: LocalDate | null,
  reports: readonly RemedyReportContent[],
  today: LocalDate,
): ReportStanding {
  if (asked.length === 0) return 'not-needed'
  const [first, last] = [inSealingOrder(reports)[0], inSealingOrder(reports).at(-1)]
  const told = new Set(reports.flatMap(({ lines }) => lines.map(({ shortcoming }) => shortcoming)))
  if (asked.some(({ id }) => !told.has(id))) return dueOn !== null && dueOn < today ? 'missing' : 'awaited'
  if (!last?.isComplete) return 'sent-partial'
  return first?.isLate ? 'sent-late' : 'sent'
}

/** Null where nothing was sealed yet. Rule INS-12. */
export function followInspection(record: InspectionRecord, today: LocalDate): FollowedInspection | null {
  const [first] = inSealingOrder(record.minutes)
  if (first === undefined) return null
  const all = sealedShortcomings(record.minutes)
  const shortcomings = all.map((one): FollowedShortcoming => {
    const dueOn = dueDay(one)
    const { id, grade, facts } = one
    return { id, grade, facts, dueOn, standing: standingOf(one, dueOn, record.reports, today) }
  })
  const asked = shortcomings.filter(({ grade }) => callsForAction(grade))
  const dueOn = reportDueOf(record.minutes)
  return {
    inspection: record.inspection,
    unit: record.unit,
    on: first.on,
    counts: countShortcomings(all),
    shortcomings,
    remedied: asked.filter(({ standing }) => standing === 'in-time' || standing === 'late').length,
    overdue: asked.filter(({ standing }) => standing === 'overdue').length,
    asked: asked.length,
    reportDueOn: dueOn,
    report: reportStanding(asked, dueOn, record.reports, today),
  }
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0)

/** Every shortcoming that a commune has to put right, with its commune; observations are for it to know. Rule INS-13. */
export const toBePutRight = (
  rows: readonly FollowedInspection[],
): readonly (FollowedShortcoming & { readonly unit: string })[] =>
  rows.flatMap(({ unit, shortcomings }) =>
    shortcomings.filter(({ grade }) => callsForAction(grade)).map((one) => ({ ...one, unit })),
  )

/** Newest minutes first. Rule INS-13. */
export function compileInspections(records: readonly InspectionRecord[], today: LocalDate): Compilation {
  const rows = records
    .flatMap((record) => followInspection(record, today) ?? [])
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.inspection < b.inspection ? -1 : 1))
  return {
    rows,
    totals: {
      inspections: rows.length,
      communes: new Set(rows.map(({ unit }) => unit)).size,
      counts: {
        major: sum(rows, ({ counts }) => counts.major),
        minor: sum(rows, ({ counts }) => counts.minor),
        observation: sum(rows, ({ counts }) => counts.observation),
      },
      asked: sum(rows, ({ asked }) => asked),
      remedied: sum(rows, ({ remedied }) => remedied),
      overdue: sum(rows, ({ overdue }) => overdue),
      reportsMissing: rows.filter(({ report }) => report === 'missing').length,
    },
  }
}
