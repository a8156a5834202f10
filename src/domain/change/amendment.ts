/**
 * What is said about a sealed record afterwards. The record stays as it was signed; a correction or an addition is a
 * record of its own beside it, sealed as well, so that everybody reads both and nobody wonders which came first.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import { fieldValue, isDeleted, type Registers } from './entity-state.ts'
import { isKind, isSealedKind, kindDefinition } from './kind-registry.ts'

export interface AmendmentTexts {
  /** Why it is needed. */
  readonly reason: string
  /** What is corrected or added. */
  readonly text: string
}

/** The texts as they are kept. Rule CHG-22. */
export function checkAmendment({ reason, text }: AmendmentTexts): Result<AmendmentTexts, Problem> {
  if (!hasText(text)) return err({ code: 'amendment.text-missing' })
  if (!hasText(reason)) return err({ code: 'amendment.reason-missing' })
  return ok({ reason: reason.trim(), text: text.trim() })
}

/** Whoever confirmed a stage or sent it back says more by a further event, never by an amendment. */
const followersWords: readonly unknown[] = ['confirmed', 'returned']

/** A published form and a line of a log are nobody's word about a commune, and amendments stand in `pub`. */
const isShared = (kind: string): boolean => isKind(kind) && kindDefinition(kind).audiences.some((one) => one === 'pub')

/** A move, a signature, an approval: what comes after it is a further one. */
export const isStep = (kind: string): boolean => isKind(kind) && kindDefinition(kind).isStep === true

/** Whether this record has amendments: sealed, no amendment itself, and the commune's own word. Rule CHG-22. */
export function isAmendable(kind: string, regs: Registers): boolean {
  if (!isSealedKind(kind) || kind === 'amendment' || isDeleted(regs) || !isShared(kind) || isStep(kind)) return false
  return kind !== 'stage-event' || !followersWords.includes(fieldValue(regs, 'type'))
}
