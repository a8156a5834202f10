// The way out of this page to its own origin; the app speaks to no other host.
import { browserTimers } from '#sync/browser-edges.ts'
import type { EndpointEdge } from '#sync/endpoint-request.ts'

export const endpointEdge: EndpointEdge = {
  origin: location.origin,
  fetch: (input, init) => fetch(input, init),
  timers: browserTimers,
}
