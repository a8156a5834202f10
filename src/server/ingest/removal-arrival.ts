/**
 * A plan that was approved, sent or begun, and a finding that was answered, are not taken away (AP-20, AUD-25, END-149).
 * That a plan was sent or begun stands in the plan itself, and a removal takes away only what it names as seen; approvals
 * and answers are records of their own, so of them only those count that the author of the removal made.
 */
import {
  applyOp,
  DELETED_FIELD,
  type EntityState,
  fieldValue,
  isDeleted,
  type Registers,
} from '#domain/change/entity-state.ts'
import type { Kind } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import type { Head } from '#domain/change/register.ts'
import { mayRemovePlan } from '#domain/audit-planning/audit-plan.ts'
import type { ApprovalDecision } from '#domain/audit-planning/approval.ts'
import { mayRemoveFinding } from '#domain/internal-audit/finding-response.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { replacedHead } from './seen-by-author.ts'

/** The records as they are within the transaction. */
interface Records {
  find(feed: string, entity: string): EntityState | undefined
  ofKind(feed: string, kind: string): readonly EntityState[]
}

/** Steps that keep a record of a kind where it is. */
const steps: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['audit-plan', 'approval'],
  ['finding', 'finding-response'],
])

const mayTakeAway = (op: Op, regs: Registers): boolean =>
  Object.hasOwn(op.f, DELETED_FIELD) || Object.hasOwn(regs, DELETED_FIELD)

/** The kind of steps that are asked for before `op` is judged; null where it takes nothing away. */
export function stepsAskedFor(op: Op, regs: Registers = {}): Kind | null {
  const kind = steps.get(op.k)
  return kind !== undefined && mayTakeAway(op, regs) ? kind : null
}

/** A removal may name what its author is to write yet, so any write is looked at for what it leads to. */
const takesAway = (op: Op, regs: Registers): boolean =>
  mayTakeAway(op, regs) && !isDeleted(regs) && isDeleted(applyOp(regs, op))

/** A replica knows what it wrote before, and a person what they wrote on whichever device, as far as the stamps tell. */
const isMadeBefore = ({ d, n, u, h }: Head, op: Op): boolean => (d === op.d ? n < op.n : u === op.u && h < op.h)

/** Steps about the record that the author of `op` made before. */
const ownSteps = (op: Op, kind: Kind, records: Records): readonly Registers[] =>
  records.ofKind(op.s, kind).flatMap(({ regs }) => {
    const isOwn = regs['of']?.h.some((head) => head.v === op.e && isMadeBefore(head, op)) === true
    return isOwn && !isDeleted(regs) ? [regs] : []
  })

/** Fields of a plan that say it was sent or begun; no program writes them empty again. */
const outFields = ['sentOn', 'audit'] as const

/** What a field says in any of the writings that stand in it: a removal names them all. */
const saidIn = (regs: Registers, field: string): string | null =>
  regs[field]?.h.flatMap(({ v }) => (typeof v === 'string' ? [v] : []))[0] ?? null

const planStays = (regs: Registers, approvals: readonly Registers[]): boolean => {
  const [sentOn, audit] = [saidIn(regs, 'sentOn'), saidIn(regs, 'audit')]
  const decided = approvals.map((approval) => ({ decision: fieldValue(approval, 'decision') as ApprovalDecision }))
  return !mayRemovePlan({ sentOn: sentOn as LocalDate | null, audit }, decided)
}

/** Whether it would make a plan that is known to be sent or begun one that is not. */
const callsBack = (op: Op, regs: Registers): boolean =>
  outFields.some((field) => op.f[field]?.[0] === null && typeof replacedHead(regs[field], op, field)?.v === 'string')

/** Why what takes a plan away is kept aside, or null. Rule AP-20. */
export function refusalOfPlan(op: Op, records: Records): ProblemCode | null {
  const regs = records.find(op.s, op.e)?.regs ?? {}
  const isGoing = takesAway(op, regs) && planStays(regs, ownSteps(op, 'approval', records))
  return isGoing || callsBack(op, regs) ? 'audit-plan.stays' : null
}

/** Why what takes a finding of the auditors away is kept aside, or null. Rule AUD-25. */
export function refusalOfFinding(op: Op, records: Records): ProblemCode | null {
  const regs = records.find(op.s, op.e)?.regs ?? {}
  const isGoing = takesAway(op, regs) && !mayRemoveFinding(ownSteps(op, 'finding-response', records))
  return isGoing ? 'finding.answered' : null
}
