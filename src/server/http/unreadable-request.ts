/**
 * Requests that never reach a route: no HTTP, headers without end, an address that cannot be decoded, an expectation
 * nobody can meet. They too are answered with a code and the endpoint's headers (END-71).
 */
import { Buffer } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { endpointHeader } from '#protocol/paths.ts'
import { sendProblem } from './problem-reply.ts'
import { IN_NO_FRAME } from './safe-headers.ts'

const HEADERS: Readonly<Record<string, string>> = {
  [endpointHeader]: '1',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': IN_NO_FRAME,
}

const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}
const BODY = '{"code":"request.malformed"}'

/** What Node's parser hands over with its error: the bytes in which it gave up (a Buffer, whatever the framework's types say). */
interface ParseError extends Error {
  readonly code?: string
  readonly rawPacket?: unknown
}

/**
 * Behind an answer to HEAD nothing may come: a client takes it for the beginning of another answer. Of a request that came in
 * several pieces only the last is here, which does not tell its method: it gets the body, and the connection ends anyway.
 */
const bodyFor = ({ rawPacket }: ParseError): string =>
  Buffer.isBuffer(rawPacket) && rawPacket.subarray(0, 5).toString('latin1') === 'HEAD ' ? '' : BODY

/** What is no HTTP: told by hand, because there is no answer object yet, and the connection ends. */
export function answerNoHttp(error: ParseError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (socket.writable) {
    const all = { ...HEADERS, 'content-type': 'application/json; charset=utf-8', 'content-length': String(BODY.length) }
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
    const first = `HTTP/1.1 ${STATUS[error.code ?? ''] ?? '400 Bad Request'}`
    socket.write([first, ...lines, 'connection: close', '', bodyFor(error)].join('\r\n'))
  }
  socket.destroySoon()
}

/** An address the framework cannot read: no hook of ours has run. */
export function answerUnreadable(reply: FastifyReply): void {
  void sendProblem(reply.headers(HEADERS), { code: 'request.malformed' })
}

/** Node would answer any expectation but one by itself, with nothing; the request is answered as if it had none. */
export function ignoreExpectations(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
    app.routing(request, response),
  )
}
