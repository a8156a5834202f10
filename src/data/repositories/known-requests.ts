/** What became of a commune's corrective action requests, for those who count and do not show them. Read inside a gesture as well. */
import { feedId } from '#domain/change/feed.ts'
import { courseOf, daysOverdue } from '#domain/corrective-action/course.ts'
import { KEPT_ASIDE, movesAside } from '#domain/corrective-action/kept-aside.ts'
import { storedMove, writtenOf } from '#domain/corrective-action/stored-move.ts'
import type { KnownFinding, KnownRequest } from '#domain/declaration/open-major.ts'
import { lastChange } from '#domain/change/entity-state.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { gradeNow } from '#domain/internal-audit/finding-response.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { GestureReader } from '#data/gesture.ts'
import { responseOf } from './audit-responses.ts'
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
  const [requests, rows, notices] = await Promise.all([
    reader.ofKind(pub, 'corrective-action'),
    reader.ofKind(pub, 'corrective-move'),
    reader.ofKind(pub, KEPT_ASIDE),
  ])
  const aside = movesAside(notices.map(({ regs }) => regs))
  const moves = rows.flatMap(({ entity, regs }) => (aside.has(entity) ? [] : (storedMove(entity, regs) ?? [])))
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

/** By the grade that holds now: one that was raised after the audit was concluded counts as raised (AUD-17). */
export async function knownFindings(reader: GestureReader, unit: string): Promise<readonly KnownFinding[]> {
  const pub = feedId(unit, 'pub')
  const [findings, steps] = await Promise.all([reader.ofKind(pub, 'finding'), reader.ofKind(pub, 'finding-response')])
  const responses = steps.map((step) => responseOf(step, hlcToMs(lastChange(step.regs)?.h ?? 0)))
  return findings.map((finding) => ({
    id: finding.entity,
    grade: gradeNow(
      nullable<FindingGrade>(finding, 'grade'),
      responses.filter(({ of }) => of === finding.entity),
    ),
  }))
}
