// The network between a commune and its endpoint, as bad as it gets: a proxy on a port of its own that passes everything
// on until it is told to fail. The browser sees a real connection fail, not an intercepted call.
import { createServer, type IncomingMessage, request as askTarget, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { endpointHeader } from '#protocol/paths.ts'
import { portOfApp } from './app-template.ts'

/** Answers in place of the endpoint; `ask` puts the request to it and hands back what it said. */
export type Fault = (response: ServerResponse, ask: () => Promise<Answer>) => void | Promise<void>

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const LOGIN_PAGE = '<!doctype html><title>Wi-Fi</title><h1>Xin đăng nhập Wi-Fi</h1>'

const answerWith =
  (status: number, headers: Record<string, string>, body = ''): Fault =>
  (response) =>
    void response.writeHead(status, headers).end(body)

/** The endpoint itself failed and says so. */
export const serverError: Fault = answerWith(
  500,
  { 'content-type': 'application/json', [endpointHeader]: '1' },
  JSON.stringify({ code: 'server.internal' }),
)
/** Something before the endpoint failed. */
export const badGateway: Fault = answerWith(502, { 'content-type': 'text/html' }, '<h1>502 Bad Gateway</h1>')
export const captivePortal: Fault = answerWith(200, { 'content-type': 'text/html; charset=utf-8' }, LOGIN_PAGE)
export const loginRedirect: Fault = answerWith(302, { location: '/wifi-login' })
export const cut: Fault = (response) => void response.destroy()
/** The endpoint did it, and nobody heard. */
export const answerLost: Fault = async (response, ask) => {
  await ask()
  response.destroy()
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function put(target: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...request.headers, 'accept-encoding': 'identity' }
    const asking = askTarget(target + (request.url ?? '/'), { method: request.method, headers }, (answer) => {
      bodyOf(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: text }),
        reject,
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

export class FaultyProxy {
  readonly address: string
  /** What happens to every request; null passes them on. */
  fault: Fault | null = null
  /** Paths whose text is changed on its way. */
  readonly changed = new Map<string, (text: string) => string>()
  readonly #server: Server
  readonly #target: string

  private constructor(server: Server, target: string) {
    this.#server = server
    this.#target = target
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', (request, response) => {
      this.#handle(request, response).catch(() => response.destroy())
    })
  }

  static async before(target: string): Promise<FaultyProxy> {
    const server = createServer()
    const port = await portOfApp('proxy')
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return new FaultyProxy(server, target)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const ask = () => put(this.#target, request, body)
    if (this.fault) return this.fault(response, ask)
    const change = this.changed.get(request.url ?? '')
    // Otherwise the endpoint would answer that what the browser has is still right.
    if (change) delete request.headers['if-none-match']
    if (change) delete request.headers['if-modified-since']
    const answer = await ask()
    const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = answer.headers
    const length = change ? {} : { 'content-length': answer.headers['content-length'] ?? answer.body.length }
    response.writeHead(answer.status, { ...headers, ...length })
    response.end(change ? change(answer.body.toString('utf8')) : answer.body)
  }
}
