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

/** Signing and wrapping cost a phone tens of milliseconds, which would fall into the drawing of what was just answered. */
const QUIET_MS = 300
/** The hand rests, or a second has gone by. */
const LATEST_MS = 1000

/** Runs when nothing else is to be done; at once where the page goes out of sight, as it may never come back. */
function whenQuiet(run: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = (): void => {
    clearTimeout(timer)
    timer = undefined
    run()
  }
  const idle = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => timer !== undefined && now(), { timeout: LATEST_MS })
    else now()
  }
  const hide = (): void => {
    if (document.visibilityState === 'hidden' && timer !== undefined) now()
  }
  document.addEventListener('visibilitychange', hide)
  return {
    ask(): void {
      if (document.visibilityState === 'hidden') return now()
      timer ??= setTimeout(idle, QUIET_MS)
    },
    stop(): void {
      clearTimeout(timer)
      timer = undefined
      document.removeEventListener('visibilitychange', hide)
    },
  }
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
  const quiet = whenQuiet(now)
  const unsubscribe = opened.onCommitted(quiet.ask)
  quiet.ask()
  return {
    async stop() {
      quiet.stop()
      unsubscribe()
      await wrap()
    },
  }
}
