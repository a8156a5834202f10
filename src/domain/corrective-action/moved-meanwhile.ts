/**
 * What the endpoint says about a move that arrives. Devices order moves by their stamps; a move that was made earlier but
 * arrives later would then turn over what everybody has already read as taken. The endpoint keeps such a move aside with
 * its reason: first come, first counted. Every other move is stored, whether it counts or not.
 */
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { courseOf } from './course.ts'
import type { Move } from './move.ts'

export interface MoveOfRequest extends Move {
  /** Id of its request. */
  readonly of: string
}

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

/** Why the endpoint keeps a new move aside, or null; `all` are the stored moves of the commune. Rules CA-8, CA-13 and CA-14. */
export function refusalOfArrival(move: MoveOfRequest, all: readonly MoveOfRequest[]): ProblemCode | null {
  if (move.name === 'register' && isNumberTaken(move, all)) return 'corrective.number-taken'
  const stored = ofRequest(all, move.of)
  const now = courseOf([...stored, move])
  const stays = new Set(now.taken.map(({ id }) => id))
  if (courseOf(stored).taken.some(({ id }) => !stays.has(id))) return 'corrective.moved-meanwhile'
  const own = now.refused.find(({ move: { id } }) => id === move.id)
  return own?.problem.code === 'corrective.own-work' ? 'corrective.own-work' : null
}
