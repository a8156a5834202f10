// What is chosen of the country, read out of the address: a province, a state, a search.
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { type CommuneLine, daysBehind, type ProvinceSummary } from '#domain/reporting/province-summary.ts'
import type { CountryNames } from './country-names.ts'

export const shownStates = ['all', 'taking-part', 'late', 'declared', 'obstacles'] as const

type ShownState = (typeof shownStates)[number]

export interface CountryQuery {
  /** '' for all. */
  readonly province: string
  readonly show: ShownState
  readonly text: string
}

export function readCountryQuery(query: Readonly<Record<string, string>>): CountryQuery {
  const { province = '', show = '', q = '' } = query
  return { province, show: shownStates.find((one) => one === show) ?? 'all', text: q }
}

/** Provinces are listed until somebody asks for communes. */
export const asksForCommunes = ({ province, show, text }: CountryQuery): boolean =>
  province !== '' || show !== 'all' || text.trim() !== ''

export interface ProvinceLine {
  readonly province: string
  readonly line: CommuneLine
}

const fits = (line: CommuneLine, show: ShownState, today: LocalDate): boolean => {
  if (show === 'all') return true
  if (!line.takesPart) return false
  if (show === 'late') return daysBehind(line, today) > 0
  if (show === 'declared') return line.declaredOn !== null
  return show === 'obstacles' ? line.openObstacles > 0 : true
}

/** Those that take part before the others. */
const takingPartFirst = (lines: readonly CommuneLine[]): readonly CommuneLine[] => [
  ...lines.filter(({ takesPart }) => takesPart),
  ...lines.filter(({ takesPart }) => !takesPart),
]

/** The lines chosen, by province and in its order; those of a search the best match first. */
export function chosenLines(
  summaries: readonly ProvinceSummary[],
  { province, show, text }: CountryQuery,
  names: Pick<CountryNames, 'find'>,
  today: LocalDate,
): readonly ProvinceLine[] {
  const asked = summaries.filter((summary) => province === '' || summary.province === province)
  const lines = asked.flatMap((summary) =>
    takingPartFirst(summary.communes).map((line) => ({ province: summary.province, line })),
  )
  const fitting = lines.filter(({ line }) => fits(line, show, today))
  if (text.trim() === '') return fitting
  const byUnit = new Map(fitting.map((one) => [one.line.unit, one]))
  return names.find(text).flatMap((unit) => byUnit.get(unit) ?? [])
}
