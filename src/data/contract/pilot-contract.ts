/** The pilot model: plans, and the stages of each commune as events nobody can overwrite. */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { PilotProgress } from '#domain/pilot/progress.ts'
import type { StageEvent, StageState } from '#domain/pilot/stage-event.ts'
import type { Stage } from '#domain/pilot/stage-template.ts'
import type { EvidenceView } from './evidence-contract.ts'
import type { RecordLocation } from './record-location.ts'
import type { SaveResult } from './store-contract.ts'

export interface StageView extends StageState {
  /** As the plan of the commune has it: what proves it, its weight and its duration. */
  readonly definition: Stage
  readonly events: readonly (StageEvent & { readonly location: RecordLocation })[]
  readonly evidence: readonly EvidenceView[]
}

export interface PilotView {
  readonly plan: Plan
  readonly unitId: string
  readonly stages: readonly StageView[]
  readonly progress: PilotProgress
}

export interface StageDeclaration {
  readonly unitId: string
  readonly stage: string
  readonly on: LocalDate
  readonly note: string
  /** Deliverable → evidence entity, or an attestation in words where the document is on paper. */
  readonly deliverables: readonly {
    readonly deliverable: string
    readonly evidenceId: string | null
    readonly attestation: string
  }[]
}

export interface PilotRepository {
  plans(): Promise<readonly Plan[]>
  /** The live plan whose cohort holds the commune, with derived stages; null where there is none. */
  ofCommune(unitId: string, today: LocalDate): Promise<PilotView | null>
  /** Id under which evidence for a stage is attached: `stage.{unit}.{plan}.{stage}`. */
  stageEntity(unitId: string, planId: string, stage: string): string
  start(unitId: string, stage: string, on: LocalDate): SaveResult
  declare(declaration: StageDeclaration): Promise<Result<{ readonly savedAt: number }, Problem>>
  confirm(unitId: string, stage: string, on: LocalDate, note: string): SaveResult
  sendBack(unitId: string, stage: string, on: LocalDate, note: string): SaveResult
}
