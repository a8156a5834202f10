/**
 * The grants of an account as they hold, read at each request: acting for somebody goes as far as that person's own
 * grants go (ACC-17). Whoever judges by grants asks here; the bare rows are for lists and for changing them.
 */
import { grantsInForce } from '#domain/access/deputising.ts'
import type { Grant } from '#domain/access/role.ts'
import type { IdentityStore } from '#server/store/store-contract.ts'

export async function grantsOf(store: Pick<IdentityStore, 'grants'>, account: string): Promise<readonly Grant[]> {
  const given = await store.grants(account)
  const principals = new Set(given.map(({ deputyFor }) => deputyFor).filter((id) => id !== undefined))
  if (principals.size === 0) return given
  const theirs: Grant[] = []
  for (const principal of principals) theirs.push(...(await store.grants(principal)))
  return grantsInForce(given, theirs)
}
