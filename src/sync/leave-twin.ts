/**
 * Another browser profile writes under this replica's numbers: a copy, or the one this was restored from. This one takes
 * another replica by the proof of its device key, names anew what the endpoint never took, and goes on (SYN-22).
 */
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, type Result } from '#domain/kernel/result.ts'
import { storedIdentity } from './stored-identity.ts'
import type { SyncTransport } from './sync-transport.ts'

const forked: Problem = { code: 'device.forked' }

/** `first`: the first own number that is the twin's at the endpoint; null for the first never acknowledged. */
export async function leaveTwin(
  store: SyncStore,
  transport: SyncTransport,
  replica: string,
  first: number | null,
): Promise<Result<null, Problem>> {
  const another = await transport.another?.()
  if (!another) return err(forked)
  if (!another.ok) return another
  // An endpoint of the first version gives none but the old one; then only signing in helps.
  if (another.value.replica === replica) return err(forked)
  return store.rekey(storedIdentity(another.value.identity, another.value.replica), first)
}
