// Which steps of the first day somebody left for later on this device (DAY-9). Beside the records, because it is about
// who is asked, not about the commune.
import type { DraftRepository } from '#data/contract/store-contract.ts'

const keyOf = (unit: string): string => `first-day:${unit}`

/** Null where the set-up was never opened on this device. */
export async function readSkipped(
  drafts: Pick<DraftRepository, 'get'>,
  unit: string,
): Promise<readonly string[] | null> {
  const kept = await drafts.get(keyOf(unit))
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : null
}

export const keepSkipped = (drafts: Pick<DraftRepository, 'put'>, unit: string, skipped: readonly string[]) =>
  drafts.put(keyOf(unit), [...skipped])
