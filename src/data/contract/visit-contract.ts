/** Visits to communes: planned for a day, recorded on the spot, sealed and signed by both sides. */
import type { PlannedVisit } from '#domain/field-visit/planned-visit.ts'
import type { Visit, VisitDetails, WholeVisit } from '#domain/field-visit/visit.ts'
import type { VisitRecordContent } from '#domain/field-visit/visit-record.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { RecordLocation } from './record-location.ts'
import type { ActionView, Written } from './review-contract.ts'
import type { SaveResult } from './store-contract.ts'

export interface VisitView extends WholeVisit {
  readonly location: RecordLocation
  readonly by: string
  /** Nothing of it is written any more: its last record is sealed. Rule VIS-14. */
  readonly isSealed: boolean
}

/** The latest visits of many communes, and how many there are. */
export interface LatestVisits {
  readonly visits: readonly VisitView[]
  readonly total: number
}

export interface VisitRecordView extends Written {
  readonly id: string
  readonly content: VisitRecordContent
  readonly sha256: string
}

/** One visit with everything that belongs to it. */
export interface VisitPage {
  readonly visit: VisitView
  /** Given on the spot, called-off ones among them. */
  readonly tasks: readonly ActionView[]
  /** Oldest first; two of one number where it was sealed twice apart. */
  readonly records: readonly VisitRecordView[]
}

/** What is written of a visit; a detail that is left out stays as it is. */
export type NewVisit = Omit<Visit, 'id'> & Partial<VisitDetails> & { readonly id?: string }

export interface PlannedVisitView extends PlannedVisit {
  readonly location: RecordLocation
}

export type NewPlannedVisit = Pick<PlannedVisit, 'unit' | 'on' | 'from' | 'order' | 'purpose'>

/** A stop by commune and id of its planned visit. */
export interface Stop {
  readonly unit: string
  readonly id: string
}

export interface VisitRepository {
  /** Newest day first. Of few communes: it reads every visit. */
  list(unitIds: readonly string[]): Promise<readonly VisitView[]>
  /** The last recorded ones, newest day first, read by their ids alone. */
  latest(unitIds: readonly string[], count: number): Promise<LatestVisits>
  /** Null where the visit is not on this device. */
  get(unitId: string, id: string): Promise<VisitPage | null>
  /** Creates (no id) or changes a visit and closes the plan it came of; answers its id. Rules VIS-1, VIS-14, VIS-15. */
  save(visit: NewVisit): Promise<Result<string, Problem>>
  /** Every visit that was planned and not called off, in no order. */
  planned(unitIds: readonly string[]): Promise<readonly PlannedVisitView[]>
  /** Answers the id. Rules VIS-10 and VIS-15. */
  plan(visit: NewPlannedVisit, today: LocalDate): Promise<Result<string, Problem>>
  changePlanned(stop: Stop, patch: Partial<Pick<PlannedVisit, 'from' | 'purpose'>>): SaveResult
  /** Gives the stops of a day the places in which they stand here. Rule VIS-6. */
  reorder(route: readonly Stop[]): SaveResult
  /** Calls a visit off; the record of it stays. */
  cancelPlanned(stop: Stop): SaveResult
  /**
   * Seals the record as the visit stands, with the forms filled in at it in the words of `language`, which is `vi` unless
   * told. Rules VIS-12, VIS-13, VIS-19 and VIS-20.
   */
  seal(unitId: string, id: string, language?: string): SaveResult
  /** Begins a further record. Rule VIS-14. */
  reopen(unitId: string, id: string): SaveResult
}
