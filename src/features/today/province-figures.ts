// The province in a few figures and one line per area, out of the summary rows alone.
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { areaFigures } from '#domain/reporting/area-figures.ts'

export interface AreaLine {
  readonly id: string
  /** Null for communes outside the areas. */
  readonly name: string | null
  readonly communes: number
  /** Mean of what the communes declared, in whole per cent; null where none has figures. */
  readonly percentDeclared: number | null
  readonly late: number
  readonly declared: number
}

export interface ProvinceFigures {
  readonly communes: number
  readonly declared: number
  readonly late: number
  readonly meanDaysLate: number | null
  readonly submitted: number
  readonly openMajor: number
  /** In the order of the rows. */
  readonly areas: readonly AreaLine[]
}

export function provinceFigures(rows: readonly CommuneRow[], today: LocalDate): ProvinceFigures {
  const summaries = rows.flatMap(({ summary }) => summary ?? [])
  const { declared, late, meanDaysLate, openMajor } = areaFigures(summaries, today)
  return {
    communes: rows.length,
    declared,
    late,
    meanDaysLate,
    submitted: summaries.filter(({ assessment }) => (assessment?.submittedOn ?? null) !== null).length,
    openMajor,
    areas: areaLines(rows, today),
  }
}

function areaLines(rows: readonly CommuneRow[], today: LocalDate): readonly AreaLine[] {
  const rowsByArea = new Map<string, CommuneRow[]>()
  for (const row of rows) {
    const id = row.area?.id ?? ''
    const known = rowsByArea.get(id)
    if (known) known.push(row)
    else rowsByArea.set(id, [row])
  }
  return [...rowsByArea].map(([id, group]) => {
    const summaries = group.flatMap(({ summary }) => summary ?? [])
    const { declared, late } = areaFigures(summaries, today)
    const percents = summaries.map(({ percentDeclared }) => percentDeclared)
    const percentDeclared =
      percents.length === 0 ? null : Math.round(percents.reduce((sum, one) => sum + one, 0) / percents.length)
    return { id, name: group[0]?.area?.name ?? null, communes: group.length, percentDeclared, late, declared }
  })
}
