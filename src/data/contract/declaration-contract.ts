/** Declarations of conformity and certificates: the register, what speaks against the next one, and signs of decay. */
import type { DecayReason } from '#domain/declaration/decay.ts'
import type { DeclarationContent, DeclarationDraft, RedeclarationReason } from '#domain/declaration/declaration.ts'
import type { DeclarationFacts } from '#domain/declaration/declaration-blocks.ts'
import type { DeclarationEvent, DeclarationEventType, DeclarationState } from '#domain/declaration/declaration-state.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { Written } from './review-contract.ts'
import type { SaveResult } from './store-contract.ts'

export interface DeclarationEventView extends DeclarationEvent, Omit<Written, 'at'> {
  /** False where it did not fit where the declaration stood. */
  readonly isTaken: boolean
}

export interface DeclarationView extends Written {
  readonly id: string
  readonly unit: string
  readonly content: DeclarationContent
  readonly sha256: string
  readonly state: DeclarationState
  readonly isExpiringSoon: boolean
  /** In the order in which they count, those that do not fit last. */
  readonly events: readonly DeclarationEventView[]
  /** Why the commune ought to declare again; empty unless it is in force, suspended or expired. */
  readonly redeclare: readonly RedeclarationReason[]
}

/** What the form of a new declaration begins with. */
export interface DeclarationOutlook {
  readonly facts: DeclarationFacts
  /** The mode and the edition the plan asks for; null without a plan. */
  readonly plan: Pick<Plan, 'id' | 'mode' | 'edition' | 'illustrative'> | null
  /** The latest of each commune that was not withdrawn. */
  readonly latest: DeclarationView | null
}

/** One commune whose system may live on paper only. */
export interface DecayView {
  readonly unit: string
  /** Empty where all is well. */
  readonly reasons: readonly DecayReason[]
}

export interface DeclarationRepository {
  /** The latest day first. */
  list(unitIds: readonly string[]): Promise<readonly DeclarationView[]>
  get(unitId: string, id: string): Promise<DeclarationView | null>
  outlook(unitId: string): Promise<DeclarationOutlook>
  /** Judges the conditions again inside the gesture and seals; answers the id. Rules DEC-1 to DEC-6. */
  declare(draft: DeclarationDraft): Promise<Result<string, Problem>>
  /** Rules DEC-7 and DEC-12. */
  addEvent(unitId: string, of: string, type: DeclarationEventType, on: LocalDate, reason: string): SaveResult
  /** Reads a handful of small rows per commune. Rule DEC-11. */
  decay(unitIds: readonly string[]): Promise<readonly DecayView[]>
}
