/**
 * What a corrective action request stands at, worked out from all its moves in the order of their stamps. A move that does
 * not fit where the request stands then is kept and told with its reason, so two people who moved the same request offline
 * in different directions both learn what became of it. What was taken by the endpoint stays taken: `moved-meanwhile.ts`.
 */
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { effectWindow, isOpenState, isVerifying, leadsFrom, type Move, moveProblems, stateAfter } from './move.ts'
import type { CorrectiveActionState } from './state.ts'

export interface Refused<M extends Move = Move> {
  readonly move: M
  readonly problem: Problem
}

export interface Course<M extends Move = Move> {
  readonly state: CorrectiveActionState
  /** Last promised day, or the one the request asked for; null where there is none. */
  readonly dueOn: LocalDate | null
  /** The move that promised that day; null where the request itself asked for it. */
  readonly promised: M | null
  /** The analysis that counts: the last one taken. */
  readonly analysis: M | null
  /** Account that reported the work as done last; nobody before. */
  readonly doer: string | null
  readonly closedOn: LocalDate | null
  /** Null while the effect was not looked at. */
  readonly isEffective: boolean | null
  /** The request that goes on instead. */
  readonly next: string | null
  /** Number in the office's register of papers, beside the one given offline; null before it was registered. */
  readonly officialNumber: string | null
  readonly taken: readonly M[]
  readonly refused: readonly Refused<M>[]
}

const atFirst = {
  state: 'proposed',
  promised: null,
  analysis: null,
  doer: null,
  closedOn: null,
  isEffective: null,
  next: null,
  officialNumber: null,
  taken: [],
  refused: [],
} as const

const byStamp = (a: Move, b: Move): number => a.at - b.at || (a.id < b.id ? -1 : 1)

/** Whether somebody reported work of the request as done, also work that was sent back since. Rule CA-8. */
export const hasReported = ({ taken }: Pick<Course, 'taken'>, account: string): boolean =>
  taken.some(({ name, by }) => name === 'report-done' && by === account)

/** Whether a move says what came of work its author had a part in. Rule CA-8. */
export const isOnOwnWork = (course: Pick<Course, 'taken'>, { name, by }: Pick<Move, 'name' | 'by'>): boolean =>
  isVerifying(name) && hasReported(course, by)

/**
 * Why a move that was made does not count where the request stood; null where it does. Of CA-8 it asks as little as it always
 * did, so that what was verified before stays verified. Rules CA-1, CA-8, CA-9, CA-10 and CA-13.
 */
export function whyNot(course: Course, move: Move): Problem | null {
  if (!leadsFrom(move.name, course.state)) return { code: 'corrective.not-possible' }
  if (isVerifying(move.name) && move.by === course.doer) return { code: 'corrective.own-work' }
  if (move.name === 'check-effect' && course.isEffective !== null) return { code: 'corrective.effect-known' }
  if (move.name === 'check-effect' && course.closedOn !== null && move.on < effectWindow(course.closedOn).from)
    return { code: 'corrective.effect-too-early' }
  if (move.name === 'register' && course.officialNumber !== null) return { code: 'corrective.registered' }
  return moveProblems(move, course.dueOn)[0] ?? null
}

/** Why a move cannot be made now; null where it can. Rules CA-1, CA-8, CA-9, CA-10 and CA-13. */
export const whyNotNow = (course: Course, move: Move): Problem | null =>
  leadsFrom(move.name, course.state) && isOnOwnWork(course, move)
    ? { code: 'corrective.own-work' }
    : whyNot(course, move)

function take<M extends Move>(course: Course<M>, move: M): Course<M> {
  const promises = typeof move.dueOn?.date === 'string'
  return {
    ...course,
    state: stateAfter(move.name, course.state),
    dueOn: move.dueOn?.date ?? course.dueOn,
    promised: promises ? move : course.promised,
    analysis: move.name === 'submit-analysis' ? move : course.analysis,
    doer: move.name === 'report-done' ? move.by : course.doer,
    closedOn: move.name === 'accept' ? move.on : course.closedOn,
    isEffective: move.isEffective ?? course.isEffective,
    next: move.next ?? course.next,
    officialNumber: move.name === 'register' ? move.officialNumber.trim() : course.officialNumber,
    taken: [...course.taken, move],
  }
}

/** The same for every order in which the moves came in; `askedFor` is the day the request itself asks for. Rule CA-11. */
export const courseOf = <M extends Move>(moves: readonly M[], askedFor: LocalDate | null = null): Course<M> =>
  [...moves].sort(byStamp).reduce<Course<M>>(
    (course, move) => {
      const problem = whyNot(course, move)
      return problem === null ? take(course, move) : { ...course, refused: [...course.refused, { move, problem }] }
    },
    { ...atFirst, dueOn: askedFor },
  )

/** Whole days past the promised day; 0 while it is not, once the work waits for its verifier, or where none was promised. Rule CA-12. */
export function daysOverdue({ state, dueOn }: Pick<Course, 'state' | 'dueOn'>, today: LocalDate): number {
  const isRunning = isOpenState(state) && state !== 'verifying'
  return dueOn === null || !isRunning ? 0 : Math.max(0, daysBetween(dueOn, today))
}

type Effect = Pick<Course, 'closedOn' | 'isEffective'>

/** The effect may be looked at from today on, and was not. Rule CA-10. */
export const isEffectDue = ({ closedOn, isEffective }: Effect, today: LocalDate): boolean =>
  closedOn !== null && isEffective === null && today >= effectWindow(closedOn).from

/** The effect was to be looked at and was not. Rule CA-10. */
export const isEffectOverdue = ({ closedOn, isEffective }: Effect, today: LocalDate): boolean =>
  closedOn !== null && isEffective === null && today > effectWindow(closedOn).to
