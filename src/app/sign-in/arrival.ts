// What the address of the sign-in page brought along: a one-time code behind `#`, or the query with which a provider
// sent the browser back. It is taken out of the address bar before anything is drawn, so that nobody reads it there and
// no bookmark keeps it, and is kept here until somebody is in.
import { codeInFragment } from '#protocol/invitation-code.ts'
import { PROVIDER_RETURN } from '#protocol/sign-in-paths.ts'

export interface Arrival {
  readonly code: string | undefined
  readonly search: string | undefined
}

const nothing: Arrival = { code: undefined, search: undefined }
let arrival = nothing

/** Whether there was something. */
function take(): boolean {
  const { hash, search, pathname } = location
  const code = codeInFragment(hash)
  const query = new URLSearchParams(search)
  const isBack = pathname === PROVIDER_RETURN && query.has('state') && (query.has('code') || query.has('error'))
  if (code === undefined && !isBack) return false
  arrival = { code, search: isBack ? search : undefined }
  history.replaceState(null, '', pathname)
  return true
}

take()

export const currentArrival = (): Arrival => arrival

/** A code photographed while the page is open already only changes what stands behind `#`. */
export function onArrival(listener: () => void): () => void {
  const look = (): void => void (take() && listener())
  look()
  addEventListener('hashchange', look)
  return () => removeEventListener('hashchange', look)
}

export function forgetArrival(): void {
  arrival = nothing
}
