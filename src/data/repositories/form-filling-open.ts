/** Whether a filling still takes answers, read inside the gesture that writes them: a commune's, or one at a visit. */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { feedOfFilling, unitOfFilling, visitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import type { GestureReader } from '#data/gesture.ts'
import { nullable } from './entity-query.ts'
import { isVisitSealed } from './visit-views.ts'

export interface OpenFilling {
  readonly head: EntityState
  /** What of it is shared upward; of a form at a visit, which is shared whole, nothing beside. */
  readonly progress: EntityState | undefined
}

/** Nobody answers what was handed in (FIL-6), or what was sealed with a visit (VIS-21). */
export async function readOpenFilling(reader: GestureReader, id: string): Promise<Result<OpenFilling, Problem>> {
  const [feed, pub, visit] = [feedOfFilling(id), feedId(unitOfFilling(id), 'pub'), visitOfFilling(id)]
  const [head, beside] = await Promise.all([reader.entity(feed, id), reader.entity(pub, visit ?? id)])
  if (head?.kind !== 'filling') return err({ code: 'filling.not-found' })
  if (visit !== null && nullable(head, 'visit') === null) return err({ code: 'filling.not-found' })
  if (visit !== null)
    return beside !== undefined && isVisitSealed(beside)
      ? err({ code: 'visit.sealed' })
      : ok({ head, progress: undefined })
  const isSubmitted = nullable(head, 'submission') !== null || (beside && nullable(beside, 'submittedAt') !== null)
  return isSubmitted ? err({ code: 'filling.submitted' }) : ok({ head, progress: beside })
}
