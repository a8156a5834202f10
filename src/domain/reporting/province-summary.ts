/**
 * What the endpoint tells of a province in one small record, so that a view of 3,321 communes reads 34 records and no
 * commune's own. It is kept by columns, one list per figure and one place in each list per commune. It holds days and no
 * counts of days: who is late is reckoned by the reader on the day of reading, so a record made last week still tells it.
 */
import { daysBetween, isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'

/** One commune as far as the country is told. */
export interface CommuneLine {
  readonly unit: string
  /** Whether a live plan has it; everything below is empty where none does. */
  readonly takesPart: boolean
  /** First stage neither declared nor confirmed; null when none is left. */
  readonly stage: StageCode | null
  /** Planned end of the first open stage of its own; null when none is open. Late from the day after. */
  readonly dueOn: LocalDate | null
  /** Sums of the weights of stages, 0 to 100. */
  readonly percentDeclared: number
  readonly percentConfirmed: number
  /** The day it declared conformity (G9). */
  readonly declaredOn: LocalDate | null
  /** Neither answered nor settled. */
  readonly openObstacles: number
  readonly openMajor: number
  readonly visitedOn: LocalDate | null
  /** The day of the latest change of anything it shares. */
  readonly changedOn: LocalDate | null
}

/** A list of columns of equal length, as it is stored. */
export type ProvinceColumns = { readonly [K in keyof CommuneLine]: readonly CommuneLine[K][] }

/** Id of the record of a province: there is one, written over. */
export const provinceSummaryId = (province: string): string => `psm.${province}`

export interface ProvinceSummary {
  /** Id of the province. */
  readonly province: string
  /** Id of its first live plan; '' where it has none. */
  readonly plan: string
  /** The day the figures are of. */
  readonly on: LocalDate
  /** When the endpoint made it, milliseconds since 1970. */
  readonly madeAt: number
  readonly communes: readonly CommuneLine[]
}

/** What stands for a column that an earlier endpoint did not write. */
const emptyLine: CommuneLine = {
  unit: '',
  takesPart: false,
  stage: null,
  dueOn: null,
  percentDeclared: 0,
  percentConfirmed: 0,
  declaredOn: null,
  openObstacles: 0,
  openMajor: 0,
  visitedOn: null,
  changedOn: null,
}

/** The line of a commune no live plan has. */
export const lineOutsidePlans = (unit: string): CommuneLine => ({ ...emptyLine, unit })

const columnNames = Object.keys(emptyLine) as (keyof CommuneLine)[]

/** Rule NAT-2. */
export const toColumns = (communes: readonly CommuneLine[]): ProvinceColumns =>
  Object.fromEntries(
    columnNames.map((name) => [name, communes.map((line) => line[name])]),
  ) as unknown as ProvinceColumns

/** The lines again; columns that are missing or too short count as not written. Rule NAT-2. */
export function fromColumns(columns: Partial<ProvinceColumns>): readonly CommuneLine[] {
  const units = Array.isArray(columns.unit) ? columns.unit : []
  const whole = columnNames.filter((name) => (columns[name] as readonly unknown[] | undefined)?.length === units.length)
  return units.map((_, at) => ({
    ...emptyLine,
    ...Object.fromEntries(whole.map((name) => [name, columns[name]?.[at] ?? emptyLine[name]])),
  }))
}

/** The fields of the stored record as a summary; null for what no endpoint wrote. */
export function readProvinceSummary(
  province: string,
  fields: { readonly plan?: unknown; readonly on?: unknown; readonly madeAt?: unknown; readonly columns?: unknown },
): ProvinceSummary | null {
  const { plan, on, madeAt, columns } = fields
  if (typeof on !== 'string' || !isLocalDate(on) || typeof madeAt !== 'number') return null
  if (typeof columns !== 'object' || columns === null) return null
  const communes = fromColumns(columns as Partial<ProvinceColumns>)
  return { province, plan: typeof plan === 'string' ? plan : '', on, madeAt, communes }
}

/** Days past the planned end of the stage it is in; 0 while it is not. Rule NAT-3. */
export const daysBehind = ({ dueOn }: Pick<CommuneLine, 'dueOn'>, today: LocalDate): number =>
  dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today))

export interface CountryFigures {
  readonly communes: number
  readonly takingPart: number
  readonly declared: number
  readonly late: number
  readonly openObstacles: number
  readonly openMajor: number
  /** Mean of the shares declared over those taking part, in whole per cent; null where none does. */
  readonly percentDeclared: number | null
}

/** Rule NAT-3. */
export function countryFigures(lines: readonly CommuneLine[], today: LocalDate): CountryFigures {
  let [takingPart, declared, late, openObstacles, openMajor, percent] = [0, 0, 0, 0, 0, 0]
  for (const line of lines) {
    if (!line.takesPart) continue
    takingPart += 1
    if (line.declaredOn !== null) declared += 1
    if (daysBehind(line, today) > 0) late += 1
    openObstacles += line.openObstacles
    openMajor += line.openMajor
    percent += line.percentDeclared
  }
  const percentDeclared = takingPart === 0 ? null : Math.round(percent / takingPart)
  return { communes: lines.length, takingPart, declared, late, openObstacles, openMajor, percentDeclared }
}
