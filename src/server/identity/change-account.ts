/** Changes of one account: its name, and from which day it is out of use (END-92, END-93). */
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { IssuedInvitation } from '#protocol/admin-message.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { AccountUpdate } from '#server/store/account-contract.ts'
import type { Caller } from './caller.ts'
import { administersAccount, administrationOf, type Office } from './change-grants.ts'
import { isLastingAdministration, isStillAdministered } from './last-administrator.ts'
import { isName, nameOf } from './new-accounts.ts'

export interface AccountChange {
  readonly account: string
  readonly displayName?: string | undefined
  readonly disabledFrom?: string | null | undefined
}

/** Whether a place would be left without anybody who administers it. */
export async function leavesNobody({ store, directory }: Office, account: string, today: LocalDate): Promise<boolean> {
  const administration = await administrationOf(store)
  return administration.grants
    .filter((grant) => grant.account === account && isLastingAdministration(grant, today))
    .some((grant) => !isStillAdministered(administration, directory, grant, today))
}

async function faultOf(office: Office, caller: Caller, change: AccountChange): Promise<Problem | null> {
  const { account, displayName, disabledFrom = null } = change
  if (!(await administersAccount(office, caller, account))) return { code: 'access.forbidden' }
  if ((await office.store.accountById(account)) === null) return { code: 'account.unknown' }
  if (displayName !== undefined && !isName(nameOf(displayName))) return { code: 'account.name-missing' }
  if (disabledFrom === null) return null
  if (!isLocalDate(disabledFrom)) return { code: 'grant.term-unfit' }
  if (await leavesNobody(office, account, caller.today)) return { code: 'account.last-administrator' }
  return account === caller.account.id ? { code: 'access.forbidden' } : null
}

export async function changeAccount(
  office: Office,
  caller: Caller,
  change: AccountChange,
): Promise<Result<null, Problem>> {
  const fault = await faultOf(office, caller, change)
  if (fault) return err(fault)
  const { account, displayName, disabledFrom } = change
  const update: AccountUpdate = {
    ...(displayName !== undefined && { displayName: nameOf(displayName) }),
    ...(disabledFrom !== undefined && { disabledFrom: disabledFrom as LocalDate | null }),
  }
  await office.store.updateAccount(account, update)
  return ok(null)
}

/** A one-time code for somebody: whoever has it can become them, so it is ordered only where the caller administers all of theirs. */
export async function orderInvitation(
  office: Office,
  caller: Caller,
  account: string,
  invite: () => Promise<IssuedInvitation>,
): Promise<Result<IssuedInvitation, Problem>> {
  if (!(await administersAccount(office, caller, account))) return err({ code: 'access.forbidden' })
  return (await office.store.accountById(account)) === null ? err({ code: 'account.unknown' }) : ok(await invite())
}
