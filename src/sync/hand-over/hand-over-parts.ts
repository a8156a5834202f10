/** What making and opening hand-over files needs; the same for a browser, a test and a simulated device. */
import type { HandOverStore, KeptPass } from '#data/contract/hand-over-contract.ts'
import type { HashPin } from '#data/contract/lock-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import type { PlaceTree } from '#domain/access/feed-access.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { DeviceSigner } from '#sync/session-access.ts'

export interface HandOverParts {
  readonly store: HandOverStore
  readonly sync: SyncStore
  readonly signer: DeviceSigner
  readonly clock: Clock
  readonly identity: () => StoredIdentity
  /** Places of the identity, as access asks them. */
  readonly tree: () => PlaceTree
  /** Argon2id of this device, for a pass phrase. */
  readonly stretch: HashPin
}

/** Without a pass (this device never met an endpoint that gives one) files are neither made nor believed. */
export async function requirePass({ store }: HandOverParts): Promise<Result<KeptPass, Problem>> {
  const pass = await store.pass()
  return pass ? ok(pass) : err({ code: 'hand-over.no-pass' })
}
