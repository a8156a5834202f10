/**
 * What a corrective action request stands at, worked out from all its moves: those the endpoint has numbered first, in its
 * order, then what is on this device only. A move that does not fit where the request stands then is kept and told with
 * its reason, so two people who moved the same request offline in different directions both learn what became of it.
 */
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { effectWindow, type Move, moveProblems, ways } from './move.ts'
import type { CorrectiveActionState } from './state.ts'

export interface Refused {
  readonly move: Move
  readonly problem: Problem
}

export interface Course {
  readonly state: CorrectiveActionState
  /** Last promised day; null before an analysis promised one. */
  readonly dueOn: LocalDate | null
  /** Account that reported the work as done; nobody before. */
  readonly doer: string | null
  readonly closedOn: LocalDate | null
  /** Null while the effect was not looked at. */
  readonly isEffective: boolean | null
  /** The request that goes on instead. */
  readonly next: string | null
  readonly taken: readonly Move[]
  readonly refused: readonly Refused[]
}

const atFirst: Course = {
  state: 'proposed',
  dueOn: null,
  doer: null,
  closedOn: null,
  isEffective: null,
  next: null,
  taken: [],
  refused: [],
}

/** After everything that the endpoint has numbered. */
const UNNUMBERED = Number.MAX_SAFE_INTEGER

const bySeqThenStamp = (a: Move, b: Move): number =>
  (a.seq ?? UNNUMBERED) - (b.seq ?? UNNUMBERED) || a.at - b.at || (a.id < b.id ? -1 : 1)

/** Why a move cannot be made where the request stands; null where it can. Rules CA-1, CA-8, CA-9 and CA-10. */
export function whyNot(course: Course, move: Move): Problem | null {
  if (ways[move.name][0] !== course.state) return { code: 'corrective.not-possible' }
  if (move.name === 'accept' && move.by === course.doer) return { code: 'corrective.own-work' }
  if (move.name === 'check-effect' && course.isEffective !== null) return { code: 'corrective.effect-known' }
  if (move.name === 'check-effect' && course.closedOn !== null && move.on < effectWindow(course.closedOn).from)
    return { code: 'corrective.effect-too-early' }
  return moveProblems(move, course.dueOn)[0] ?? null
}

function take(course: Course, move: Move): Course {
  const isClosing = move.name === 'accept'
  return {
    ...course,
    state: ways[move.name][1],
    dueOn: move.dueOn?.date ?? course.dueOn,
    doer: move.name === 'report-done' ? move.by : course.doer,
    closedOn: isClosing ? move.on : course.closedOn,
    isEffective: move.isEffective ?? course.isEffective,
    next: move.next ?? course.next,
    taken: [...course.taken, move],
  }
}

/** The same for every order in which the moves came in. Rule CA-11. */
export const courseOf = (moves: readonly Move[]): Course =>
  [...moves].sort(bySeqThenStamp).reduce<Course>((course, move) => {
    const problem = whyNot(course, move)
    return problem === null ? take(course, move) : { ...course, refused: [...course.refused, { move, problem }] }
  }, atFirst)

/** Whole days past the promised day; 0 while it is not, once the work waits for its verifier, or where none was promised. Rule CA-12. */
export function daysOverdue({ state, dueOn }: Course, today: LocalDate): number {
  const isRunning = state !== 'verifying' && state !== 'closed' && state !== 'carried-over'
  return dueOn === null || !isRunning ? 0 : Math.max(0, daysBetween(dueOn, today))
}

/** The effect was to be looked at and was not. Rule CA-10. */
export const isEffectOverdue = ({ closedOn, isEffective }: Course, today: LocalDate): boolean =>
  closedOn !== null && isEffective === null && today > effectWindow(closedOn).to
