/**
 * Whether photos may go over the network that is there now. Only some browsers tell what kind it is (Chrome on
 * Android); where it is hidden nobody can promise "only Wi-Fi", so the person is asked instead (SYN-15).
 */
import type { PhotoPolicy, PhotoWait } from '#data/contract/photo-sending-contract.ts'

/** `free`: Wi-Fi or a cable. `metered`: mobile data. `hidden`: the browser does not tell. */
export type NetworkKind = 'free' | 'metered' | 'hidden'

export interface NetworkSense {
  kind(): NetworkKind
  /** Calls back when another network took over. Returns how to stop. */
  onChange(listener: () => void): () => void
}

/** What photos wait for under this rule on this network; null where they go. */
export function photosWaitFor(policy: PhotoPolicy, network: NetworkKind): PhotoWait | null {
  if (policy === 'always') return null
  if (policy === 'ask') return 'permission'
  if (network === 'hidden') return 'hidden-network'
  return network === 'free' ? null : 'wifi'
}

const kinds: Readonly<Record<string, NetworkKind>> = {
  wifi: 'free',
  ethernet: 'free',
  cellular: 'metered',
  wimax: 'metered',
  bluetooth: 'metered',
}

/** The Network Information API, as far as a browser has it: most leave it out, and desktops leave out `type`. */
interface ConnectionInfo extends EventTarget {
  readonly type?: string
}

export function browserNetwork(navigator: object): NetworkSense {
  const { connection } = navigator as { readonly connection?: ConnectionInfo }
  return {
    kind: () => kinds[connection?.type ?? ''] ?? 'hidden',
    onChange(listener) {
      connection?.addEventListener('change', listener)
      return () => connection?.removeEventListener('change', listener)
    },
  }
}
