// While a sealed store is open: what is written goes into envelopes a moment later, and once more before the store closes.
import type { DeviceStore } from '#data/contract/device-store-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { browserClock } from '#app/platform/browser-kernel.ts'
import { createEnvelopeKeeper } from '#sync/hand-over/envelope-keeper.ts'
import { deviceSigner } from './device-key.ts'

export interface EnvelopeDuty {
  /** Wraps what is left and ends. */
  stop(): Promise<void>
}

export async function startEnvelopeDuty(
  device: DeviceStore,
  storeId: string,
  opened: OpenedPersonStore,
): Promise<EnvelopeDuty> {
  const wrap = createEnvelopeKeeper({
    store: await opened.envelopes(),
    signer: deviceSigner(device),
    clock: browserClock,
    identity: () => opened.identity,
    endpointKey: async () => (await device.session(storeId))?.endpointKey ?? null,
  })
  // A failure is no loss: the operation is in the store, and the next write or unlock tries again.
  const now = (): void => void wrap().catch(reportError)
  const unsubscribe = opened.onCommitted(now)
  now()
  return {
    async stop() {
      unsubscribe()
      await wrap()
    },
  }
}
