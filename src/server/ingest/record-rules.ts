/**
 * What an operation may do to the records that are already there. The access table judges kind and feed; without these
 * rules somebody who may write one kind could reach into a record of another kind by naming its id (END-17), rewrite
 * what was signed (END-16), take away a photo that something signed names (END-72), say something about a signed
 * record under the right to another kind (END-73), turn over what others already read as decided (END-116), or grade a
 * published finding anew by writing over it (END-146).
 */
import { isAmendable } from '#domain/change/amendment.ts'
import type { EntityState } from '#domain/change/entity-state.ts'
import { isSealedKind } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import { namesPhoto, takesPhotoAway } from '#domain/evidence/named-evidence.ts'
import { overwritesPublished } from '#domain/internal-audit/published-finding.ts'
import { MOVE_KIND, refusalOfMove } from './corrective-arrival.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'

/** The records as they are within the transaction, what it has written so far included. */
export interface RecordsAtHand {
  find(feed: string, entity: string): EntityState | undefined
  /** Every sealed record of the feed; asked only where a photo is to be taken away. */
  sealedIn(feed: string): readonly EntityState[]
  /** Every record of this kind in the feed: moves where one comes, approvals and answers where what they are about would go. */
  ofKind(feed: string, kind: string): readonly EntityState[]
}

/** The record an amendment says something about. */
export function amendedBy({ k, f }: Op): string | null {
  const of = k === 'amendment' ? f['of']?.[0] : null
  return typeof of === 'string' ? of : null
}

/** One that is not here yet may come by another way; devices show only amendments that fit (DAT-29). */
function isMisfit(op: Op, records: RecordsAtHand): boolean {
  const of = amendedBy(op)
  const record = of === null ? undefined : records.find(op.s, of)
  return record !== undefined && (record.kind !== op.f['ofKind']?.[0] || !isAmendable(record.kind, record.regs))
}

export function refusalByRecord(op: Op, records: RecordsAtHand): ProblemCode | null {
  const existing = records.find(op.s, op.e)
  if (existing && existing.kind !== op.k) return 'op.malformed'
  if (existing && isSealedKind(op.k)) return 'access.forbidden'
  if (overwritesPublished(op, existing?.regs)) return 'judged.published'
  if (isMisfit(op, records)) return 'amendment.not-possible'
  if (op.k === MOVE_KIND) return refusalOfMove(op, records)
  const isNamed = (): boolean =>
    existing !== undefined && records.sealedIn(op.s).some(({ regs }) => namesPhoto(regs, op.e, existing.regs))
  return existing && takesPhotoAway(op, existing.regs) && isNamed() ? 'evidence.sealed' : null
}
