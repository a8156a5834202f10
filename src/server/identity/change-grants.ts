/** Grants given, ended and revoked while the installation runs; every device follows at its next request (END-35, END-37). */
import { isDeputising } from '#domain/access/deputising.ts'
import { mayAdminister } from '#domain/access/office-rights.ts'
import type { Grant } from '#domain/access/role.ts'
import { isLocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import type { Caller } from './caller.ts'
import { type Administration, isLastingAdministration, isStillAdministered } from './last-administrator.ts'
import type { PlaceDirectory } from './place-tree.ts'

export interface Office {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
}

const isTerm = ({ from, to }: Grant): boolean => isLocalDate(from) && (to === null || (isLocalDate(to) && from <= to))

/** An inspection ends, and with it the right to look (ACC-14). */
const hasItsEnd = ({ role, to }: Pick<Grant, 'role' | 'to'>): boolean => role !== 'inspection-team' || to !== null

export const isGrantTerm = (grant: Grant): boolean => isTerm(grant) && hasItsEnd(grant)

/** Nobody takes the administration away from themselves: an installation without an administrator helps nobody. */
const endsOwnOffice = (grant: Grant, { account }: Caller): boolean =>
  grant.account === account.id && grant.role === 'administrator' && grant.to !== null

const isSame = (a: Grant, b: Grant): boolean =>
  a.account === b.account && a.scope === b.scope && a.role === b.role && a.from === b.from

export async function administrationOf(store: EndpointStore): Promise<Administration> {
  const devices = await store.devices()
  const seen = new Set(devices.filter(({ isRevoked }) => !isRevoked).map(({ account }) => account))
  return { accounts: await store.accounts(), grants: await store.grants(), seen }
}

/** Whether giving this takes the last administration of a place away. */
async function takesLast({ store, directory }: Office, { today }: Caller, grant: Grant, held: readonly Grant[]) {
  const known = held.find((one) => isSame(one, grant))
  if (grant.to === null || !known || !isLastingAdministration(known, today)) return false
  return !isStillAdministered(await administrationOf(store), directory, known, today)
}

/** Why a grant cannot be given, apart from the right to give it. */
async function faultOf(office: Office, caller: Caller, grant: Grant): Promise<Problem | null> {
  const { store } = office
  if (!isGrantTerm(grant) || (await store.accountById(grant.account)) === null) return { code: 'request.malformed' }
  const held = await store.grants(grant.account)
  const known = held.find((one) => isSame(one, grant))
  if (known && known.deputyFor !== grant.deputyFor && grant.deputyFor !== undefined)
    return { code: 'deputy.not-possible' }
  if (grant.deputyFor !== undefined && !known && !isDeputising(grant, await store.grants(grant.deputyFor)))
    return { code: 'deputy.not-possible' }
  return (await takesLast(office, caller, grant, held)) ? { code: 'account.last-administrator' } : null
}

/** Gives a grant, or changes the last day of the one with the same account, place, role and first day. */
export async function saveGrant(office: Office, caller: Caller, grant: Grant): Promise<Result<null, Problem>> {
  const { store, directory } = office
  if (!mayAdminister(caller.grants, directory, caller.today, grant.scope)) return err({ code: 'access.forbidden' })
  if (endsOwnOffice(grant, caller)) return err({ code: 'access.forbidden' })
  const fault = await faultOf(office, caller, grant)
  if (fault) return err(fault)
  await store.saveAccounts([], [grant])
  return ok(null)
}

/** Whether every place the account was ever granted in is the caller's to administer; an account without any is. */
export async function administersAccount({ store, directory }: Office, caller: Caller, account: string) {
  const { grants, today } = caller
  const scopes = account === '' ? [] : (await store.grants(account)).map(({ scope }) => scope)
  return (
    mayAdminister(grants, directory, today) && scopes.every((scope) => mayAdminister(grants, directory, today, scope))
  )
}

/** The name people know the device by, in lists. */
export async function nameDevice(
  office: Office,
  caller: Caller,
  id: string,
  label: string,
): Promise<Result<null, Problem>> {
  const device = await office.store.deviceById(id)
  if (!(await administersAccount(office, caller, device?.account ?? ''))) return err({ code: 'access.forbidden' })
  const name = label.normalize('NFC').trim()
  if (name === '') return err({ code: 'account.name-missing' })
  return (await office.store.nameDevice(id, name)) ? ok(null) : err({ code: 'device.unknown' })
}

/** What the device sends from now on goes to quarantine, and at its next contact it loses what it could read (END-33). */
export async function revokeDevice(
  { store, directory }: Office,
  caller: Caller,
  id: string,
): Promise<Result<null, Problem>> {
  const device = await store.deviceById(id)
  if (!(await administersAccount({ store, directory }, caller, device?.account ?? '')))
    return err({ code: 'access.forbidden' })
  if (id === caller.device.id) return err({ code: 'access.forbidden' })
  return (await store.revokeDevice(id)) ? ok(null) : err({ code: 'device.unknown' })
}
