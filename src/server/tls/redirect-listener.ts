/**
 * The port of plain http beside an endpoint that speaks HTTPS: it sends people who typed the address without `https`
 * on and does nothing else. A program that spoke to `/v1` in the clear is refused instead of quietly helped, or nobody
 * would notice that it leaks (END-67).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { isOfEndpoint } from '#server/http/static-client.ts'

/** What may stand in an address; anything else a browser never sent. */
const HOST = /^([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/
const MOST_URL = 2000
const HTTPS_PORT = 443

/** Where a request of a person goes on; null for anything that is not one. */
export function secureAddress({ method, url = '/', headers }: IncomingMessage, port: number): string | null {
  const host = HOST.exec(headers.host ?? '')?.[1]
  const isPage = (method === 'GET' || method === 'HEAD') && url.startsWith('/') && !isOfEndpoint(url)
  if (host === undefined || !isPage || url.length > MOST_URL) return null
  return `https://${host}${port === HTTPS_PORT ? '' : `:${port}`}${url}`
}

function answer(request: IncomingMessage, response: ServerResponse, port: number): void {
  const location = secureAddress(request, port)
  const headers = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', connection: 'close' }
  if (location !== null) response.writeHead(308, { ...headers, location })
  else response.writeHead(403, { ...headers, 'content-type': 'application/json; charset=utf-8' })
  response.end(location === null ? '{"code":"request.malformed"}' : undefined)
  // Whatever body comes is nobody's.
  request.resume()
}

export async function listenToRedirect(from: number, host: string, to: number): Promise<Server> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) =>
    answer(request, response, to),
  )
  server.listen(from, host)
  await once(server, 'listening')
  return server
}
