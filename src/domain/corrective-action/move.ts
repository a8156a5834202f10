/**
 * One step of a corrective action request: who did it, what it says and what it needs. A move is a record of its own that
 * is never written over; what the request stands at is worked out from all of them (`course.ts`).
 */
import { addDays, type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { CorrectiveActionState } from './state.ts'

/**
 * What somebody did with a request. `reject` sends the work back, `carry-over` ends it in a new request, `end-double` in
 * one that is there already and says the same.
 */
export type MoveName =
  | 'start-analysis'
  | 'submit-analysis'
  | 'return-analysis'
  | 'approve'
  | 'extend'
  | 'report-done'
  | 'accept'
  | 'reject'
  | 'carry-over'
  | 'check-effect'
  | 'end-double'
  | 'register'

export interface Move {
  /** UUIDv7. */
  readonly id: string
  readonly name: MoveName
  /** Stamp of its register: the order of all moves, the same on every device. */
  readonly at: number
  /** Day on which it was made, at the office. */
  readonly on: LocalDate
  /** Account of whoever made it. */
  readonly by: string
  /** Reason, what was done, or what was seen; for `submit-analysis` why the day is later than CA-27 has it. */
  readonly words: string
  /** Answers to "why?", the last one is the root cause; for `submit-analysis`. */
  readonly whys: readonly string[]
  /** What was put right at once; for `submit-analysis`. */
  readonly correction: string
  /** What is done about the cause, apart from the correction; for `submit-analysis`. */
  readonly action: string
  /** A post, no person; for `submit-analysis`. */
  readonly responsible: string
  /** For `submit-analysis`, `extend` and `reject`. */
  readonly dueOn: WrittenDate | null
  /** The request that goes on instead; for `carry-over`, `end-double`, and for `check-effect` without effect. */
  readonly next: string | null
  /** For `check-effect`. */
  readonly isEffective: boolean | null
  /** Number in the office's register of papers; for `register`. */
  readonly officialNumber: string
}

type From = CorrectiveActionState | 'open' | 'any'
type To = CorrectiveActionState | 'same'

/**
 * Where a move leads from where; `open` stands for every state that is not at its end, `any` for
 * those too. Rules CA-1, CA-3, CA-13 and CA-21.
 */
export const ways: Readonly<Record<MoveName, readonly [from: From, to: To]>> = {
  'start-analysis': ['proposed', 'analysing'],
  'submit-analysis': ['analysing', 'awaiting-approval'],
  'return-analysis': ['awaiting-approval', 'analysing'],
  approve: ['awaiting-approval', 'in-progress'],
  extend: ['in-progress', 'in-progress'],
  'report-done': ['in-progress', 'verifying'],
  accept: ['verifying', 'closed'],
  reject: ['verifying', 'in-progress'],
  'carry-over': ['verifying', 'carried-over'],
  'check-effect': ['closed', 'closed'],
  'end-double': ['open', 'carried-over'],
  register: ['any', 'same'],
}

export const moveNames = Object.keys(ways) as readonly MoveName[]

/** Neither closed nor carried over: somebody still has to do something. */
export const isOpenState = (state: CorrectiveActionState): boolean => state !== 'closed' && state !== 'carried-over'

const verifying: readonly MoveName[] = ['accept', 'reject', 'carry-over', 'check-effect']

/** Says what came of the work; never by whoever did it. Rule CA-8. */
export const isVerifying = (name: MoveName): boolean => verifying.includes(name)

export const leadsFrom = (name: MoveName, state: CorrectiveActionState): boolean => {
  const [from] = ways[name]
  return from === 'open' ? isOpenState(state) : from === 'any' || from === state
}

export const stateAfter = (name: MoveName, before: CorrectiveActionState): CorrectiveActionState => {
  const [, to] = ways[name]
  return to === 'same' ? before : to
}

/** Calendar days after closing within which the effect is looked at. Rule CA-10. */
export const EFFECT_DAYS = { from: 30, to: 90 } as const

export const effectWindow = (closedOn: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } => ({
  from: addDays(closedOn, EFFECT_DAYS.from),
  to: addDays(closedOn, EFFECT_DAYS.to),
})

const NEEDS_WORDS: readonly MoveName[] = [
  'return-analysis',
  'extend',
  'report-done',
  'reject',
  'carry-over',
  'check-effect',
  'end-double',
]
const NEEDS_DUE: readonly MoveName[] = ['submit-analysis', 'extend', 'reject']

const isBlank = (text: string): boolean => !hasText(text)

function dueProblems({ dueOn, on }: Move, former: LocalDate | null): readonly Problem[] {
  if (dueOn === null || isBlank(dueOn.text)) return [{ code: 'corrective.due-missing' }]
  const day = parseWrittenDate(dueOn.text)
  if (!day.ok) return [{ code: day.error, params: { text: dueOn.text } }]
  if (day.value < on) return [{ code: 'corrective.due-before-issue' }]
  return former !== null && day.value <= former ? [{ code: 'corrective.due-not-later' }] : []
}

function analysisProblems({ whys, action }: Move): readonly Problem[] {
  const cause: readonly Problem[] = whys.some((why) => !isBlank(why)) ? [] : [{ code: 'corrective.cause-missing' }]
  return isBlank(action) ? [...cause, { code: 'corrective.action-missing' }] : cause
}

function linkProblems({ name, next, isEffective }: Move): readonly Problem[] {
  if (name === 'check-effect' && isEffective === null) return [{ code: 'corrective.effect-missing' }]
  if (name === 'end-double') return next === null ? [{ code: 'corrective.double-missing' }] : []
  const isNeeded = name === 'carry-over' || (name === 'check-effect' && isEffective === false)
  return isNeeded && next === null ? [{ code: 'corrective.next-missing' }] : []
}

const numberProblems = ({ name, officialNumber }: Move): readonly Problem[] =>
  name === 'register' && isBlank(officialNumber) ? [{ code: 'corrective.number-missing' }] : []

/** What a move lacks in itself, in the order of the form; `former` is the day due before it. Rules CA-4 to CA-7, CA-13 and CA-21. */
export function moveProblems(move: Move, former: LocalDate | null): readonly Problem[] {
  return [
    ...(move.name === 'submit-analysis' ? analysisProblems(move) : []),
    ...linkProblems(move),
    ...(NEEDS_WORDS.includes(move.name) && isBlank(move.words) ? [{ code: 'corrective.words-missing' } as const] : []),
    ...(NEEDS_DUE.includes(move.name) ? dueProblems(move, move.name === 'extend' ? former : null) : []),
    ...numberProblems(move),
  ]
}
