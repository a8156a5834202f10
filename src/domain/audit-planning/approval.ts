/**
 * Approving is a step that is never taken back, only followed by another. It names the hash of what was read, so that
 * nobody has to watch whether the record changed afterwards: the hash says so.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'

/** What was decided. */
export type ApprovalDecision = 'approved' | 'returned'

/** One step. */
export interface Approval {
  readonly id: string
  readonly sha256: string
  readonly decision: ApprovalDecision
  readonly on: LocalDate
  readonly note: string
  /** Moment it was written, milliseconds since 1970. */
  readonly at: number
}

/** What all steps together say about what stands now. */
export type ApprovalState = 'none' | 'approved' | 'outdated' | 'returned'

/** A return says what is to be changed. Rule AP-18. */
export const checkDecision = (decision: ApprovalDecision, note: string): Result<string, Problem> =>
  decision === 'returned' && !hasText(note) ? err({ code: 'approval.note-missing' }) : ok(note.trim())

/** The first first; two of one moment by their ids, so that every device agrees. */
export const inOrder = <A extends Pick<Approval, 'at' | 'id'>>(approvals: readonly A[]): readonly A[] =>
  [...approvals].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

/** Rules AP-17 and AP-18. */
export function approvalState(approvals: readonly Approval[], sha256: string): ApprovalState {
  const last = inOrder(approvals).at(-1)
  if (last === undefined) return 'none'
  if (last.decision === 'returned') return 'returned'
  return last.sha256 === sha256 ? 'approved' : 'outdated'
}

/**
 * Whether what stands now is not what had been approved by the day the plan went out: those who are audited may hold the
 * former one. False where nothing was approved by then, because nobody knows what went out. Rule AP-25.
 */
export function isChangedSince(sentOn: LocalDate | null, approvals: readonly Approval[], sha256: string): boolean {
  if (sentOn === null) return false
  const sent = inOrder(approvals).findLast(({ decision, on }) => decision === 'approved' && on <= sentOn)
  return sent !== undefined && sent.sha256 !== sha256
}
