/** A tus server and the blobs beside it on a free port, with a network in front that a test can cut. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server as TusServer } from '@tus/server'
import { endpointHeader, paths } from '#protocol/paths.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export interface SeenRequest {
  readonly method: string
  readonly headers: Headers
  readonly body: Uint8Array | null
}

/** What becomes of a request: undefined lets it through; the answer of `before` replaces it, `loseAnswer` drops it after. */
export type Interference = (request: SeenRequest) => 'loseRequest' | 'loseAnswer' | Response | undefined

/** What the tus server turns into a refusal. */
class WrongHashError extends Error {
  readonly status_code = 422
  readonly body = '{"code":"request.malformed"}'
}

export class PhotoEndpoint {
  readonly seen: SeenRequest[] = []
  interfere: Interference = () => undefined
  validToken = 'token-1'
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'sotay-photos-'))
  readonly #server: Server
  readonly #tus = new TusServer({
    path: paths.uploads,
    datastore: new FileStore({ directory: this.#folder }),
    respectForwardedHeaders: false,
  })
  /** Whole photos by the SHA-256 their sender named. */
  readonly blobs = new Map<string, Uint8Array>()
  readonly kinds: string[] = []

  constructor() {
    this.#tus.options.onUploadFinish = async (_request, upload) => {
      const bytes = readFileSync(path.join(this.#folder, upload.id))
      const { sha256 = '', kind = '' } = upload.metadata ?? {}
      if (sha256Of(bytes) !== sha256) throw new WrongHashError()
      this.blobs.set(sha256, bytes)
      this.kinds.push(kind ?? '')
      return {}
    }
    this.#server = createServer((request, response) => void this.#handle(request, response))
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    // The file store makes its folder in the background; a test that ends at once must not remove it before.
    await mkdir(this.#folder, { recursive: true })
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader(endpointHeader, '1')
    if (request.headers.authorization !== `Bearer ${this.validToken}`) return void response.writeHead(401).end()
    if (!request.url?.startsWith(paths.blobs)) return this.#tus.handle(request, response)
    const bytes = this.blobs.get(request.url.slice(paths.blobs.length + 1))
    response.writeHead(bytes ? 200 : 404).end(request.method === 'GET' ? bytes : undefined)
  }

  /** The network between the device and this endpoint. */
  fetch: typeof fetch = async (url, init) => {
    const body = (init?.body ?? null) as Blob | Uint8Array | null
    const bytes = body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : body
    const request: SeenRequest = { method: init?.method ?? 'GET', headers: new Headers(init?.headers), body: bytes }
    this.seen.push(request)
    const fate = this.interfere(request)
    if (fate instanceof Response) return fate
    if (fate === 'loseRequest') throw new TypeError('network')
    const answer = await fetch(url, init)
    if (fate === 'loseAnswer') throw new TypeError('network')
    return answer
  }

  /** Bytes sent in uploads, repeated ones included. */
  get bytesSent(): number {
    return this.seen.reduce((sum, { body }) => sum + (body?.byteLength ?? 0), 0)
  }
}
