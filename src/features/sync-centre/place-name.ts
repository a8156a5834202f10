// The place a feed belongs to, by the name the person knows.
import type { PersonStore } from '#data/contract/store-contract.ts'
import { parseFeed } from '#domain/change/feed.ts'

export function placeNameOf({ identity }: Pick<PersonStore, 'identity'>, feed: string): string | undefined {
  const scope = parseFeed(feed)?.scope
  return identity.places.find(({ id }) => id === scope)?.name
}
