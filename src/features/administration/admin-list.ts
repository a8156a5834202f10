// Accounts and devices as lists a person can search, without tone marks.
import type { AdminAccount, AdminDevice, AdminOverview } from '#data/contract/administration-contract.ts'
import { isActive } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { searchKey } from '#domain/kernel/search-key.ts'

export type AccountGrant = AdminAccount['grants'][number]

/** Grants that hold today first; a grant that ended stays visible, because it explains older records. */
export const sortGrants = (grants: readonly AccountGrant[], today: LocalDate): readonly AccountGrant[] =>
  grants.toSorted((a, b) => Number(isActive(b, today)) - Number(isActive(a, today)) || (a.from < b.from ? 1 : -1))

/** A phone shows every line as a card: more than this is a search, not a list. */
export const SHOWN = 10

/** Those who can come in first, then as the endpoint lists them. */
export function findAccounts(accounts: readonly AdminAccount[], query: string): readonly AdminAccount[] {
  const words = searchKey(query).split(' ').filter(Boolean)
  const found = accounts.filter(({ username, displayName, grants }) => {
    const key = searchKey([username, displayName, ...grants.map(({ place }) => place)].join(' '))
    return words.every((word) => key.includes(word))
  })
  return found.sort((a, b) => Number(b.canSignIn) - Number(a.canSignIn))
}

/** Last connected first. */
export const sortDevices = (devices: readonly AdminDevice[]): readonly AdminDevice[] =>
  devices.toSorted((a, b) => b.lastSeenMs - a.lastSeenMs)

/** The name of an account in a list about something else. */
export const accountName = ({ accounts }: Pick<AdminOverview, 'accounts'>, id: string): string =>
  accounts.find((account) => account.id === id)?.displayName ?? id
