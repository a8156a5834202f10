// What files need of this device: its store, its key, and the places its person works for. A chunk of its own: nobody
// who works with a network loads it before there is something to carry.
import type { DeviceStore } from '#data/contract/device-store-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { browserClock } from '#app/platform/browser-kernel.ts'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import { createRelay, type Relay } from '#sync/hand-over/relay.ts'
import type { SessionAccess } from '#sync/session-access.ts'
import { deviceSigner } from './device-key.ts'
import { placeTreeOf } from './person.ts'

export type HandOverSide = Pick<OpenedPersonStore, 'sync' | 'handOver' | 'identity'>

export async function createHandOverParts(device: DeviceStore, opened: HandOverSide): Promise<HandOverParts> {
  return {
    store: await opened.handOver(),
    sync: opened.sync,
    signer: deviceSigner(device),
    clock: browserClock,
    identity: () => opened.identity,
    tree: () => placeTreeOf(opened.identity.places),
    stretch: async (...given) => (await import('#app/lock/hash-pin.ts')).hashPin(...given),
  }
}

/** No line of 2G answers anything within this time, in milliseconds. */
const QUICK_MS = 200

/** By the requests this page has just made: not every browser says what it thinks of the line, and none says it at once. */
function isQuickLine(): boolean {
  const asked = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.startsWith('/v1/'))
  return asked.some(({ duration }) => duration > 0 && duration < QUICK_MS)
}

/** A phone that would have to fetch its reader of codes gets it while there is a good network: it is 320 kB (HND-16). */
async function keepCodeReader(): Promise<boolean> {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean; readonly effectiveType?: string } }
  if (connection?.saveData === true || (connection?.effectiveType ?? '4g') !== '4g' || !isQuickLine()) return false
  await (await import('#features/code-reader.ts')).keepCodeReader()
  return true
}

/** Called once, after the first text rounds with a network. */
export async function openRelay(device: DeviceStore, opened: HandOverSide, session: SessionAccess): Promise<Relay> {
  const relay = createRelay(await createHandOverParts(device, opened), session)
  let isSought = false
  const seekCodeReader = async (): Promise<void> => {
    if (isSought) return
    isSought = true
    // Missing it only costs the way by codes; the next run tries again.
    isSought = await keepCodeReader().catch(() => false)
  }
  return {
    deliver(shouldPause) {
      void seekCodeReader()
      return relay.deliver(shouldPause)
    },
  }
}
