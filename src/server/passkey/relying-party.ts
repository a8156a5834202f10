/**
 * For which site passkeys are made. A passkey belongs to a host name for ever, so it is the configured address of the
 * installation and never whatever name a request came in under; a number of the network is no name (PAS-2).
 */

export interface RelyingParty {
  /** Host name, without scheme and port. */
  readonly id: string
  readonly origin: string
}

const isNumber = (host: string): boolean => /^[\d.]+$/.test(host) || host.startsWith('[')

function partyOf(address: string): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(address)
  if (isNumber(hostname)) return null
  return protocol === 'https:' || hostname === 'localhost' ? { id: hostname, origin } : null
}

/** `host`: as the request names it. Without a configured address only this very machine can be meant. */
export function relyingPartyOf(address: string | undefined, host: string | undefined): RelyingParty | null {
  if (address !== undefined) return partyOf(address)
  return host !== undefined && /^localhost(?::\d{1,5})?$/.test(host) ? partyOf(`http://${host}`) : null
}
