/**
 * A review of the leaders whose minutes are sealed stays as it is (MR-7). What its author wrote before they could know of
 * the minutes is taken: another device may have sealed them meanwhile, and the minutes carry their own content (END-147).
 */
import { DELETED_FIELD, type EntityState, type Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { standsIn } from '#domain/change/standing-value.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { isSeen } from './seen-by-author.ts'

interface Records {
  find(feed: string, entity: string): EntityState | undefined
}

const MINUTES = 'minutes'

const headFields: readonly string[] = [
  'unit',
  'number',
  'on',
  'noticedOn',
  'place',
  'chair',
  'secretary',
  'conclusion',
  'hasNoDecision',
  MINUTES,
  DELETED_FIELD,
]

const knowsMinutes = (op: Op, regs: Registers): boolean =>
  (regs[MINUTES]?.h ?? []).some((head) => typeof head.v === 'string' && isSeen(head, op, MINUTES))

/** A choice between two writings, and what is said again, change nothing. */
function changes(op: Op, regs: Registers): boolean {
  return headFields.some((name) => {
    const [write, register] = [op.f[name], regs[name]]
    return write !== undefined && (register === undefined || !standsIn(register, write[0]))
  })
}

export function refusalOfReview(op: Op, records: Records): ProblemCode | null {
  const regs = records.find(op.s, op.e)?.regs
  return regs !== undefined && knowsMinutes(op, regs) && changes(op, regs) ? 'judged.review-sealed' : null
}
