// What may only be read shows what was recorded: drafts left behind by an earlier visit stay on the disk, and nothing
// of them is brought back into a submitted round or a concluded audit.
import type { DraftRepository } from '#data/contract/store-contract.ts'

/** Leaves drafts where they are. */
export const draftsAside = (drafts: DraftRepository): DraftRepository => ({ ...drafts, get: async () => undefined })
