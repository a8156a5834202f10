/**
 * The programme of a year, the plans of its audits and who audits: written field by field, so that two who plan offline
 * disturb each other only where they mean the same thing. Approvals are steps, written once each.
 */
import type { Approval, ApprovalDecision } from '#domain/audit-planning/approval.ts'
import type { Auditor } from '#domain/audit-planning/auditor.ts'
import type { AuditPlan } from '#domain/audit-planning/audit-plan.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import type { Clash } from '#domain/audit-planning/double-booking.ts'
import type { AuditProgramme, ProgrammeSlot } from '#domain/audit-planning/programme.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Written } from './review-contract.ts'
import type { SaveResult } from './store-contract.ts'

export interface AuditorView extends Auditor, Written {}

export interface PlanView extends AuditPlan, Written {}

export interface ApprovalView extends Approval, Written {
  readonly of: string
}

/** A programme with its lines; `isKept` is false while nobody wrote anything of it. */
export interface ProgrammeBoard {
  readonly programme: AuditProgramme
  readonly slots: readonly ProgrammeSlot[]
  readonly auditors: readonly AuditorView[]
  readonly isKept: boolean
  /** Over its content as it stands now; what an approval has to name. Rule AP-17. */
  readonly sha256: string
}

/** A plan with its sessions in order, and what of them clashes with any session that is known here. */
export interface PlanBoard {
  readonly plan: PlanView
  readonly sessions: readonly AuditSession[]
  /** Of the commune. */
  readonly auditors: readonly AuditorView[]
  /** Field sessions of the commune's other plans, for rotation. */
  readonly earlier: readonly AuditSession[]
  /** By session id. Rule AP-14. */
  readonly clashes: ReadonlyMap<string, readonly Clash[]>
  /** Over its content as it stands now. Rule AP-17. */
  readonly sha256: string
}

/** Everything that is planned in some communes. */
export interface PlanningBoard {
  readonly programmes: readonly AuditProgramme[]
  readonly slots: readonly ProgrammeSlot[]
  readonly plans: readonly PlanView[]
  readonly sessions: readonly AuditSession[]
  readonly auditors: readonly AuditorView[]
  /** By session id. Rule AP-14. */
  readonly clashes: ReadonlyMap<string, readonly Clash[]>
}

export type AuditorPatch = Pick<Auditor, 'name' | 'post' | 'account' | 'fields' | 'since' | 'until'>

export type ProgrammePatch = Partial<
  Pick<AuditProgramme, 'objectives' | 'edition' | 'scope' | 'frequency' | 'risks' | 'leader'>
>

export type PlanPatch = Partial<
  Pick<
    AuditPlan,
    | 'decisionNumber'
    | 'decidedOn'
    | 'round'
    | 'purpose'
    | 'scope'
    | 'edition'
    | 'from'
    | 'to'
    | 'leader'
    | 'members'
    | 'sentOn'
    | 'audit'
  >
>

export type NewSession = Omit<AuditSession, 'id'> & { readonly id: string | null }

export interface NewApproval {
  readonly unit: string
  readonly of: string
  readonly ofKind: string
  readonly sha256: string
  readonly decision: ApprovalDecision
  readonly note: string
}

export interface AuditPlanningRepository {
  board(units: readonly string[]): Promise<PlanningBoard>
  auditors(units: readonly string[]): Promise<readonly AuditorView[]>
  /** A new one where `id` is null; the id of an auditor of another commune takes the same person in. Rules AP-1 and AP-2. */
  saveAuditor(unit: string, id: string | null, auditor: AuditorPatch): Promise<Result<string, Problem>>
  programme(unit: string, year: number): Promise<ProgrammeBoard>
  saveProgramme(unit: string, year: number, patch: ProgrammePatch): SaveResult
  /** A line, new where `id` is null. Rule AP-3. */
  saveSlot(
    unit: string,
    year: number,
    slot: Omit<ProgrammeSlot, 'id' | 'programme'> & { readonly id: string | null },
  ): SaveResult
  removeSlot(unit: string, id: string): SaveResult
  /** Null where it is not on this device. */
  plan(unit: string, id: string): Promise<PlanBoard | null>
  /** A new plan with these first values; answers its id. */
  startPlan(unit: string, first: PlanPatch & { readonly programme: string | null }): Promise<Result<string, Problem>>
  /** Rule AP-6. */
  savePlan(unit: string, id: string, patch: PlanPatch): SaveResult
  removePlan(unit: string, id: string): SaveResult
  /** Refuses what AP-9, AP-11 and AP-13 refuse. */
  saveSession(session: NewSession): SaveResult
  removeSession(unit: string, id: string): SaveResult
  /** Rule AP-16. */
  moveSession(unit: string, id: string, on: LocalDate): SaveResult
  /** Rule AP-16. */
  shiftPlan(unit: string, id: string, days: number): SaveResult
  /** Of one record, the first first. */
  approvals(unit: string, of: string): Promise<readonly ApprovalView[]>
  /** One step more. Rule AP-18. */
  decide(approval: NewApproval): SaveResult
}
