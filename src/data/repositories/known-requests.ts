/** What became of a commune's corrective action requests, for those who count and do not show them. Read inside a gesture as well. */
import { feedId } from '#domain/change/feed.ts'
import { courseOf, daysOverdue } from '#domain/corrective-action/course.ts'
import { storedMove, writtenOf } from '#domain/corrective-action/stored-move.ts'
import type { KnownFinding, KnownRequest } from '#domain/declaration/open-major.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { GestureReader } from '#data/gesture.ts'
import { nullable } from './entity-query.ts'

export interface StandingRequest extends KnownRequest {
  readonly isOverdue: boolean
}

export async function knownRequests(
  reader: GestureReader,
  unit: string,
  today: LocalDate,
): Promise<readonly StandingRequest[]> {
  const pub = feedId(unit, 'pub')
  const [requests, rows] = await Promise.all([
    reader.ofKind(pub, 'corrective-action'),
    reader.ofKind(pub, 'corrective-move'),
  ])
  const moves = rows.flatMap(({ entity, regs }) => storedMove(entity, regs) ?? [])
  return requests.map((request): StandingRequest => {
    const own = moves.filter(({ of }) => of === request.entity)
    const course = courseOf(own, writtenOf(request.regs, 'dueOn')?.date ?? null)
    return {
      id: request.entity,
      of: nullable<string>(request, 'of'),
      grade: nullable<string>(request, 'grade'),
      state: course.state,
      next: course.next,
      isOverdue: daysOverdue(course, today) > 0,
    }
  })
}

export const knownFindings = async (reader: GestureReader, unit: string): Promise<readonly KnownFinding[]> =>
  (await reader.ofKind(feedId(unit, 'pub'), 'finding')).map((state) => ({
    id: state.entity,
    grade: nullable<string>(state, 'grade'),
  }))
