/**
 * What goes into an answer first, when not everything fits (END-38): the feeds of the caller's own place and the plans,
 * then news of feeds already read, then feeds never read, those that changed last before the others. News are shared out
 * evenly, so that one busy feed does not keep the others waiting; a feed that is read for the first time comes whole,
 * because half of a commune helps nobody.
 */
import { parseFeed } from '#domain/change/feed.ts'

export interface WaitingFeed {
  readonly id: string
  /** Whether the device has read it before, so that only news travel. */
  readonly isKnown: boolean
}

/** No share is smaller than this, in bytes of JSON: many small answers cost more than a little waiting. */
const SMALLEST_SHARE = 16_000

function rankOf({ id, isKnown }: WaitingFeed, ownPlaces: ReadonlySet<string>): number {
  const feed = parseFeed(id)
  if (feed && ownPlaces.has(feed.scope)) return 0
  if (feed?.audience === 'plan') return 1
  return isKnown ? 2 : 3
}

/** The feeds in the order in which they are answered. `changed` says when each changed last. */
export function inOrderOfNeed<T extends WaitingFeed>(
  feeds: readonly T[],
  ownPlaces: ReadonlySet<string>,
  changed: ReadonlyMap<string, number>,
): readonly T[] {
  const rank = new Map(feeds.map((feed) => [feed.id, rankOf(feed, ownPlaces)]))
  const of = (id: string): number => rank.get(id) ?? 0
  const age = (id: string): number => changed.get(id) ?? 0
  return [...feeds].sort((a, b) => of(a.id) - of(b.id) || age(b.id) - age(a.id) || (a.id < b.id ? -1 : 1))
}

/** How much of what is left this feed may take; `others` still wait behind it. */
export const shareOf = ({ isKnown }: WaitingFeed, left: number, others: number): number =>
  isKnown ? Math.min(left, Math.max(SMALLEST_SHARE, Math.ceil(left / (others + 1)))) : left
