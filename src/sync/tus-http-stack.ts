/**
 * How the upload library sends: through the same `fetch` as everything else, so that a captive portal, a time limit
 * and a checksum per chunk (decision D17) are handled here once, also where there is no XMLHttpRequest.
 */
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { foreignAnswer, refusal } from './endpoint-answer.ts'
import { type EndpointEdge, plainRequest, withinTime } from './endpoint-request.ts'

/** 128 kB on a 2G line take most of a minute. */
const CHUNK_TIMEOUT_MS = 120_000

export interface TusHttpStack extends HttpStack {
  /** Why the last request failed, in our words. */
  lastProblem(): Problem | null
}

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)))

type Chunk = Blob | Uint8Array<ArrayBuffer>

async function checksumOf(chunk: Chunk): Promise<string> {
  const bytes = chunk instanceof Blob ? await chunk.arrayBuffer() : chunk
  return `sha256 ${base64(await crypto.subtle.digest('SHA-256', bytes))}`
}

function httpResponse(response: Response, body: string): HttpResponse {
  return {
    getStatus: () => response.status,
    getHeader: (name) => response.headers.get(name) ?? undefined,
    getBody: () => body,
    getUnderlyingObject: () => response,
  }
}

/** Statuses of tus after which the offset is asked again: it moved, the upload is locked, a chunk arrived damaged. */
const ASK_AGAIN: readonly number[] = [404, 409, 410, 423, 460]

function problemOfUpload(response: HttpResponse): Problem | null {
  const status = response.getStatus()
  if (status < 400) return null
  return ASK_AGAIN.includes(status) ? { code: 'server.busy' } : refusal(status, response.getBody())
}

export function createTusHttpStack(edge: EndpointEdge): TusHttpStack {
  let problem: Problem | null = null

  async function send(
    method: string,
    url: string,
    headers: Headers,
    body: Chunk | null | undefined,
  ): Promise<HttpResponse> {
    if (body) headers.set('Upload-Checksum', await checksumOf(body))
    const reply = await withinTime(edge.timers, CHUNK_TIMEOUT_MS, async (signal) => {
      const response = await edge.fetch(url, { ...plainRequest, method, headers, body: body ?? null, signal })
      const foreign = foreignAnswer(response)
      return foreign ? err(foreign) : ok(httpResponse(response, await response.text()))
    })
    problem = reply.ok ? problemOfUpload(reply.value) : reply.error
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.value
  }

  function createRequest(method: string, url: string): HttpRequest {
    const headers = new Headers()
    return {
      getMethod: () => method,
      getURL: () => url,
      setHeader: (name, value) => headers.set(name, value),
      getHeader: (name) => headers.get(name) ?? undefined,
      setProgressHandler: () => undefined,
      send: (body: Chunk | null | undefined) => send(method, url, headers, body),
      // A pause is taken between two chunks, so nothing is under way when the library gives up.
      abort: async () => undefined,
      getUnderlyingObject: () => undefined,
    }
  }

  return { createRequest, getName: () => 'fetch', lastProblem: () => problem }
}
