// Sends the envelopes of a sealed store without opening it: from the locked screen and from the service worker.
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import { openLockedOutbox } from '#data/sealing/envelope-store.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { browserClock } from '#app/platform/browser-kernel.ts'
import { browserLocks } from '#sync/browser-edges.ts'
import { deliverLocked, operationsIn } from '#sync/hand-over/locked-delivery.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import { deviceSigner } from './device-key.ts'
import { endpointEdge } from './endpoint-edge.ts'
import { createSessionKeeper } from './session-keeper.ts'

/** How many operations are still waiting afterwards. */
export async function sendWaiting(
  device: DeviceStore,
  { storeId, replica }: DevicePerson,
): Promise<Result<number, Problem>> {
  const outbox = openLockedOutbox(storeId)
  let sent: Result<number, Problem> = ok(0)
  try {
    const keeper = await createSessionKeeper(device, storeId)
    const session = createSessionAccess(endpointEdge, replica ?? '', deviceSigner(device), keeper)
    // A page that holds the lock is sending the same operations already.
    await browserLocks(navigator.locks as LockManager | undefined).tryRun(`sotay-sync-${storeId}`, async () => {
      sent = await deliverLocked(outbox, session, browserClock)
    })
    return sent
  } finally {
    outbox.close()
  }
}

/** Operations in envelopes on this device. */
export async function countWaiting(storeId: string): Promise<number> {
  const outbox = openLockedOutbox(storeId)
  try {
    return operationsIn(await outbox.waiting())
  } finally {
    outbox.close()
  }
}
