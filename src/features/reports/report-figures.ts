// The figures of the progress report: one line a commune, a sum per area and over all. Counted from the summaries that
// every list reads, so that a report and a screen never differ.
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { areaFigures } from '#domain/reporting/area-figures.ts'
import type { CommuneSummary } from '#domain/reporting/commune-summary.ts'

export interface ReportTotals {
  readonly communes: number
  /** Mean of the communes, in whole per cent; null where no commune has figures. */
  readonly percentDeclared: number | null
  readonly percentConfirmed: number | null
  readonly declared: number
  readonly late: number
  readonly submitted: number
  readonly openMajor: number
  readonly openMinor: number
}

export interface ReportGroup {
  readonly id: string
  /** Null for communes outside the areas. */
  readonly name: string | null
  readonly rows: readonly CommuneRow[]
  /** How many communes stand in the groups before. */
  readonly start: number
  readonly totals: ReportTotals
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)

export function totalsOf(rows: readonly CommuneRow[], today: LocalDate): ReportTotals {
  const summaries: readonly CommuneSummary[] = rows.flatMap(({ summary }) => summary ?? [])
  const { declared, late, openMajor } = areaFigures(summaries, today)
  return {
    communes: rows.length,
    percentDeclared: mean(summaries.map(({ percentDeclared }) => percentDeclared)),
    percentConfirmed: mean(summaries.map(({ percentConfirmed }) => percentConfirmed)),
    declared,
    late,
    submitted: summaries.filter(({ assessment }) => assessment !== null && assessment.submittedOn !== null).length,
    openMajor,
    openMinor: summaries.reduce((sum, { openFindings }) => sum + openFindings.minor, 0),
  }
}

/** By area, in the order of the rows. */
export function reportGroups(rows: readonly CommuneRow[], today: LocalDate): readonly ReportGroup[] {
  const groups = new Map<string, CommuneRow[]>()
  for (const row of rows) {
    const id = row.area?.id ?? ''
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  let start = 0
  return [...groups].map(([id, group]) => {
    const made = { id, name: group[0]?.area?.name ?? null, rows: group, start, totals: totalsOf(group, today) }
    start += group.length
    return made
  })
}
