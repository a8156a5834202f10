/** Grants given, ended and revoked while the installation runs; every device follows at its next request (END-35, END-37). */
import { mayAdminister } from '#domain/access/office-rights.ts'
import type { Grant } from '#domain/access/role.ts'
import { isLocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import type { Caller } from './caller.ts'
import type { PlaceDirectory } from './place-tree.ts'

export interface Office {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
}

const isTerm = ({ from, to }: Grant): boolean => isLocalDate(from) && (to === null || (isLocalDate(to) && from <= to))

/** Nobody takes the administration away from themselves: an installation without an administrator helps nobody. */
const endsOwnOffice = (grant: Grant, { account }: Caller): boolean =>
  grant.account === account.id && grant.role === 'administrator' && grant.to !== null

/** Gives a grant, or changes the last day of the one with the same account, place, role and first day. */
export async function saveGrant(
  { store, directory }: Office,
  caller: Caller,
  grant: Grant,
): Promise<Result<null, Problem>> {
  if (!mayAdminister(caller.grants, directory, caller.today, grant.scope)) return err({ code: 'access.forbidden' })
  if (endsOwnOffice(grant, caller)) return err({ code: 'access.forbidden' })
  if (!isTerm(grant) || (await store.accountById(grant.account)) === null) return err({ code: 'request.malformed' })
  await store.saveAccounts([], [grant])
  return ok(null)
}

/** What the device sends from now on goes to quarantine, and at its next contact it loses what it could read (END-33). */
export async function revokeDevice(
  { store, directory }: Office,
  caller: Caller,
  id: string,
): Promise<Result<null, Problem>> {
  const device = await store.deviceById(id)
  const scopes = device ? (await store.grants(device.account)).map(({ scope }) => scope) : []
  const isOurs = scopes.every((scope) => mayAdminister(caller.grants, directory, caller.today, scope))
  if (!isOurs || !mayAdminister(caller.grants, directory, caller.today)) return err({ code: 'access.forbidden' })
  if (id === caller.device.id) return err({ code: 'access.forbidden' })
  return (await store.revokeDevice(id)) ? ok(null) : err({ code: 'device.unknown' })
}
