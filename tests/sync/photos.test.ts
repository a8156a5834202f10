import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PendingBlob } from '#data/contract/sync-store-contract.ts'
import { Dice } from '#support/sync/simulation/dice.ts'
import { MemorySyncStore } from '#support/sync/memory-sync-store.ts'
import { PhotoEndpoint, sha256Of } from '#support/sync/photo-endpoint.ts'
import { createBlobExchange } from '#sync/blob-exchange.ts'
import { browserTimers } from '#sync/browser-edges.ts'
import { createPhotoTransfer, type PhotoTransfer } from '#sync/photo-transfer.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import { LEAST_CHUNK_BYTES } from '#sync/photo-chunk-size.ts'
import { createTusUpload } from '#sync/tus-upload.ts'
import { createUploadUrls } from '#sync/upload-urls.ts'

const dice = new Dice(174)
const aPhoto = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => dice.whole(0, 255))
const photo = aPhoto(300_000)
const thumbnail = aPhoto(10_000)
const never = (): boolean => false
/** In Node the upload library reads a Buffer where a browser's reads a Blob. */
const asFile = (bytes: Uint8Array): Blob => Buffer.from(bytes) as unknown as Blob

const memoryStorage = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
  const values = new Map<string, string>()
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}

let endpoint: PhotoEndpoint
let store: MemorySyncStore
let transfer: PhotoTransfer
let restart: () => void

beforeEach(async () => {
  endpoint = new PhotoEndpoint()
  const origin = await endpoint.start()
  store = new MemorySyncStore()
  store.at.ack = 1
  const storage = memoryStorage()
  restart = () => {
    const edge = { origin, fetch: endpoint.fetch, timers: browserTimers }
    const keeper = { token: () => 'token-1', keep: async () => undefined }
    const session = createSessionAccess(edge, 'a1', { sign: async () => null }, keeper)
    const hasher = { sha256: async (bytes: Uint8Array) => sha256Of(bytes) }
    const upload = createTusUpload({ edge, urls: createUploadUrls(storage), asFile })
    const blobs = createBlobExchange(session, hasher, upload)
    const photos = { policy: async () => 'always' as const, tidy: async () => undefined }
    transfer = createPhotoTransfer({ store, photos, blobs, network: { kind: () => 'hidden' } })
  }
  restart()
})
afterEach(() => endpoint.stop())

function queue(bytes: Uint8Array, role: PendingBlob['role']): string {
  const sha256 = sha256Of(bytes)
  store.bytes.set(sha256, bytes)
  store.blobs.push({ sha256, role, n: 1, feed: 'c1/pub', mime: 'image/jpeg', size: bytes.byteLength })
  return sha256
}

