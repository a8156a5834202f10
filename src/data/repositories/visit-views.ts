/** Visits, plans of visits and sealed records as the screens read them, from their rows; fields nobody wrote have defaults. */
import { lastChange } from '#domain/change/entity-state.ts'
import type { CheckedLine } from '#domain/field-visit/checked-line.ts'
import type { PlannedVisit } from '#domain/field-visit/planned-visit.ts'
import {
  noVisitDetails,
  type Visit,
  type VisitDetails,
  type VisitFlag,
  type WholeVisit,
} from '#domain/field-visit/visit.ts'
import type { Spot } from '#domain/field-visit/spot.ts'
import type { VisitRecordContent } from '#domain/field-visit/visit-record.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { PlannedVisitView, VisitRecordView, VisitView } from '#data/contract/visit-contract.ts'
import type { Locate } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { type Fielded, field, nullable } from './entity-query.ts'
import type { ReadWritten } from './written-by.ts'

/** The last record is sealed and nobody began a further one. Rule VIS-14. */
export const isVisitSealed = (of: Fielded): boolean => (nullable<string>(of, 'record') ?? '') !== ''

/** A record comes from anywhere: what is no line is left out. */
function checkedOf(of: Fielded): VisitDetails['checked'] {
  const lines: unknown = nullable<unknown>(of, 'checked')
  const isLine = (line: unknown): line is CheckedLine =>
    typeof line === 'object' &&
    line !== null &&
    ['about', 'known', 'found'].every((name) => typeof (line as Record<string, unknown>)[name] === 'string')
  return Array.isArray(lines) ? lines.filter(isLine) : noVisitDetails.checked
}

function spotOf(of: Fielded): VisitDetails['spot'] {
  const spot = nullable<Partial<Spot>>(of, 'spot')
  const [north, east] = [spot?.north, spot?.east]
  return Number.isInteger(north) && Number.isInteger(east) ? { north: north as number, east: east as number } : null
}

const detailsOf = (of: Fielded): VisitDetails => ({
  from: nullable<string>(of, 'from'),
  to: nullable<string>(of, 'to'),
  visitors: field(of, 'visitors', ''),
  received: field(of, 'received', ''),
  checked: checkedOf(of),
  coordination: nullable<NonNullable<VisitDetails['coordination']>>(of, 'coordination'),
  opinion: field(of, 'opinion', ''),
  spot: spotOf(of),
  planned: nullable<string>(of, 'planned'),
})

export const visitOf = (of: Fielded, id: string): WholeVisit => ({
  id,
  unit: field(of, 'unit', ''),
  on: nullable<Visit['on']>(of, 'on') ?? { text: '', date: null },
  stage: field<StageCode>(of, 'stage', 'G0'),
  flag: field<VisitFlag>(of, 'flag', 'yellow'),
  done: field(of, 'done', ''),
  lateReasons: nullable<Visit['lateReasons']>(of, 'lateReasons') ?? [],
  recommendation: field(of, 'recommendation', ''),
  ...detailsOf(of),
})

export const visitView = (row: EntityRow, locate: Locate): VisitView => ({
  ...visitOf(row, row.e),
  isSealed: isVisitSealed(row),
  location: locate(row),
  by: lastChange(row.box)?.u ?? '',
})

const dayOf = ({ on }: VisitView): string => on.date ?? ''

export const newestDayFirst = (a: VisitView, b: VisitView): number =>
  dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : a.id < b.id ? 1 : -1

export const plannedOf = (of: Fielded, id: string): PlannedVisit => ({
  id,
  unit: field(of, 'unit', ''),
  on: field<string>(of, 'on', '') as LocalDate,
  from: nullable<string>(of, 'from'),
  order: field(of, 'order', 0),
  purpose: field(of, 'purpose', ''),
  state: field<string>(of, 'state', 'planned') === 'cancelled' ? 'cancelled' : 'planned',
  visit: nullable<string>(of, 'visit'),
})

export const plannedView = (row: EntityRow, locate: Locate): PlannedVisitView => ({
  ...plannedOf(row, row.e),
  location: locate(row),
})

export const recordView = (row: EntityRow, written: ReadWritten): VisitRecordView => ({
  id: row.e,
  content: field<VisitRecordContent>(row, 'content', {} as VisitRecordContent),
  sha256: field(row, 'sha256', ''),
  ...written(row),
})
