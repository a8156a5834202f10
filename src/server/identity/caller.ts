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
import type { PlaceDirectory } from './place-tree.ts'

export interface Caller {
  readonly account: Account
  readonly device: Device
  /** Ended grants included: an operation is judged by the day it was made. */
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
  return known && { account: known, device, grants: await store.grants(account), today: todayAt(nowMs) }
}

export const feedsOf = ({ grants, today }: Caller, directory: PlaceDirectory): readonly string[] =>
  readableFeeds(grants, directory, today)

const versionOf = (grants: unknown, places: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([grants, places]))
    .digest('hex')
    .slice(0, 16)

export function identityOf({ account, grants, today }: Caller, directory: PlaceDirectory): Identity {
  const current = grants.filter(({ to }) => to === null || to >= today)
  const wanted = new Set(current.flatMap(({ scope }) => directory.around(scope).map(({ id }) => id)))
  const places = directory.places.filter(({ id }) => wanted.has(id))
  return {
    account: {
      id: account.id,
      username: account.username,
      displayName: account.displayName,
      isIllustrative: account.isIllustrative,
    },
    grants: current.map((grant) => ({ ...grant })),
    grantsVersion: versionOf(current, places),
    places: [...places],
  }
}
