// Which moves that do not count somebody has read about on this device (CA-25). Beside the records, because it is about
// who looked, not about the request.
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { type Uncounted, uncountedOf } from '#domain/corrective-action/told.ts'

const keyOf = ({ unit, id }: CorrectiveView): string => `corrective:told:${unit}:${id}`

/** A move of this device that waits or was refused is told where it waits: in the sync centre and on its own page. */
export function uncountedIn({ course, keptAside }: CorrectiveView): readonly Uncounted[] {
  const refused = course.refused.filter(({ move: { location } }) => location === 'sent' || location === 'backed-up')
  return uncountedOf({ ...course, refused }, keptAside)
}

export async function readTold(
  { drafts }: Pick<PersonStore, 'drafts'>,
  view: CorrectiveView,
): Promise<readonly string[]> {
  const kept = await drafts.get(keyOf(view))
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []
}

/** Writes only where something new was read. */
export async function keepTold(store: Pick<PersonStore, 'drafts'>, view: CorrectiveView): Promise<void> {
  const moves = uncountedIn(view).map(({ move }) => move)
  const told = await readTold(store, view)
  const news = moves.filter((move) => !told.includes(move))
  if (news.length > 0) await store.drafts.put(keyOf(view), [...told, ...news])
}
