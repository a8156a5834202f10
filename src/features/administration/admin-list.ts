// Accounts and devices as lists a person can search, without tone marks.
import type { AdminAccount, AdminOverview } from '#data/contract/administration-contract.ts'
import { isActive } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { searchKey } from '#domain/kernel/search-key.ts'

export type AccountGrant = AdminAccount['grants'][number]

/** Grants that hold today first; a grant that ended stays visible, because it explains older records. */
export const sortGrants = (grants: readonly AccountGrant[], today: LocalDate): readonly AccountGrant[] =>
  grants.toSorted((a, b) => Number(isActive(b, today)) - Number(isActive(a, today)) || (a.from < b.from ? 1 : -1))

export function findAccounts(accounts: readonly AdminAccount[], query: string): readonly AdminAccount[] {
  const words = searchKey(query).split(' ').filter(Boolean)
  return accounts.filter(({ username, displayName, grants }) => {
    const key = searchKey([username, displayName, ...grants.map(({ place }) => place)].join(' '))
    return words.every((word) => key.includes(word))
  })
}

/** The name of an account in a list about something else. */
export const accountName = ({ accounts }: Pick<AdminOverview, 'accounts'>, id: string): string =>
  accounts.find((account) => account.id === id)?.displayName ?? id
