/** Writes reviews of the leaders. Every write looks first whether the minutes are sealed, inside its own gesture (MR-7). */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { isLocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { reviewDayProblem } from '#domain/management-review/days.ts'
import { attendeeProblem } from '#domain/management-review/management-review.ts'
import type { ManagementReviewRepository, ReviewHead } from '#data/contract/management-review-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { GestureWrite } from '#data/gesture.ts'
import { field } from './entity-query.ts'
import { readReviewFacts } from './management-review-facts.ts'
import { listManagementReviews, readManagementReview } from './management-review-reader.ts'
import { sealMinutes } from './management-review-sealing.ts'
import { inputId, isSealed } from './management-review-views.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

export const createManagementReviewRepository = (parts: RepositoryParts): ManagementReviewRepository => ({
  list: (unitIds) => listManagementReviews(parts, unitIds),
  get: (unitId, id) => readManagementReview(parts, unitId, id),
  start: (unitId, on, head) => start(parts, unitId, { on, ...head }),
  save: (unitId, id, patch) => save(parts, unitId, id, patch),
  saveInput: (unitId, id, { input, text, gatheredAt }) =>
    whileOpen(parts, unitId, id, {
      kind: 'review-input',
      entity: inputId(id, input),
      fields: { review: id, input, text, gatheredAt },
    }),
  saveAttendee: async (unitId, id, { id: known, name, post, side, isPresent }) => {
    const problem = attendeeProblem({ name, post })
    if (problem) return err(problem)
    const fields = { meeting: id, name: name.trim(), post: post.trim(), side, isPresent }
    return whileOpen(parts, unitId, id, { kind: 'attendance', entity: known ?? newId(parts), fields })
  },
  removeAttendee: (unitId, id, entity) => whileOpen(parts, unitId, id, { kind: 'attendance', entity, isRemoval: true }),
  seal: (unitId, id) => sealMinutes(parts, unitId, id),
  facts: (unitId, id) => readReviewFacts(parts, unitId, id),
})

type Place = Pick<ReviewHead, 'on' | 'place' | 'chair' | 'secretary'>

async function start(parts: RepositoryParts, unit: string, head: Place): Promise<Result<string, Problem>> {
  if (!isLocalDate(head.on)) return err({ code: 'date.unreadable', params: { text: head.on } })
  const outside = reviewDayProblem(head, todayOf(parts))
  if (outside) return err(outside)
  const [feed, entity] = [feedId(unit, 'pub'), newId(parts)]
  const saved = await parts.commit(async (reader) => {
    const earlier = await reader.ofKind(feed, 'management-review')
    const ofYear = earlier.filter((state) => field(state, 'on', '').startsWith(head.on.slice(0, 4)))
    const number = Math.max(0, ...ofYear.map((state) => field(state, 'number', 0))) + 1
    return ok([{ feed, kind: 'management-review', entity, fields: { unit, number, ...head } }])
  })
  return saved.ok ? ok(entity) : saved
}

async function save(parts: RepositoryParts, unit: string, id: string, patch: Partial<ReviewHead>): SaveResult {
  const days = [patch.on, patch.noticedOn].filter((day) => day !== undefined && day !== null)
  const wrong = days.find((day) => !isLocalDate(day))
  if (wrong !== undefined) return err({ code: 'date.unreadable', params: { text: wrong } })
  const outside = reviewDayProblem(patch, todayOf(parts))
  if (outside) return err(outside)
  const fields = patch as Readonly<Record<string, JsonValue>>
  return whileOpen(parts, unit, id, { kind: 'management-review', entity: id, fields })
}

type OneWrite =
  | { readonly kind: string; readonly entity: string; readonly fields: Readonly<Record<string, JsonValue>> }
  | { readonly kind: string; readonly entity: string; readonly isRemoval: true }

/** Rule MR-7. */
function whileOpen({ commit }: RepositoryParts, unit: string, id: string, write: OneWrite): SaveResult {
  const feed = feedId(unit, 'pub')
  return commit(async (reader) => {
    const head = await reader.entity(feed, id)
    if (head?.kind !== 'management-review') return err({ code: 'management-review.not-found' })
    if (isSealed(head)) return err({ code: 'management-review.sealed' })
    return ok([{ feed, ...write } satisfies GestureWrite])
  })
}
