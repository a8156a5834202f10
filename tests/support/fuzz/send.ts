/** Sends a request as it is and waits for what comes; what takes longer than five seconds hangs. */
import http from 'node:http'
import type { FuzzRequest } from './requests.ts'

const HANGS_AFTER_MS = 5000

export type FuzzAnswer =
  | {
      readonly type: 'answer'
      readonly status: number
      readonly headers: http.IncomingHttpHeaders
      readonly body: Buffer
    }
  | { readonly type: 'hangs' }
  /** The connection ended, which is an answer only to one that was cut by the sender or larger than allowed. */
  | { readonly type: 'ended'; readonly reason: string }
  /** The client itself would not send this. */
  | { readonly type: 'unsent' }

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
export const endConnections = (): void => agent.destroy()

function begin(origin: string, { method, url, headers }: FuzzRequest, token: string | null): http.ClientRequest | null {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` }
  try {
    const { hostname, port } = new URL(origin)
    return http.request({ agent, hostname, port, method, path: url, headers: { ...headers, ...authorization } })
  } catch {
    return null
  }
}

function write(request: http.ClientRequest, { body, cutAt }: FuzzRequest): void {
  if (body === null) return void request.end()
  try {
    request.setHeader('content-length', body.length)
  } catch {
    return void request.destroy()
  }
  if (cutAt === null || cutAt >= body.length) return void request.end(body)
  request.write(body.subarray(0, cutAt), () => setTimeout(() => request.destroy(), 5))
}

export function send(origin: string, asked: FuzzRequest, token: string | null): Promise<FuzzAnswer> {
  const request = begin(origin, asked, token)
  if (!request) return Promise.resolve({ type: 'unsent' })
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve({ type: 'hangs' })
      request.destroy()
    }, HANGS_AFTER_MS)
    const settle = (answer: FuzzAnswer): void => {
      clearTimeout(timer)
      resolve(answer)
    }
    request.on('error', (error) => settle({ type: 'ended', reason: error.message }))
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', (error) => settle({ type: 'ended', reason: error.message }))
      response.on('end', () =>
        settle({
          type: 'answer',
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      )
    })
    write(request, asked)
  })
}
