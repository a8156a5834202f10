// One question to the endpoint before anybody is signed in.
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { type EndpointEdge, type ReadResponse, requestEndpoint } from '#sync/endpoint-request.ts'

const TIMEOUT_MS = 20_000

/** Without a body it is a reading one. */
export const ask = <T>(
  edge: EndpointEdge,
  path: string,
  read: ReadResponse<T>,
  body?: unknown,
): Promise<Result<T, Problem>> =>
  requestEndpoint(
    edge,
    body === undefined
      ? { method: 'GET', path, token: null, timeoutMs: TIMEOUT_MS }
      : { method: 'POST', path, token: null, body, timeoutMs: TIMEOUT_MS },
    read,
  )
