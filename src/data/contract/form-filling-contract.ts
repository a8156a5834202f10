/**
 * Fillings of published forms: drafts of a commune, their answers question by question, and what was handed in; and forms
 * that are filled in at a visit, which are sealed with its record (`visit-contract.ts`).
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { FillingContent } from '#domain/questionnaire/filling/filling-content.ts'
import type { FillingProgress } from '#domain/questionnaire/filling/progress.ts'
import type { FillingAnswer } from '#domain/questionnaire/filling/stored-answers.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import type { AsideAnswer } from '#domain/questionnaire/revision/move-answers.ts'
import type { RecordLocation } from './record-location.ts'
import type { EvidenceView } from './evidence-contract.ts'
import type { SaveResult } from './store-contract.ts'

export interface FillingListItem extends FillingProgress {
  readonly id: string
  readonly unitId: string
  /** `id@version`; changes only when the draft is moved to a later version. */
  readonly form: string
  /** E.g. `2026-1`; of a form at a visit the visit's id. */
  readonly round: string
  /** The visit it is filled in at; null for one of the commune. */
  readonly visit: string | null
  readonly startedOn: string
  /** Milliseconds since 1970; null for a draft. Of a form at a visit when the visit's record was sealed. */
  readonly submittedAt: number | null
  /** False where only its completeness is known here. */
  readonly isDraftHere: boolean
  /** Null for a draft that was never handed in; `reopened` until the correction is handed in (FIL-13). */
  readonly review: 'submitted' | 'reopened' | 'closed' | null
  readonly location: RecordLocation
}

export interface FillingAnswerView extends FillingAnswer {
  /** Two people answered without seeing each other. */
  readonly hasConflict: boolean
  /** Last change by a person, milliseconds since 1970 and account id; absent for what the form filled in at its start. */
  readonly changedAt?: number
  readonly changedBy?: string
  /** The `id@version` under whose words somebody said that it still holds. */
  readonly confirmed?: string
}

export interface FillingView extends FillingListItem {
  readonly answers: readonly FillingAnswerView[]
  /** Ids of the answers that photos hang on, one entry a photo. */
  readonly evidence: readonly string[]
  /** Answers that did not fit when the draft was moved to a later version: kept, and nobody's answers now. */
  readonly aside: readonly AsideAnswer[]
  /** The `id@version` it was moved from last, and when (milliseconds since 1970); absent where it never was. */
  readonly moved?: { readonly from: string; readonly at: number }
}

/**
 * Fields of one answer that change; what is left out stays. `seen` are the texts that stood there when the person began:
 * another that arrived since stays beside the new one (FIL-17). Without it everything that is there counts as seen.
 */
export type FillingPatch = Pick<FillingAnswer, 'path'> &
  Partial<FillingAnswer> &
  Pick<FillingAnswerView, 'confirmed'> & { readonly seen?: readonly string[] }

export interface FillingStart {
  readonly unitId: string
  /** `id@version`. */
  readonly form: string
  /** What the form fills in by itself. */
  readonly answers: readonly FillingPatch[]
  readonly progress: FillingProgress
  /** The visit at which it is filled in; one that was begun there is begun once. */
  readonly visit?: string
}

/** A sealed filling as those read it who follow the commune. */
export interface FillingSubmissionView {
  readonly id: string
  readonly filling: string
  readonly content: FillingContent
  readonly sha256: string
  readonly location: RecordLocation
  readonly evidence: readonly EvidenceView[]
}

export interface FormFillingRepository {
  /** Of these communes, newest first; without those of visits. */
  list(unitIds: readonly string[]): Promise<readonly FillingListItem[]>
  /** A draft with its answers; null where only what was shared upward is here. */
  get(id: string): Promise<FillingView | null>
  start(start: FillingStart): Promise<Result<string, Problem>>
  /** Writes the given fields and how far the filling is, in one transaction. */
  save(id: string, patches: readonly FillingPatch[], progress: FillingProgress): SaveResult
  /** Seals the filling into `pub`. `filling.incomplete` names how much is missing. */
  submit(id: string, form: CompiledForm, language: string): SaveResult
  /** Moves a draft to a later version of its form, answers and all (RVS-8); `from` is the one it names now. */
  move(id: string, from: CompiledForm, to: CompiledForm): SaveResult
  /** Forms begun at a visit, in the order of their ids. How far they are the form reckons (FIL-19): here it is 0. */
  atVisit(unitId: string, visit: string): Promise<readonly FillingView[]>
  /** Takes a form away from its visit; begun again, it has its answers. Rule VIS-21. */
  takeAway(id: string): SaveResult
  /** What was handed in of a filling last. */
  submission(id: string): Promise<FillingSubmissionView | null>
}