describe('photos over a bad network', () => {
  it('SYN-8: a thumbnail and a photo arrive byte for byte, the thumbnail first, and leave the queue', async () => {
    const [small, large] = [queue(thumbnail, 'thumbnail'), queue(photo, 'photo')]
    expect(await transfer.transfer(never)).toMatchObject({ ok: true })
    expect(endpoint.kinds).toEqual(['thumbnail', 'photo'])
    expect([...endpoint.blobs.keys()]).toEqual([small, large])
    expect(store.blobs).toEqual([])
  })

  it('SYN-14: chunks begin at 64 kB and grow on a good line to 256 kB, each with its SHA-256', async () => {
    queue(thumbnail, 'thumbnail')
    queue(photo, 'photo')
    await transfer.transfer(never)
    const chunks = endpoint.seen.flatMap(({ headers, body }) => (body ? [{ headers, body }] : []))
    expect(chunks.map(({ body }) => body.byteLength)).toEqual([
      10_000,
      LEAST_CHUNK_BYTES,
      2 * LEAST_CHUNK_BYTES,
      300_000 - 3 * LEAST_CHUNK_BYTES,
    ])
    for (const { headers, body } of chunks) {
      expect(headers.get('upload-checksum')).toBe(`sha256 ${createHash('sha256').update(body).digest('base64')}`)
    }
  })

  it.each(['loseRequest', 'loseAnswer'] as const)(
    'SYN-8: cut at the second chunk (%s) and restarted, it goes on from the byte the endpoint has',
    async (fate) => {
      const sha256 = queue(photo, 'photo')
      let patches = 0
      endpoint.interfere = ({ method }) => (method === 'PATCH' && ++patches === 2 ? fate : undefined)
      expect(await transfer.transfer(never)).toMatchObject({ ok: false, error: { code: 'network.offline' } })
      expect(store.blobs).toHaveLength(1)
      endpoint.interfere = () => undefined
      restart()
      expect(await transfer.transfer(never)).toMatchObject({ ok: true })
      expect(endpoint.blobs.get(sha256)).toEqual(Buffer.from(photo))
      const repeated = fate === 'loseRequest' ? 2 * LEAST_CHUNK_BYTES : 0
      expect(endpoint.bytesSent).toBe(photo.byteLength + repeated)
    },
  )

  it('SYN-8: one that somebody already sent is not sent again', async () => {
    const sha256 = queue(photo, 'photo')
    endpoint.blobs.set(sha256, photo)
    await transfer.transfer(never)
    expect(endpoint.bytesSent).toBe(0)
    expect(store.blobs).toEqual([])
  })

  it('SYN-8: when text waits it pauses between two chunks and goes on later without repeating any', async () => {
    queue(photo, 'photo')
    let chunks = 0
    endpoint.interfere = ({ method }) => {
      if (method === 'PATCH') chunks++
      return undefined
    }
    await transfer.transfer(() => chunks >= 1)
    expect(chunks).toBe(1)
    expect(store.blobs).toHaveLength(1)
    await transfer.transfer(never)
    expect(endpoint.bytesSent).toBe(photo.byteLength)
    expect(store.blobs).toEqual([])
  })

  it('PRO-4: a captive portal in the middle is told as such and never counts as sent', async () => {
    const page = (): Response => new Response('<html></html>', { headers: { 'content-type': 'text/html' } })
    for (const method of ['HEAD', 'POST', 'PATCH']) {
      store.blobs = []
      const sha256 = queue(aPhoto(200_000), 'photo')
      endpoint.interfere = (request) => (request.method === method ? page() : undefined)
      expect([method, await transfer.transfer(never)]).toMatchObject([
        method,
        { error: { code: 'network.captive-portal' } },
      ])
      expect(store.blobs.map((blob) => blob.sha256)).toEqual([sha256])
    }
  })

  it('SYN-7: an ended session keeps the photo in the queue and asks for signing in', async () => {
    queue(photo, 'photo')
    endpoint.validToken = 'another'
    expect(await transfer.transfer(never)).toMatchObject({ ok: false })
    expect(store.blobs).toHaveLength(1)
  })

  it('SYN-8: bytes that do not have the hash they are named by are refused, and the next photo goes', async () => {
    const wrong = queue(photo, 'photo')
    store.bytes.set(wrong, aPhoto(200_000))
    const right = queue(thumbnail, 'photo')
    expect((await transfer.transfer(never)).ok).toBe(false)
    expect([...endpoint.blobs.keys()]).toEqual([right])
    expect(store.blobs.map(({ sha256 }) => sha256)).toEqual([wrong])
  })

  it('SYN-8: when the last answer is lost, the endpoint is asked whether it kept the photo before that is told', async () => {
    const sha256 = queue(photo, 'photo')
    let isLost = false
    endpoint.interfere = ({ method, headers }) => {
      const isLast = method === 'PATCH' && headers.get('upload-offset') === String(3 * LEAST_CHUNK_BYTES)
      if (!isLast || isLost) return undefined
      isLost = true
      return 'loseAnswer'
    }
    store.bytes.set(sha256, aPhoto(photo.byteLength))
    expect((await transfer.transfer(never)).ok).toBe(false)
    expect((await transfer.transfer(never)).ok).toBe(false)
    expect(store.blobs.map((blob) => blob.sha256)).toEqual([sha256])
    store.bytes.set(sha256, photo)
    restart()
    expect(await transfer.transfer(never)).toMatchObject({ ok: true })
    expect(endpoint.blobs.get(sha256)).toEqual(Buffer.from(photo))
  })

  it('SYN-8: thumbnails of others are fetched, and kept only with the hash they are named by', async () => {
    const good = sha256Of(thumbnail)
    endpoint.blobs.set(good, thumbnail)
    store.missing = [good]
    await transfer.transfer(never)
    expect(store.kept.get(good)).toEqual(thumbnail)
    const tampered = sha256Of(photo)
    endpoint.blobs.set(tampered, thumbnail)
    store.missing = [tampered]
    expect(await transfer.transfer(never)).toMatchObject({ error: { code: 'network.unreadable-answer' } })
    expect(store.kept.has(tampered)).toBe(false)
  })
})
