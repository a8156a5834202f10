/**
 * The notice of a move that the endpoint kept aside, for everybody who reads the request: who made which move when, and
 * why it does not count. What the move says is not in it, because what was refused is shown to nobody else.
 */
import { fieldValue, type Registers } from '#domain/change/entity-state.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { isProblemCode } from '#domain/kernel/problem-code.ts'
import { type MoveName, moveNames } from './move.ts'
import type { MoveOfRequest } from './moved-meanwhile.ts'

export const KEPT_ASIDE = 'kept-aside'

/** Reasons of the rules; a missing right or a broken operation concerns its author and the office alone. */
export const keptAsideReasons: readonly ProblemCode[] = [
  'corrective.moved-meanwhile',
  'corrective.own-work',
  'corrective.number-taken',
  'corrective.double-closed',
  'corrective.double-gone',
  'corrective.double-grade',
  'corrective.double-loop',
]

/** What a person decided about the refused move; null while nobody did. */
export type KeptOutcome = 'entered' | 'rejected' | null

export interface KeptAside {
  /** Id of its request. */
  readonly of: string
  /** Id of the move. */
  readonly move: string
  /** Null for a move of a newer version. */
  readonly name: MoveName | null
  /** Account of whoever made it. */
  readonly by: string
  readonly on: LocalDate
  readonly reason: ProblemCode
  /** Moment the endpoint kept it aside, milliseconds since 1970. */
  readonly at: number
  readonly outcome: KeptOutcome
}

export const KEPT_ASIDE_PREFIX = 'kad.'

export const keptAsideId = (move: string): string => `${KEPT_ASIDE_PREFIX}${move}`

type Fields = Readonly<Record<string, JsonValue>>

/** The fields of a notice. Rule CA-24. */
export const keptAsideFields = (
  unit: string,
  { of, id, name, by, on }: MoveOfRequest,
  { reason, at, outcome }: Pick<KeptAside, 'reason' | 'at' | 'outcome'>,
): Fields => ({ unit, of, move: id, name, by, on, reason, at, outcome })

/** A notice out of its registers; null where it names no move. */
export function storedKeptAside(regs: Registers): KeptAside | null {
  const text = (field: string): string => {
    const value = fieldValue(regs, field)
    return typeof value === 'string' ? value : ''
  }
  const [of, move, name, on, reason, outcome] = ['of', 'move', 'name', 'on', 'reason', 'outcome'].map(text) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const at = fieldValue(regs, 'at')
  if (of === '' || move === '') return null
  return {
    of,
    move,
    name: moveNames.find((one) => one === name) ?? null,
    by: text('by'),
    on: isLocalDate(on) ? on : ('0001-01-01' as LocalDate),
    reason: isProblemCode(reason) ? reason : 'corrective.not-possible',
    at: typeof at === 'number' ? at : 0,
    outcome: outcome === 'entered' || outcome === 'rejected' ? outcome : null,
  }
}

/** Whether the move of a notice counts on no device. Rule CA-24. */
export const isAside = ({ outcome }: Pick<KeptAside, 'outcome'>): boolean => outcome !== 'entered'

/** Ids of the moves that count on no device, out of the registers of notices. Rule CA-24. */
export const movesAside = (notices: readonly Registers[]): ReadonlySet<string> =>
  new Set(
    notices
      .flatMap((regs) => storedKeptAside(regs) ?? [])
      .filter(isAside)
      .map(({ move }) => move),
  )
