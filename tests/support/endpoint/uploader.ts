/** tus, spoken by hand: what is tested is the endpoint and not a library of the client. */
import { createHash, randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { paths } from '#protocol/paths.ts'
import type { Scene } from './endpoint-scene.ts'
import type { TestDevice } from './test-device.ts'

export const PUB = 'ls25-06001/pub'
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Begins as a JPEG does, so that the endpoint takes it for one; the rest is chance. */
export function photoBytes(length: number): Buffer {
  const bytes = randomBytes(length)
  bytes.set([0xff, 0xd8, 0xff, 0xe0].slice(0, length))
  return bytes
}

export async function listening(scene: Scene): Promise<string> {
  await scene.app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(scene.app.server.address() as AddressInfo).port}`
}

export interface Begin {
  readonly hash?: string
  readonly feed?: string
  readonly mime?: string
  readonly kind?: string
  readonly length?: number
  /** Sent along with the announcement. */
  readonly body?: Uint8Array
}

export class Uploader {
  readonly #device: TestDevice
  readonly origin: string

  constructor(device: TestDevice, origin: string) {
    this.#device = device
    this.origin = origin
  }

  #headers(more: Record<string, string> = {}): Record<string, string> {
    return { ...this.#device.headers, 'tus-resumable': '1.0.0', ...more }
  }

  begin(bytes: Uint8Array, change: Begin = {}): Promise<Response> {
    const { hash = sha256(bytes), feed = PUB, mime = 'image/jpeg', kind = 'photo', length = bytes.length } = change
    const metadata = Object.entries({ sha256: hash, feed, mime, kind })
      .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
      .join()
    const type: Record<string, string> = change.body ? { 'content-type': 'application/offset+octet-stream' } : {}
    const headers = this.#headers({ 'upload-length': String(length), 'upload-metadata': metadata, ...type })
    const body = change.body ? Buffer.from(change.body) : null
    return fetch(`${this.origin}${paths.uploads}`, { method: 'POST', headers, body })
  }

  send(location: string, offset: number, bytes: Uint8Array): Promise<Response> {
    const headers = this.#headers({
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    })
    return fetch(`${this.origin}${location}`, { method: 'PATCH', headers, body: Buffer.from(bytes) })
  }

  /** With the checksum of `promised`, as the client sends every chunk. */
  sendChecked(location: string, offset: number, bytes: Uint8Array, promised: Uint8Array): Promise<Response> {
    const headers = this.#headers({
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
      'upload-checksum': `sha256 ${createHash('sha256').update(promised).digest('base64')}`,
    })
    return fetch(`${this.origin}${location}`, { method: 'PATCH', headers, body: Buffer.from(bytes) })
  }

  head(location: string): Promise<Response> {
    return fetch(`${this.origin}${location}`, { method: 'HEAD', headers: this.#headers() })
  }

  remove(location: string): Promise<Response> {
    return fetch(`${this.origin}${location}`, { method: 'DELETE', headers: this.#headers() })
  }

  async whole(bytes: Uint8Array, change: Begin = {}): Promise<Response> {
    const begun = await this.begin(bytes, change)
    return this.send(begun.headers.get('location') ?? '', 0, bytes)
  }
}

export const record = (device: TestDevice, hash: string, feed = PUB) =>
  device.op({ s: feed, k: 'evidence', e: `evd-${hash.slice(0, 8)}`, f: { sha256: [hash], caption: ['Bảng niêm yết'] } })
