/**
 * What a commune undertakes about a gap its self-assessment showed: what is to be done, by which post, until when, and
 * how it ended. It hangs on a submission and a question, and both the commune and whoever follows it see it. It names a
 * post and no person: an office keeps its promise when its people change.
 */
import { daysBetween, type LocalDate, parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'

export type ActionState = 'open' | 'done' | 'cancelled'

export interface ImprovementAction {
  readonly unit: string
  /** Id of the submission (or of another sealed record) the gap stands in. */
  readonly of: string
  /** The question of the gap. */
  readonly question: string
  readonly what: string
  /** The post that does it, never a person. */
  readonly who: string
  readonly until: WrittenDate
  readonly state: ActionState
  /** What was done, or why it is not done any more. */
  readonly outcome: string
}

/** Which states may follow which: done or cancelled by mistake is opened again. Rule IMP-2. */
const nextStates: Readonly<Record<ActionState, readonly ActionState[]>> = {
  open: ['done', 'cancelled'],
  done: ['open'],
  cancelled: ['open'],
}

export const canMove = (from: ActionState, to: ActionState): boolean => nextStates[from].includes(to)

/** Every problem of an action, in the order of the form. Rule IMP-1. */
export function actionProblems({
  what,
  who,
  until,
}: Pick<ImprovementAction, 'what' | 'who' | 'until'>): readonly Problem[] {
  const day = parseWrittenDate(until.text)
  const problems: Problem[] = []
  if (!hasText(what)) problems.push({ code: 'action.what-missing' })
  if (!hasText(who)) problems.push({ code: 'action.who-missing' })
  if (!day.ok) problems.push({ code: day.error, params: { text: until.text } })
  return problems
}

export function checkAction<A extends ImprovementAction>(action: A): Result<A, Problem> {
  const [first] = actionProblems(action)
  return first ? err(first) : ok(action)
}

/** Moving needs words: what was done, or why it is dropped; opening again needs none. Rules IMP-2 and IMP-3. */
export function checkMove(from: ActionState, to: ActionState, outcome: string): Result<true, Problem> {
  if (!canMove(from, to)) return err({ code: 'action.not-possible' })
  return to !== 'open' && !hasText(outcome) ? err({ code: 'action.outcome-missing' }) : ok(true)
}

/** Whole days past the day it was promised for; 0 while it is not, when it is no longer open, or has no readable day. Rule IMP-4. */
export function daysOverdue({ state, until }: Pick<ImprovementAction, 'state' | 'until'>, today: LocalDate): number {
  return state !== 'open' || until.date === null ? 0 : Math.max(0, daysBetween(until.date, today))
}

/** Open, and due within this many days or overdue, it is said on the first screen. */
export const PRESSING_DAYS = 7

/** What somebody should know of today without asking. Rule IMP-6. */
export const isPressing = ({ state, until }: Pick<ImprovementAction, 'state' | 'until'>, today: LocalDate): boolean =>
  state === 'open' && until.date !== null && daysBetween(today, until.date) <= PRESSING_DAYS

type Sortable = Pick<ImprovementAction, 'state' | 'until'>

const group = ({ state }: Sortable): number => (state === 'open' ? 0 : 1)

/** Open ones first, the longest overdue on top, those without a readable day before those with time left. Rule IMP-5. */
export const compareActions = (a: Sortable, b: Sortable): number =>
  group(a) - group(b) || compareDays(a.until.date, b.until.date) * (group(a) === 0 ? 1 : -1)

const compareDays = (a: LocalDate | null, b: LocalDate | null): number => {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}
