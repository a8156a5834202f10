/**
 * Who is asking, with the grants as they stand at this very request: a grant that ended this morning opens nothing
 * this afternoon (END-5). What the device needs to compute access offline is made here too.
 */
import { createHash } from 'node:crypto'
import { readableFeeds } from '#domain/access/feed-access.ts'
import type { Grant } from '#domain/access/role.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { Identity } from '#protocol/session-message.ts'
import type { Account, Device, EndpointStore } from '#server/store/store-contract.ts'
import { deviceOf } from './account-state.ts'
import { grantsOf } from './grants-of.ts'
import type { LiveDirectory } from './live-directory.ts'
import type { PlaceDirectory } from './place-tree.ts'

export interface Caller {
  readonly account: Account
  readonly device: Device
  /** Ended grants included: an operation is judged by the day it was made. None at all on a revoked device or of a disabled account (END-33, END-92). */
  readonly grants: readonly Grant[]
  readonly today: LocalDate
}

export const todayAt = (nowMs: number): LocalDate => localDateAt(nowMs, VIETNAM_OFFSET_MINUTES)

export async function loadCaller(
  store: EndpointStore,
  account: string,
  device: Device,
  nowMs: number,
): Promise<Caller | null> {
  const known = await store.accountById(account)
  const today = todayAt(nowMs)
  const current = deviceOf(known, device, today)
  const grants = current.isRevoked ? [] : await grantsOf(store, account)
  return known && { account: known, device: current, grants, today }
}

export const feedsOf = ({ grants, today }: Caller, directory: PlaceDirectory): readonly string[] =>
  readableFeeds(grants, directory, today)

type Directory = PlaceDirectory & Partial<Pick<LiveDirectory, 'peopleIn' | 'readDays'>>

/** Everything in the answer follows from these: the person's own grants of today, and places and people as they stand. */
const versionOf = (grants: readonly Grant[], directory: Directory): string =>
  createHash('sha256')
    .update(JSON.stringify([grants, directory.version, ...(directory.readDays ? [directory.readDays] : [])]))
    .digest('hex')
    .slice(0, 16)

const currentGrants = ({ grants, today }: Caller): readonly Grant[] =>
  grants.filter(({ to }) => to === null || to >= today)

/** Compared by the device with what it has; asking for the identity costs a request, so it is told along with each sync. */
export const grantsVersionOf = (caller: Caller, directory: Directory): string =>
  versionOf(currentGrants(caller), directory)

export function identityOf(caller: Caller, directory: Directory): Identity {
  const { id, username, displayName, isIllustrative } = caller.account
  const current = currentGrants(caller)
  const wanted = new Set(current.flatMap(({ scope }) => directory.around(scope)))
  return {
    account: { id, username, displayName, isIllustrative },
    grants: current.map((grant) => ({ ...grant })),
    grantsVersion: versionOf(current, directory),
    places: directory.places.filter((place) => wanted.has(place)),
    ...(directory.peopleIn && { people: [...directory.peopleIn(feedsOf(caller, directory))] }),
    ...(directory.readDays && { readDays: directory.readDays }),
  }
}
