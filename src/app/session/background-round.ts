// What the service worker does when the network is back and nobody is looking: text of the person last at work goes out
// and comes in, by the same engine code as in a page and under the same lock. Photos and the price of them are the page's.
import { openDeviceStore } from '#data/device-store.ts'
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import { openSyncStore } from '#data/open-sync-store.ts'
import { browserClock } from '#app/platform/browser-kernel.ts'
import { browserLocks, browserTimers } from '#sync/browser-edges.ts'
import { createHttpTransport } from '#sync/http-transport.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import { createSyncRun } from '#sync/sync-run.ts'
import { deviceSigner } from './device-key.ts'
import { endpointEdge } from './endpoint-edge.ts'
import { sendWaiting } from './send-waiting.ts'
import { createSessionKeeper } from './session-keeper.ts'

/** Chromium ends the handler after three minutes. */
const MOST_MS = 120_000

/** False where something is left to send: the browser then asks once more. */
export async function syncInBackground(): Promise<boolean> {
  const opened = await openDeviceStore()
  if (!opened.ok) return true
  const device = opened.value
  try {
    const [person, people] = await Promise.all([device.currentPerson(), device.people()])
    const isSent = await Promise.all(
      // Sealed stores are not opened: their envelopes go, whoever was last at work.
      people.filter(({ hasPin }) => hasPin).map((one) => sendWaiting(device, one)),
    )
    const isSynced = person === null || person.hasPin === true || (await syncPerson(device, person))
    return isSynced && isSent.every((sent) => sent.ok && sent.value === 0)
  } finally {
    device.close()
  }
}

async function syncPerson(device: DeviceStore, { storeId }: DevicePerson): Promise<boolean> {
  const opened = await openSyncStore(storeId, browserClock)
  if (!opened) return true
  try {
    const keeper = await createSessionKeeper(device, storeId)
    const session = createSessionAccess(endpointEdge, opened.replica, deviceSigner(device), keeper)
    const run = createSyncRun({
      store: opened.store,
      transport: createHttpTransport(session),
      clock: browserClock,
      timers: browserTimers,
      random: Math.random,
    })
    const until = browserTimers.monotonicNow() + MOST_MS
    // A page that holds the lock is sending already.
    await browserLocks(navigator.locks as LockManager | undefined).tryRun(`sotay-sync-${storeId}`, () =>
      run.execute(() => browserTimers.monotonicNow() > until),
    )
    return !run.isFailing()
  } finally {
    opened.close()
  }
}
