/**
 * Whether a stage may be declared done. Every deliverable needs its own proof; a photo that belongs to none of
 * them proves nothing, however many there are (PIL-12).
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import type { StageEvidence } from './stage-event.ts'
import type { Deliverable, Stage } from './stage-template.ts'

/** What the app counted for a gate; undefined means that nobody counted. */
export interface GateFacts {
  readonly openMajor?: number
}

/** Stands in `missing` for the gate of G7. */
export const NO_OPEN_MAJOR = 'no-open-major'

const proves = ({ evidenceId, attestation }: StageEvidence): boolean =>
  (evidenceId !== null && evidenceId !== '') || hasText(attestation)

/** Deliverables without proof, in the order of the stage. Rule PIL-12. */
export function missingDeliverables(
  stage: Pick<Stage, 'deliverables'>,
  evidence: readonly StageEvidence[],
): readonly Deliverable[] {
  const proven = new Set(evidence.filter(proves).map(({ deliverable }) => deliverable))
  return stage.deliverables.filter(({ id }) => !proven.has(id))
}

/** Rules PIL-12 and PIL-13. Params: `missing` (how many) and `ids` (separated by commas). */
export function checkDeclarable(
  stage: Stage,
  evidence: readonly StageEvidence[],
  facts: GateFacts = {},
): Result<true, Problem> {
  const missing = missingDeliverables(stage, evidence).map(({ id }) => id)
  if (stage.gateRule === 'no-open-major' && facts.openMajor !== 0) missing.push(NO_OPEN_MAJOR)
  if (missing.length === 0) return ok(true)
  return err({ code: 'stage.deliverable-missing', params: { missing: missing.length, ids: missing.join(',') } })
}
