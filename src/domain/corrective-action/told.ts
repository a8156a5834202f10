/**
 * Who hears on their first page that a move did not count. Its author and whoever was first moved the same request in
 * different directions: both are told, whichever way the rules decided, until they looked at the request.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { Course } from './course.ts'
import type { KeptAside } from './kept-aside.ts'
import type { Move, MoveName } from './move.ts'

/** A move that does not count, as far as everybody may know it. */
export interface Uncounted {
  /** Id of the move. */
  readonly move: string
  /** Null for a move of a newer version. */
  readonly name: MoveName | null
  readonly by: string
  readonly on: LocalDate
  readonly reason: ProblemCode
  /** Milliseconds since 1970. */
  readonly at: number
  /** The endpoint kept it aside: what it says is on its author's device alone. */
  readonly isAside: boolean
}

type Seen = Pick<Course, 'taken' | 'refused'>

/** The same step made by two people is no other direction. */
const isOtherDirection = ({ taken }: Seen, { name }: Pick<Move, 'name'>): boolean =>
  !taken.some((move) => move.name === name)

/** Moves kept aside that nobody decided about, and those that all can read and that went another way. */
export function uncountedOf(course: Seen, notices: readonly KeptAside[]): readonly Uncounted[] {
  const known = new Set(notices.map(({ move }) => move))
  const aside = notices
    .filter(({ outcome }) => outcome === null)
    .map(({ move, name, by, on, reason, at }) => ({ move, name, by, on, reason, at, isAside: true }))
  const inFeed = course.refused
    .filter(({ move }) => !known.has(move.id) && isOtherDirection(course, move))
    .map(({ move: { id, name, by, on, at }, problem }) => {
      const reason = problem.code
      return { move: id, name, by, on, reason, at: hlcToMs(at), isAside: false }
    })
  return [...aside, ...inFeed]
}

export interface Listener {
  readonly account: string
  /** Answers for the commune or follows it: its heads, its ISO secretary, its monitor. */
  readonly follows: boolean
}

/** Days after which a move in the history is no news. */
export const NEWS_DAYS = 30

const DAY_MS = 86_400_000

/** What of it one person is told. The author of a move kept aside hears of it in the sync centre. Rule CA-25. */
export function toldTo(
  uncounted: readonly Uncounted[],
  { taken }: Seen,
  { account, follows }: Listener,
  nowMs: number,
): readonly Uncounted[] {
  const isMover = taken.some(({ by }) => by === account)
  return uncounted.filter(({ by, at, isAside }) => {
    if (isAside) return by !== account && (isMover || follows)
    return nowMs - at < NEWS_DAYS * DAY_MS && (by === account || isMover)
  })
}
