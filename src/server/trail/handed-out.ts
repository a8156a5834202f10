/**
 * A look into another's data is recorded where it cannot be left out: at the endpoint, when the data leaves it. Whoever
 * is not of the commune leaves a link in the commune's own chain when a feed is handed to one of their devices for the
 * first time, and whenever a submitted assessment or an audit report is among the news (TRL-12). What a person then
 * opens on the screen, perhaps without a network, is not known here and is not claimed.
 */
import { feedsOfGrant } from '#domain/access/feed-access.ts'
import { isActive, type Role } from '#domain/access/role.ts'
import { parseFeed } from '#domain/change/feed.ts'
import type { Caller } from '#server/identity/caller.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { HandedOut } from '#server/pull/answer-feeds.ts'
import type { TrailStore } from '#server/store/trail-contract.ts'
import type { TrailEvent } from './sealed-link.ts'

export interface HandingOut {
  readonly store: Pick<TrailStore, 'recordTrail'>
  readonly directory: PlaceDirectory
  readonly caller: Caller
  readonly nowMs: number
}

const communeRoles: ReadonlySet<Role> = new Set([
  'chairman',
  'vice-chairman',
  'iso-secretary',
  'internal-auditor',
  'professional-officer',
])

/** Feeds the caller reads as one of the commune's own people. */
const ownFeeds = ({ grants, today }: Caller, directory: PlaceDirectory): ReadonlySet<string> =>
  new Set(
    grants
      .filter((grant) => communeRoles.has(grant.role) && isActive(grant, today))
      .flatMap((grant) => feedsOfGrant(grant, directory, today)),
  )

/** Before the answer is sent: nothing is handed out without its link. */
export async function recordHandedOut(
  { store, directory, caller, nowMs }: HandingOut,
  handedOut: readonly HandedOut[],
): Promise<void> {
  const ofCommunes = handedOut.filter(({ feed }) => parseFeed(feed)?.audience !== 'plan')
  if (ofCommunes.length === 0) return
  const own = ownFeeds(caller, directory)
  const who = { account: caller.account.id, device: caller.device.id, atMs: nowMs }
  const events = ofCommunes
    .filter(({ feed }) => !own.has(feed))
    .map(
      ({ feed, isWhole, sealed }): TrailEvent => ({
        ...who,
        chain: feed,
        place: feed,
        type: 'handed-out',
        detail: isWhole ? { whole: true } : { records: sealed },
      }),
    )
  await store.recordTrail(events)
}
