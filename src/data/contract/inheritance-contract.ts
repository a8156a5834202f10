/** What units that merged or were divided left behind, and who inherits it. */
import type { HeirChoice, Inheritable, Inheritance, InheritanceStanding } from '#domain/inheritance/inheritance.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Written } from './review-contract.ts'
import type { Place, SaveResult } from './store-contract.ts'

export interface InheritanceView extends Inheritance, Written {}

/** A record of a unit that is gone, about which a decision is asked or was made. */
export interface InheritableView extends Inheritable {
  readonly id: string
  /** The unit it belongs to. */
  readonly from: Place
  /** What it is about. */
  readonly title: string
  /** Number it bears; empty where it has none. */
  readonly number: string
  /** Day it was issued or declared; null where there is none. */
  readonly on: LocalDate | null
  /** The only unit that stands there; null where a person has to say which. Rule INH-2. */
  readonly proposed: string | null
  readonly standing: InheritanceStanding
  /** One of each heir that decided, the latest first. */
  readonly decisions: readonly InheritanceView[]
}

/** What a record of the heir comes from. */
export interface Origin {
  readonly inheritance: InheritanceView
  readonly from: Place | null
  /** Number of the former record; null where it is not on this device. */
  readonly number: string | null
}

export interface InheritanceRepository {
  /** Of the units in whose place these stand, the whole chain: what is pending first, then what was decided. Rules INH-1, INH-3. */
  list(unitIds: readonly string[]): Promise<readonly InheritableView[]>
  /** One record of a unit that is gone; null where nothing is asked about it, or where it is not on this device. */
  of(from: string, id: string): Promise<InheritableView | null>
  /** What a record of this unit was taken over from; null where it began here. Rule INH-9. */
  originOf(unit: string, id: string): Promise<Origin | null>
  /** Rules INH-6 to INH-8 and INH-11. */
  decide(from: string, id: string, choice: HeirChoice): SaveResult
}
