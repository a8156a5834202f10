/**
 * Somebody has to be first. An installation without demonstration data begins with its places and one administrator
 * without a password; a one-time code on the server's own console lets them in (END-98). The same code is what brings
 * back an installation whose administrators are all lost: whoever sits at the server owns it anyway.
 */
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { IssuedInvitation } from '#protocol/admin-message.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import { consoleEvent } from '#server/recovery/console-trail.ts'
import type { Account, EndpointStore } from '#server/store/store-contract.ts'
import { isDisabled } from './account-state.ts'
import { todayAt } from './caller.ts'
import { administrationOf } from './change-grants.ts'
import { invite } from './invite.ts'
import { isLastingAdministration } from './last-administrator.ts'

const USERNAME = 'quan-tri'
const DISPLAY_NAME = 'Quản trị hệ thống'

export interface Founding {
  readonly store: EndpointStore
  readonly clock: Clock
  readonly random: RandomSource
}

export interface InvitedAdministrator extends IssuedInvitation {
  readonly account: string
  readonly username: string
}

/** Provinces, or whatever stands at the top: there an administrator reaches everything. */
const topOf = (places: readonly WirePlace[]): readonly WirePlace[] => places.filter(({ parent }) => parent === null)

/** Accounts in use that administer from the top, by name. */
export async function administratorsOf({ store, clock }: Founding): Promise<readonly Account[]> {
  const today = todayAt(clock.now())
  const tops = new Set(topOf(await store.places()).map(({ id }) => id))
  const grants = (await store.grants()).filter(
    (grant) => tops.has(grant.scope) && isLastingAdministration(grant, today),
  )
  const ids = new Set(grants.map(({ account }) => account))
  return (await store.accounts()).filter((account) => ids.has(account.id) && !isDisabled(account, today))
}

/** `quan-tri`, or with a number where that name is taken. */
export async function newAdministrator({ store, clock, random }: Founding): Promise<Account> {
  const taken = new Set((await store.accounts()).map(({ username }) => username))
  let username = USERNAME
  for (let i = 2; taken.has(username); i++) username = `${USERNAME}-${i}`
  const id = `acc.${createUuidV7(clock, random)}`
  const account = { id, username, displayName: DISPLAY_NAME, isIllustrative: false, passwordHash: null }
  const from: LocalDate = todayAt(clock.now())
  const tops = topOf(await store.places())
  const grants = tops.map((place) => ({ account: id, scope: place.id, role: 'administrator' as const, from, to: null }))
  await store.saveAccounts([account], grants)
  return account
}

export async function inviteAdministrator(
  founding: Founding,
  { id, username }: Account,
  days?: number,
): Promise<InvitedAdministrator> {
  return { account: id, username, ...(await invite(founding, id, days)) }
}

/**
 * At every start without demonstration data: places where there are none, an administrator where there is none, and a
 * new code while nobody has ever come in to administer; null once somebody has.
 */
export async function foundInstallation(
  founding: Founding,
  places: () => Promise<readonly WirePlace[]>,
): Promise<InvitedAdministrator | null> {
  const { store } = founding
  if ((await store.places()).length === 0) await store.savePlaces(await places())
  const { seen } = await administrationOf(store)
  const known = await administratorsOf(founding)
  if (known.some(({ id, passwordHash }) => passwordHash !== null || seen.has(id))) return null
  // People without an administrator are an installation that lost its last one: that is for `recover-admin` to say.
  if (known.length === 0 && (await store.accounts()).length > 0) return null
  const invited = await inviteAdministrator(founding, known[0] ?? (await newAdministrator(founding)))
  await store.recordTrail([consoleEvent('first-start', 'invitation', founding.clock.now(), invited.account)])
  return invited
}
