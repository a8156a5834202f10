/**
 * One request to the endpoint with a time limit that holds until the last byte is read. A missing network, a slow one
 * and a foreign answer come back as problems; nothing here throws for what a network can do.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, type Result } from '#domain/kernel/result.ts'
import { sessionHeader } from '#protocol/paths.ts'
import { gzipText } from './gzip.ts'
import type { Timers } from './sync-edges.ts'

export interface EndpointEdge {
  /** Origin of the installation, without a slash at the end. */
  readonly origin: string
  readonly fetch: typeof fetch
  readonly timers: Timers
}

export interface EndpointRequest {
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly path: string
  readonly token: string | null
  /** Sent as gzipped JSON. */
  readonly body?: unknown
  /** Hears how many bytes the body has become. */
  readonly sent?: ((bytes: number) => void) | undefined
  /** Sent as they are, in place of a body. */
  readonly bytes?: Uint8Array<ArrayBuffer>
  readonly timeoutMs: number
}

export type ReadResponse<T> = (response: Response) => Promise<Result<T, Problem>>

/** What every request shares: no cache between, and a redirect is seen instead of followed into a login page. */
export const plainRequest = { redirect: 'manual', cache: 'no-store', credentials: 'omit' } as const

export const bearer = (token: string | null): Record<string, string> =>
  token === null ? {} : { [sessionHeader]: `Bearer ${token}` }

async function init({ method, token, body, sent, bytes }: EndpointRequest, signal: AbortSignal): Promise<RequestInit> {
  const base = { ...plainRequest, method, signal }
  if (bytes) return { ...base, headers: { ...bearer(token), 'content-type': 'application/octet-stream' }, body: bytes }
  if (body === undefined) return { ...base, headers: bearer(token) }
  const headers = { ...bearer(token), 'content-type': 'application/json', 'content-encoding': 'gzip' }
  const packed = await gzipText(JSON.stringify(body))
  sent?.(packed.length)
  return { ...base, headers, body: packed }
}

/** Runs something cancellable within a time; a failure is told as a timeout or as a missing network. */
export async function withinTime<T>(
  timers: Timers,
  timeoutMs: number,
  run: (signal: AbortSignal) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const limit = new AbortController()
  const cancel = timers.after(timeoutMs, () => limit.abort())
  try {
    return await run(limit.signal)
  } catch {
    return err({ code: limit.signal.aborted ? 'network.timeout' : 'network.offline' })
  } finally {
    cancel()
  }
}

export const requestEndpoint = <T>(
  edge: EndpointEdge,
  request: EndpointRequest,
  read: ReadResponse<T>,
): Promise<Result<T, Problem>> =>
  withinTime(edge.timers, request.timeoutMs, async (signal) =>
    read(await edge.fetch(edge.origin + request.path, await init(request, signal))),
  )
