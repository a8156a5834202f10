/**
 * What became of a declaration, worked out from events and later declarations that arrive late, twice and in any order.
 * Withdrawn is final wherever it came in: a resumption written without knowing of it changes nothing and is marked.
 */
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { DeclarationType, RedeclarationReason } from './declaration.ts'

export type DeclarationEventType = 'withdrawn' | 'suspended' | 'resumed'

export interface DeclarationEvent {
  readonly id: string
  readonly type: DeclarationEventType
  /** The day it happened, as the person says. */
  readonly on: LocalDate
  readonly reason: string
  /** Hybrid clock of its author. */
  readonly at: number
}

export type DeclarationState = 'in-force' | 'suspended' | 'withdrawn' | 'replaced' | 'expired'

export interface KnownDeclaration {
  readonly id: string
  readonly unit: string
  readonly type: DeclarationType
  readonly on: LocalDate
  readonly expiresOn: LocalDate | null
}

export interface Standing {
  readonly state: DeclarationState
  readonly taken: readonly DeclarationEvent[]
  /** Kept, and shown as not fitting where the declaration stood. */
  readonly misfits: readonly DeclarationEvent[]
}

const fits: Readonly<Record<DeclarationEventType, readonly DeclarationState[]>> = {
  suspended: ['in-force'],
  resumed: ['suspended'],
  withdrawn: ['in-force', 'suspended'],
}

const after: Readonly<Record<DeclarationEventType, DeclarationState>> = {
  suspended: 'suspended',
  resumed: 'in-force',
  withdrawn: 'withdrawn',
}

const byDay = (a: DeclarationEvent, b: DeclarationEvent): number =>
  a.on === b.on ? a.at - b.at || (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1

/** The state by its events alone. Rule DEC-7. */
export function eventsStanding(events: readonly DeclarationEvent[]): Standing {
  const start: Standing = { state: 'in-force', taken: [], misfits: [] }
  return [...new Map(events.map((event) => [event.id, event])).values()]
    .sort(byDay)
    .reduce<Standing>(
      (standing, event) =>
        fits[event.type].includes(standing.state)
          ? { ...standing, state: after[event.type], taken: [...standing.taken, event] }
          : { ...standing, misfits: [...standing.misfits, event] },
      start,
    )
}

const isLater = (a: KnownDeclaration, b: KnownDeclaration): boolean => (a.on === b.on ? a.id > b.id : a.on > b.on)

/** Rules DEC-7, DEC-8 and DEC-10. `others` may hold the declaration itself. */
export function declarationStanding(
  declaration: KnownDeclaration,
  events: readonly DeclarationEvent[],
  others: readonly KnownDeclaration[],
  today: LocalDate,
): Standing {
  const standing = eventsStanding(events)
  if (standing.state === 'withdrawn') return standing
  const isReplaced = others.some(
    (other) => other.unit === declaration.unit && other.type === declaration.type && isLater(other, declaration),
  )
  if (isReplaced) return { ...standing, state: 'replaced' }
  const isExpired = declaration.expiresOn !== null && today > declaration.expiresOn
  return isExpired ? { ...standing, state: 'expired' } : standing
}

/** Days before its last day from which a certificate is spoken of. */
export const EXPIRY_NOTICE_DAYS = 90

/** Rule DEC-10. */
export const expiresSoon = ({ expiresOn }: Pick<KnownDeclaration, 'expiresOn'>, today: LocalDate): boolean =>
  expiresOn !== null && today <= expiresOn && addDays(today, EXPIRY_NOTICE_DAYS) >= expiresOn

/** Whether a step may follow, and says why. Rules DEC-7 and DEC-12. */
export function eventProblem(state: DeclarationState, type: DeclarationEventType, reason: string): Problem | null {
  if (!fits[type].includes(state)) return { code: 'declaration.event-not-possible' }
  return !hasText(reason) ? { code: 'declaration.reason-missing' } : null
}

export interface RedeclarationFacts {
  readonly declared: { readonly on: LocalDate; readonly edition: string }
  /** Edition the live plan asks for; null without a plan. */
  readonly plannedEdition: string | null
  /** Days of reviews that decided a change of the system. */
  readonly changesDecidedOn: readonly LocalDate[]
  /** First day of the unit as it is now; null where it never changed. */
  readonly unitFrom: LocalDate | null
}

/** Why the commune ought to declare again. Rule DEC-9. */
export function redeclarationReasons(facts: RedeclarationFacts): readonly RedeclarationReason[] {
  const { declared, plannedEdition, changesDecidedOn, unitFrom } = facts
  const reasons: RedeclarationReason[] = []
  if (plannedEdition !== null && plannedEdition !== declared.edition) reasons.push('edition')
  if (changesDecidedOn.some((day) => day > declared.on)) reasons.push('change-decided')
  if (unitFrom !== null && unitFrom > declared.on) reasons.push('unit-changed')
  return reasons
}
