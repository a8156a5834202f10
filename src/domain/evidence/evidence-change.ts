/**
 * Whether a photo may still change. What a commune handed in, what an audit concluded and what a stage was declared
 * with names its photos by their hash: taking one away afterwards would leave a sealed record that points at nothing.
 * The records themselves are guarded elsewhere (SA-9, AUD-9); this is the same promise for their photos.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'

export type EvidenceChange = 'add' | 'caption' | 'remove'

/** What a photo proves something about, as far as it matters here. */
export interface EvidenceSubject {
  /** The assessment was submitted, or the audit concluded. */
  readonly isClosed: boolean
  /** A declaration of a stage names this very photo. */
  readonly isNamed: boolean
}

/** Rule EVI-1. A stage goes on taking photos after a declaration: it may be sent back and declared anew. */
export function checkEvidenceChange(
  change: EvidenceChange,
  { isClosed, isNamed }: EvidenceSubject,
): Result<null, Problem> {
  const isSealed = isClosed || (isNamed && change !== 'add')
  return isSealed ? err({ code: 'evidence.sealed' }) : ok(null)
}
