/** Takes the names out of an account, for an administrator of every place it worked in, where the law allows (PER-2). */
import { mayAdminister } from '#domain/access/office-rights.ts'
import { localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { mayErase } from '#domain/personal-data/may-erase.ts'
import type { ErasePreview } from '#protocol/care-message.ts'
import type { Caller } from '#server/identity/caller.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { Account, EndpointStore } from '#server/store/store-contract.ts'

export interface Office {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly nowMs: number
}

/** The account, where the caller administers every place it ever worked in. */
export async function administeredAccount(
  { store, directory }: Office,
  caller: Caller,
  id: string,
): Promise<Result<Account, Problem>> {
  if (!mayAdminister(caller.grants, directory, caller.today)) return err({ code: 'access.forbidden' })
  const account = await store.accountById(id)
  if (!account) return err({ code: 'account.unknown' })
  const scopes = (await store.grants(id)).map(({ scope }) => scope)
  const isOurs = scopes.every((scope) => mayAdminister(caller.grants, directory, caller.today, scope))
  return isOurs ? ok(account) : err({ code: 'access.forbidden' })
}

/** Why not, or null. */
async function hindranceOf({ store }: Office, { today }: Caller, id: string): Promise<Problem | null> {
  const sealedMs = await store.lastSealedMs(id)
  const sealedOn = sealedMs === null ? null : localDateAt(sealedMs, VIETNAM_OFFSET_MINUTES)
  const allowed = mayErase(await store.grants(id), sealedOn, today)
  return allowed.ok ? null : allowed.error
}

export async function erasePerson(office: Office, caller: Caller, id: string): Promise<Result<null, Problem>> {
  const account = await administeredAccount(office, caller, id)
  if (!account.ok) return account
  const hindrance = await hindranceOf(office, caller, id)
  if (hindrance) return err(hindrance)
  await office.store.erasePerson({ account: id, by: caller.account.id, device: caller.device.id, nowMs: office.nowMs })
  return ok(null)
}

/** What would go and what would stay, by numbers; nothing is changed (PER-7). */
export async function erasePreview(office: Office, caller: Caller, id: string): Promise<Result<ErasePreview, Problem>> {
  const account = await administeredAccount(office, caller, id)
  if (!account.ok) return account
  const { store } = office
  const counts = await store.personCounts(id)
  const { displayName, passwordHash } = account.value
  return ok({
    problem: await hindranceOf(office, caller, id),
    goes: [
      { what: 'names', count: displayName === '' ? 0 : 1 },
      { what: 'password', count: passwordHash === null ? 0 : 1 },
      { what: 'devices', count: counts.devices },
      { what: 'passkeys', count: counts.passkeys },
      { what: 'providers', count: counts.providers },
      { what: 'codes', count: counts.codes },
      { what: 'trail-details', count: counts.details },
    ],
    stays: [
      { what: 'records', count: counts.ops },
      { what: 'refused', count: counts.refused },
      { what: 'grants', count: (await store.grants(id)).length },
      { what: 'trail', count: counts.links },
    ],
  })
}
