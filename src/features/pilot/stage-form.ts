// What the commune writes when it declares a stage, as one value that can be a draft, and what is made of it: proofs
// by deliverable, and what still keeps the declaration from being made.
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { StageDeclaration } from '#data/contract/pilot-contract.ts'
import { type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Stage } from '#domain/pilot/stage-template.ts'

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
export type StageForm = {
  readonly on: string
  readonly note: string
  /** Deliverable → words saying which paper proves it. */
  readonly attestations: { readonly [deliverable: string]: string }
}

export type DoneOnProblem = 'date.nonexistent' | 'date.unreadable' | 'future'

/** The day a stage was done: a day that exists and has come. */
export function readDoneOn(text: string, today: LocalDate): Result<LocalDate, DoneOnProblem> {
  const read = parseWrittenDate(text)
  if (!read.ok) return read
  return read.value > today ? err('future') : ok(read.value)
}

type Proofs = StageDeclaration['deliverables']

interface ProofSources {
  readonly photos: readonly EvidenceView[]
  /** Deliverable → id of a record of this app that proves it. */
  readonly records: Readonly<Record<string, string | undefined>>
  readonly attestations: StageForm['attestations']
}

/** One entry per photo or record; words stand in an entry of their own. Only what belongs to a deliverable (PIL-12). */
export function proofsOf(stage: Pick<Stage, 'deliverables'>, { photos, records, attestations }: ProofSources): Proofs {
  return stage.deliverables.flatMap(({ id: deliverable }) => {
    const record = records[deliverable]
    const ids = photos.filter((photo) => photo.deliverable === deliverable).map(({ id }) => id)
    const words = attestations[deliverable]?.trim() ?? ''
    return [
      ...[...ids, ...(record === undefined ? [] : [record])].map((evidenceId) => ({
        deliverable,
        evidenceId,
        attestation: '',
      })),
      ...(words === '' ? [] : [{ deliverable, evidenceId: null, attestation: words }]),
    ]
  })
}
