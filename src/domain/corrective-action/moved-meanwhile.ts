/**
 * What the endpoint says about a move that arrives. Devices order moves by their stamps; a move that was made earlier but
 * arrives later would then turn over what everybody has already read as taken. The endpoint keeps such a move aside with
 * its reason: first come, first counted. Every other move is stored, whether it counts or not.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { type Course, courseOf, isOnOwnWork } from './course.ts'
import { type Standing, whyNoDouble } from './double.ts'
import type { Move } from './move.ts'

export interface MoveOfRequest extends Move {
  /** Id of its request. */
  readonly of: string
}

/** What a request says of itself. */
export interface RequestAtHand extends Pick<Standing, 'grade' | 'issuedOn'> {
  readonly dueOn: LocalDate | null
}

export type FindRequest = (id: string) => RequestAtHand | undefined

const ofRequest = (moves: readonly MoveOfRequest[], of: string): readonly MoveOfRequest[] =>
  moves.filter((move) => move.of === of)

/** Written the same by everybody who means the same paper: without blanks around and whatever the case. */
const sameNumber = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase()

/** Whether another request of the commune has this number in its year already; only numbers that count. Rule CA-13. */
export function isNumberTaken(move: MoveOfRequest, all: readonly MoveOfRequest[]): boolean {
  const year = move.on.slice(0, 4)
  return all.some(
    (other) =>
      other.name === 'register' &&
      other.of !== move.of &&
      other.on.startsWith(year) &&
      sameNumber(other.officialNumber, move.officialNumber) &&
      courseOf(ofRequest(all, other.of)).taken.includes(other),
  )
}

/** Why a request cannot end in the one its move names. Rules CA-21 and CA-22. */
export function refusalOfDouble(
  { of, next }: Pick<MoveOfRequest, 'of' | 'next'>,
  all: readonly MoveOfRequest[],
  find: FindRequest,
): ProblemCode | null {
  const standing = (id: string): Standing | undefined => {
    const request = find(id)
    return request && { ...request, id, course: courseOf(ofRequest(all, id), request.dueOn) }
  }
  const own = standing(of)
  return own === undefined || next === null ? 'corrective.double-gone' : whyNoDouble(own, next, standing)
}

const nobody: FindRequest = () => undefined

function refusalOfCounting(
  move: MoveOfRequest,
  { refused, taken }: Course<MoveOfRequest>,
  all: readonly MoveOfRequest[],
  find: FindRequest,
): ProblemCode | null {
  const own = refused.find(({ move: { id } }) => id === move.id)
  if (own?.problem.code === 'corrective.own-work') return 'corrective.own-work'
  const before = taken.slice(0, Math.max(0, taken.indexOf(move)))
  if (isOnOwnWork({ taken: before }, move)) return 'corrective.own-work'
  return move.name === 'end-double' && taken.includes(move) ? refusalOfDouble(move, all, find) : null
}

/**
 * Why the endpoint keeps a new move aside, or null; `all` are the stored moves of the commune, `find` gives its requests.
 * Of two requests that were ended in each other the one that came first stands. Rules CA-8, CA-13, CA-14 and CA-22.
 */
export function refusalOfArrival(
  move: MoveOfRequest,
  all: readonly MoveOfRequest[],
  find: FindRequest = nobody,
): ProblemCode | null {
  if (move.name === 'register' && isNumberTaken(move, all)) return 'corrective.number-taken'
  const stored = ofRequest(all, move.of)
  const now = courseOf([...stored, move])
  const stays = new Set(now.taken.map(({ id }) => id))
  if (courseOf(stored).taken.some(({ id }) => !stays.has(id))) return 'corrective.moved-meanwhile'
  return refusalOfCounting(move, now, all, find)
}
