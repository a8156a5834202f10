/**
 * What becomes of the open work of a unit that merged or was divided: a decision per record, written by its heir. The
 * standing of a record follows from all decisions about it, whatever order they came in.
 */
import { type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'

/** Kinds of records about which a decision is asked. Rule INH-1. */
const inheritableKinds = ['corrective-action', 'procedure', 'declaration'] as const
export type InheritableKind = (typeof inheritableKinds)[number]

export const isInheritableKind = (kind: string): kind is InheritableKind =>
  (inheritableKinds as readonly string[]).includes(kind)

export type HeirDecision = 'taken-over' | 'ended'

/** One decision of one possible heir about one record. */
export interface Inheritance {
  /** The heir. */
  readonly unit: string
  readonly of: string
  readonly ofKind: InheritableKind
  /** The unit the record belongs to. */
  readonly from: string
  readonly decision: HeirDecision
  readonly on: LocalDate
  readonly reason: string
  /** The record of the heir in which it goes on; null where none was written. */
  readonly to: string | null
}

export type InheritanceStanding = 'pending' | 'taken-over' | 'disputed' | 'ended'

/** One entity per record and heir, so that two people who decide alike decide once. */
export const inheritanceId = (entity: string): string => `inh.${entity}`

/** The heir to propose: the only unit that stands there; null where a person has to say which. Rule INH-2. */
export const proposedHeir = (heirs: readonly string[]): string | null =>
  heirs.length === 1 ? (heirs[0] ?? null) : null

/** `heirs`: the units that stand in the place of the old one. Rules INH-3 to INH-5. */
export function standingOf(heirs: readonly string[], decisions: readonly Inheritance[]): InheritanceStanding {
  const takers = new Set(decisions.filter(({ decision }) => decision === 'taken-over').map(({ unit }) => unit))
  if (takers.size > 1) return 'disputed'
  if (takers.size === 1) return 'taken-over'
  const ended = new Set(decisions.filter(({ decision }) => decision === 'ended').map(({ unit }) => unit))
  return heirs.length > 0 && heirs.every((heir) => ended.has(heir)) ? 'ended' : 'pending'
}

const LEAST_REASON = 10

/** What a person decides. */
export type HeirChoice =
  | { readonly decision: 'taken-over'; readonly heir: string | null; readonly dueOn?: WrittenDate | null }
  /** `heirs`: the units in whose name it is said; where several could inherit, each says it for itself. */
  | { readonly decision: 'ended'; readonly heirs: readonly string[]; readonly reason: string }

/** What the record asks of a decision about it. */
export interface Inheritable {
  readonly kind: InheritableKind
  readonly heirs: readonly string[]
  /** Last promised day of a request; null where there is none, and for other kinds. */
  readonly dueOn: LocalDate | null
  /** Whether a request of this grade needs a day. */
  readonly needsDay: boolean
}

/** A request whose day has passed goes on with a new one. Rules INH-7 and INH-12. */
export const asksForDay = ({ kind, dueOn, needsDay }: Inheritable, today: LocalDate): boolean =>
  kind === 'corrective-action' && (dueOn === null ? needsDay : dueOn < today)

/** Whether it can be taken over without any further question. Rule INH-12. */
export const isPlain = (record: Inheritable, today: LocalDate): boolean =>
  proposedHeir(record.heirs) !== null && !asksForDay(record, today)

function dayProblem(dueOn: WrittenDate | null | undefined, today: LocalDate): Problem | null {
  if (!dueOn || dueOn.text.trim() === '') return { code: 'inheritance.day-missing' }
  const day = parseWrittenDate(dueOn.text)
  if (!day.ok) return { code: day.error, params: { text: dueOn.text } }
  return day.value < today ? { code: 'inheritance.day-past' } : null
}

/** Why a choice cannot be kept; null where it can. Rules INH-6 and INH-7. */
export function choiceProblem(record: Inheritable, choice: HeirChoice, today: LocalDate): Problem | null {
  if (choice.decision === 'ended') {
    const isTheirs = choice.heirs.length > 0 && choice.heirs.every((heir) => record.heirs.includes(heir))
    if (!isTheirs) return { code: 'inheritance.heir-missing' }
    return Array.from(choice.reason.trim()).length < LEAST_REASON ? { code: 'inheritance.reason-missing' } : null
  }
  if (choice.heir === null || !record.heirs.includes(choice.heir)) return { code: 'inheritance.heir-missing' }
  return asksForDay(record, today) ? dayProblem(choice.dueOn, today) : null
}
