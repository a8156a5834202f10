/** What is sealed when the minutes of a review are closed. Read twice, outside and inside the gesture (`sealed-content.ts`). */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { createMinutes, type MinutesContent, type SealedDecision } from '#domain/management-review/minutes.ts'
import { isDecisionCategory } from '#domain/management-review/review-input.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { createGestureReader, type GestureReader } from '#data/gesture.ts'
import { type Fielded, field, nullable } from './entity-query.ts'
import { attendeeOf, inputsOf, isSealed, reviewOf } from './management-review-views.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'
import { commitSealed, type Sealable } from './sealed-content.ts'

interface MinutesTask {
  readonly unit: string
  readonly id: string
  readonly newId: string
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly today: LocalDate
}

const decisionOf = (of: Fielded, id: string): readonly SealedDecision[] => {
  const category = field<string>(of, 'question', '')
  if (!isDecisionCategory(category) || field<string>(of, 'state', 'open') === 'cancelled') return []
  const until = nullable<WrittenDate>(of, 'until') ?? { text: '', date: null }
  return [{ id, category, what: field(of, 'what', ''), who: field(of, 'who', ''), until }]
}

async function readMinutes(
  reader: GestureReader,
  { unit, id, newId: entity, by, at, today }: MinutesTask,
): Promise<Result<Sealable<MinutesContent>, Problem>> {
  const pub = feedId(unit, 'pub')
  const head = await reader.entity(pub, id)
  if (head?.kind !== 'management-review') return err({ code: 'management-review.not-found' })
  if (isSealed(head)) return ok({ content: null, writesWith: () => [] })
  const [inputs, attendance, actions] = await Promise.all(
    ['review-input', 'attendance', 'action'].map((kind) => reader.ofKind(pub, kind)),
  )
  const content = createMinutes(
    {
      id,
      review: reviewOf(head),
      attendance: (attendance ?? []).filter((state) => field(state, 'meeting', '') === id).map(attendeeOf),
      inputs: inputsOf(id, inputs ?? []),
      decisions: (actions ?? [])
        .filter((state) => field(state, 'of', '') === id)
        .flatMap((state) => decisionOf(state, state.entity)),
      sealedAt: new Date(at).toISOString(),
      sealedBy: by,
    },
    today,
  )
  if (!content.ok) return content
  const sealed = { unit, review: id, content: content.value as unknown as JsonValue }
  return ok({
    content: content.value,
    writesWith: (sha256) => [
      { feed: pub, kind: 'review-minutes', entity, fields: { ...sealed, sha256 } },
      { feed: pub, kind: 'management-review', entity: id, fields: { minutes: entity } },
    ],
  })
}

export function sealMinutes(parts: RepositoryParts, unit: string, id: string): SaveResult {
  const by = parts.identity().account.id
  const task = { unit, id, newId: newId(parts), by, at: parts.clock.now(), today: todayOf(parts) }
  return commitSealed(parts, createGestureReader(parts.db), (reader) => readMinutes(reader, task))
}
