// Where somebody stands who was given a way in: one word for the list, and what it is sorted and filtered by.
import type { AdminAccount } from '#data/contract/administration-contract.ts'
import { isActive } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { searchKey } from '#domain/kernel/search-key.ts'
import type { Tone } from '#ui/tone.ts'

/** Keys below `state` in the namespace `administration`. */
export const personStates = ['active', 'invited', 'no-way-in', 'no-role', 'disabled'] as const
export type PersonState = (typeof personStates)[number]

export const toneOfState: Readonly<Record<PersonState, Tone>> = {
  active: 'good',
  invited: 'note',
  'no-way-in': 'warn',
  'no-role': 'idle',
  disabled: 'bad',
}

export const isDisabled = ({ disabledFrom }: AdminAccount, today: LocalDate): boolean =>
  disabledFrom !== null && disabledFrom !== undefined && disabledFrom <= today

export function stateOf(account: AdminAccount, today: LocalDate): PersonState {
  if (isDisabled(account, today)) return 'disabled'
  if (!account.canSignIn) return account.invitation ? 'invited' : 'no-way-in'
  return account.grants.some((grant) => isActive(grant, today) || grant.from > today) ? 'active' : 'no-role'
}

export interface PeopleFilter {
  readonly query: string
  readonly role: string
  readonly state: string
}

/** Words in any order, without tone marks, in position, sign-in name and places; those who can come in first. */
export function findPeople(
  accounts: readonly AdminAccount[],
  { query, role, state }: PeopleFilter,
  today: LocalDate,
): readonly AdminAccount[] {
  const words = searchKey(query).split(' ').filter(Boolean)
  return accounts
    .filter((account) => {
      const { username, displayName, grants } = account
      const key = searchKey([username, displayName, ...grants.map(({ place }) => place)].join(' '))
      const hasRole = role === '' || grants.some((grant) => grant.role === role && isActive(grant, today))
      return words.every((word) => key.includes(word)) && hasRole && (state === '' || stateOf(account, today) === state)
    })
    .sort((a, b) => Number(b.canSignIn) - Number(a.canSignIn))
}
