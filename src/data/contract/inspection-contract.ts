/** Inspections by the province: what the team writes on the spot, what was sealed, and what the commune reports back. */
import type { InspectionRecord } from '#domain/inspection/compilation.ts'
import type { InspectionHead, Rating, SectionTexts } from '#domain/inspection/inspection.ts'
import type { InspectionWork, MinutesContent } from '#domain/inspection/minutes.ts'
import type { ItemAnswer } from '#domain/inspection/outline.ts'
import type {
  RemedyCorrective,
  RemedyLine,
  RemedyReportContent,
  SealedShortcoming,
} from '#domain/inspection/remedy-report.ts'
import type { Shortcoming } from '#domain/inspection/shortcoming.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { EvidenceView } from './evidence-contract.ts'
import type { RecordLocation } from './record-location.ts'
import type { SaveResult } from './store-contract.ts'

export interface InspectionListItem {
  readonly id: string
  readonly unit: string
  readonly head: InspectionHead
  /** Nothing is being written: the last minutes are sealed. */
  readonly isSealed: boolean
  readonly location: RecordLocation
}

export interface MinutesView {
  readonly id: string
  readonly content: MinutesContent
  readonly sha256: string
  readonly location: RecordLocation
}

export interface RemedyReportView {
  readonly id: string
  readonly content: RemedyReportContent
  readonly sha256: string
  readonly location: RecordLocation
}

export interface InspectionView extends InspectionWork {
  /** `id@version` of the province's form it goes by; null for the program's own outline. */
  readonly outlineForm: string | null
  /** Contents that were judged by an outline that was given up meanwhile. Rule INS-15. */
  readonly strays: readonly string[]
  readonly mayChangeOutline: boolean
  readonly isSealed: boolean
  /** Oldest first. */
  readonly minutes: readonly MinutesView[]
  /** Oldest first. */
  readonly reports: readonly RemedyReportView[]
  /** Of all sealed minutes. */
  readonly sealed: readonly SealedShortcoming[]
  /** Number and state of the corrective action by id of the shortcoming; absent where none was opened. */
  readonly correctives: Readonly<Record<string, RemedyCorrective>>
  /** The commune's proof by id of the shortcoming. */
  readonly remedyEvidence: Readonly<Record<string, readonly EvidenceView[]>>
  /** Fields, contents and shortcomings on which two people disagree unseen. */
  readonly conflicts: number
  readonly location: RecordLocation
}

/** What is written beside the head while the team works. */
export type InspectionPatch = Partial<SectionTexts> & {
  readonly rating?: Rating | null
  readonly minutesOn?: WrittenDate
  readonly reportDueOn?: WrittenDate
}

export type ShortcomingInput = Omit<Shortcoming, 'id'> & { readonly id?: string }

export interface RemedyInput {
  readonly lines: Readonly<Record<string, RemedyLine>>
  readonly words: string
}

export interface InspectionRepository {
  /** Newest first day first. */
  list(unitIds: readonly string[]): Promise<readonly InspectionListItem[]>
  /** Sealed minutes and reports of these communes, one record per inspection. Rule INS-13. */
  records(unitIds: readonly string[]): Promise<readonly InspectionRecord[]>
  /** Null where it is not on this device. */
  get(unitId: string, id: string): Promise<InspectionView | null>
  /** Rules INS-1 and INS-14; answers its id. `outline`: the form to go by, or null for the program's own. */
  begin(unitId: string, head: InspectionHead, outline?: string | null): Promise<Result<string, Problem>>
  saveHead(unitId: string, id: string, head: InspectionHead): SaveResult
  save(unitId: string, id: string, patch: InspectionPatch): SaveResult
  /** Goes by another outline. Rule INS-15. */
  chooseOutline(unitId: string, id: string, outline: string | null): SaveResult
  /** Rule INS-2. */
  answer(unitId: string, id: string, item: string, patch: Partial<ItemAnswer>): SaveResult
  /** Creates (no id) or changes one; answers its id. Rules INS-3, INS-4 and INS-8. */
  saveShortcoming(unitId: string, id: string, shortcoming: ShortcomingInput): Promise<Result<string, Problem>>
  removeShortcoming(unitId: string, id: string, shortcoming: string): SaveResult
  /** Seals the minutes and opens the corrective actions; answers the minutes' id. Rules INS-5 to INS-7. */
  seal(unitId: string, id: string): Promise<Result<string, Problem>>
  /** Begins further minutes. Rule INS-8. */
  reopen(unitId: string, id: string): SaveResult
  /** Answers the report's id. Rules INS-9 to INS-11. */
  sealRemedy(unitId: string, id: string, remedy: RemedyInput): Promise<Result<string, Problem>>
}
