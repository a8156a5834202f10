/**
 * Two requests that say the same: one ends early and goes on in the other, so that no work is done and verified twice.
 * Nothing is verified by that, so a nonconformity must not vanish: what goes on is there, asks for no less, was not closed
 * before, and does not lead back.
 */
import { type FindingGrade, findingGrades } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { Course } from './course.ts'
import { type Move, stateAfter } from './move.ts'
import type { CorrectiveActionState } from './state.ts'

/** What is asked of a request before another ends in it. */
export interface Standing {
  readonly id: string
  readonly grade: FindingGrade | null
  readonly issuedOn: LocalDate
  readonly course: Pick<Course, 'state' | 'next' | 'closedOn'>
}

/** A request without a grade asks for least. */
const weightOf = (grade: FindingGrade | null): number =>
  grade === null ? findingGrades.length : findingGrades.indexOf(grade)

type Find = (id: string) => Standing | undefined

const nextOf = ({ course: { state, next } }: Standing): string | null => (state === 'carried-over' ? next : null)

/** Follows a request to the one that goes on in the end; undefined where a link names nothing. */
function lastOf(first: string, request: string, find: Find): Standing | 'loop' | undefined {
  const seen = new Set([request])
  let current = first
  while (!seen.has(current)) {
    seen.add(current)
    const standing = find(current)
    const next = standing && nextOf(standing)
    if (!next) return standing
    current = next
  }
  return 'loop'
}

/** Why one request cannot end in that other; null where it can. One that ended itself leads to the one it ended in. Rule CA-22. */
export function whyNoDouble(request: Standing, next: string, find: Find): ProblemCode | null {
  const last = lastOf(next, request.id, find)
  if (last === 'loop') return 'corrective.double-loop'
  if (last === undefined) return 'corrective.double-gone'
  if (weightOf(last.grade) > weightOf(request.grade)) return 'corrective.double-grade'
  const { state, closedOn } = last.course
  return state === 'closed' && closedOn !== null && closedOn < request.issuedOn ? 'corrective.double-closed' : null
}

/** What a person may choose from: never one that ended itself. */
export interface Choice extends Standing {
  /** Id of the finding, shortcoming or request it comes from. */
  readonly of: string | null
  readonly inspection: string | null
}

const nearness = (request: Choice, other: Choice): number => {
  if (request.of !== null && other.of === request.of) return 0
  return request.inspection !== null && other.inspection === request.inspection ? 1 : 2
}

/** Requests of the commune in which this one may end: those from the same finding first, then from the same inspection. Rule CA-23. */
export function doublesFor<C extends Choice>(request: Choice, all: readonly C[]): readonly C[] {
  const byId = new Map(all.map((one) => [one.id, one]))
  return all
    .filter(
      (other) =>
        other.id !== request.id &&
        other.course.state !== 'carried-over' &&
        whyNoDouble(request, other.id, (id) => byId.get(id)) === null,
    )
    .toSorted((a, b) => nearness(request, a) - nearness(request, b))
}

/** The move by which a request ended as a double; null where it did not. */
export const endedAsDouble = <M extends Move>({ state, taken }: Pick<Course<M>, 'state' | 'taken'>): M | null =>
  state === 'carried-over' ? (taken.findLast(({ name }) => name === 'end-double') ?? null) : null

/** Where a request stood before its last move: one that ended as a double did not go the whole way. */
export const stateBeforeEnd = ({ taken }: Pick<Course, 'taken'>): CorrectiveActionState =>
  taken.slice(0, -1).reduce<CorrectiveActionState>((state, { name }) => stateAfter(name, state), 'proposed')
