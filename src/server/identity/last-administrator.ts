/**
 * An installation without an administrator helps nobody: whatever takes an administrator's right away, by its grant, its
 * account or its leaving, is refused where nobody else could act in that place any more (END-93).
 */
import type { Grant } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Account } from '#server/store/store-contract.ts'
import type { PlaceDirectory } from './place-tree.ts'

/** Holds today and has no end in sight: what ends anyway keeps nobody. */
export const isLastingAdministration = ({ role, from, to, deputyFor }: Grant, today: LocalDate): boolean =>
  role === 'administrator' && from <= today && to === null && deputyFor === undefined

export interface Administration {
  readonly accounts: readonly Account[]
  readonly grants: readonly Grant[]
  /** Accounts that signed in on some device. */
  readonly seen: ReadonlySet<string>
}

/** A passkey or the province's identity provider lets in as well, so a device counts like a password. */
const couldSignIn = ({ accounts, seen }: Administration, id: string): boolean => {
  const account = accounts.find((one) => one.id === id)
  if (!account || (account.disabledFrom ?? null) !== null) return false
  return account.passwordHash !== null || seen.has(id)
}

/** The place and everything it lies in. */
function placesAbove(directory: PlaceDirectory, place: string): ReadonlySet<string> {
  const parents = new Map(directory.places.map(({ id, parent }) => [id, parent]))
  const above = new Set<string>()
  for (let id: string | null = place; id !== null && !above.has(id); id = parents.get(id) ?? null) above.add(id)
  return above
}

/** Whether, after `lost` is gone, somebody else still administers its place. */
export function isStillAdministered(
  administration: Administration,
  directory: PlaceDirectory,
  lost: Grant,
  today: LocalDate,
): boolean {
  const above = placesAbove(directory, lost.scope)
  return administration.grants.some(
    (grant) =>
      grant.account !== lost.account &&
      isLastingAdministration(grant, today) &&
      above.has(grant.scope) &&
      couldSignIn(administration, grant.account),
  )
}
