/**
 * A verification, or the decision about a whole submission, that arrives (SA-10, SA-11, END-143). It is judged by what it
 * says, by the submission where that is here, and by what its own author demonstrably knew; somebody else's closing of
 * which they may not have heard binds nobody.
 */
import { type EntityState, fieldValue, type Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { differingHeads } from '#domain/change/register.ts'
import { objectOf } from '#domain/kernel/json-reading.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { isDecision, mayFollow, needsReason } from '#domain/self-assessment/judged-verification.ts'
import { replacedHead, seenHeads } from './seen-by-author.ts'

interface Records {
  find(feed: string, entity: string): EntityState | undefined
}

const VERIFICATION = /^ver\.([^.]+)\.(.+)$/su

/** The submission and the question a verification is about, by its id. */
function namedBy({ e }: Op): { readonly submission: string; readonly question: string } | null {
  const [, submission, question] = VERIFICATION.exec(e) ?? []
  return submission === undefined || question === undefined ? null : { submission, question }
}

const decisionId = (submission: string): string => `vst.${submission}`

/** Other records that are asked about a verification. */
export function askedByVerification(op: Op): readonly string[] {
  const named = op.k === 'verification' ? namedBy(op) : null
  return named === null ? [] : [named.submission, decisionId(named.submission)]
}

/** The reason its author had before them; null where they may have had another. */
function reasonKnown(op: Op, regs: Registers, beside: string): string | null {
  const written = op.f['reason']
  if (written) return typeof written[0] === 'string' ? written[0].trim() : ''
  const heads = seenHeads(regs['reason'], op, beside)
  if (heads === null) return null
  return heads.map(({ v }) => (typeof v === 'string' ? v.trim() : '')).find(hasText) ?? ''
}

const lacksReason = (op: Op, regs: Registers, beside: string): boolean => {
  const isChoice = !Object.hasOwn(op.f, 'reason') && differingHeads(regs[beside]).length > 1
  const known = reasonKnown(op, regs, beside)
  return !isChoice && known !== null && !hasText(known)
}

/** Whether it is written, and not chosen between two writings, by a device that had ended the verification itself. */
function isAfterOwnEnd(op: Op, regs: Registers, decided: EntityState | undefined): boolean {
  const hasEnded = (decided?.regs['state']?.h ?? []).some(({ d, n, v }) => d === op.d && n < op.n && isDecision(v))
  const isWritten = (field: string): boolean =>
    Object.hasOwn(op.f, field) && (regs[field] === undefined || replacedHead(regs[field], op, field) !== null)
  return hasEnded && ['level', 'value'].some(isWritten)
}

export function refusalOfVerification(op: Op, records: Records): ProblemCode | null {
  const named = namedBy(op)
  if (named === null) return null
  const { submission, question } = named
  const said = op.f['submission']?.[0] ?? submission
  if (said !== submission) return 'op.malformed'
  const regs = records.find(op.s, op.e)?.regs ?? {}
  if (isAfterOwnEnd(op, regs, records.find(op.s, decisionId(submission)))) return 'judged.not-open'
  const sealed = records.find(op.s, submission)
  const content = sealed?.kind === 'submission' ? objectOf(fieldValue(sealed.regs, 'content')) : null
  const isOther = needsReason(op.f['level']?.[0], question, content)
  return isOther && lacksReason(op, regs, 'level') ? 'judged.reason-missing' : null
}

export function refusalOfDecision(op: Op, records: Records): ProblemCode | null {
  const state = op.f['state']?.[0]
  if (state === undefined || !(state === null || isDecision(state))) return null
  const regs = records.find(op.s, op.e)?.regs ?? {}
  const known = replacedHead(regs['state'], op, 'state')
  if (known !== null && isDecision(known.v) && !mayFollow(known.v, state)) return 'judged.not-open'
  return state === 'reopened' && lacksReason(op, regs, 'state') ? 'judged.reason-missing' : null
}
