/**
 * Photos at the endpoint of a simulation: the real rules of who may send and see (PhotoDesk), with tus and the folder of
 * files reduced to functions over maps, because files are read beside the scheduler. `tests/sync/photo-cuts.test.ts`
 * cuts the real upload library and the real files at every chunk.
 */
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { endpointHeader, paths } from '#protocol/paths.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { statusOf } from '#server/http/problem-reply.ts'
import type { Caller } from '#server/identity/caller.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { BlobFiles } from '#server/photo/blob-files.ts'
import { type PhotoAnnouncement, PhotoDesk, readAnnouncement } from '#server/photo/photo-desk.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

interface Upload {
  readonly announced: PhotoAnnouncement
  readonly account: string
  readonly size: number
  bytes: Uint8Array
}

export interface PhotoRequest {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly caller: Caller
  readonly nowMs: number
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: Uint8Array | null
}

const answer = (status: number, headers: Record<string, string> = {}, body: Uint8Array<ArrayBuffer> | null = null) =>
  new Response(body, { status, headers: { [endpointHeader]: '1', ...headers } })

const refuse = (problem: Problem, status = statusOf(problem.code)): Response =>
  new Response(JSON.stringify(problem), { status, headers: { [endpointHeader]: '1' } })

const CHECKSUM_MISMATCH = 460

export class SimPhotos {
  /** Whole photos, and those of which the folder of the backups has a copy. */
  readonly live = new Map<string, Uint8Array>()
  readonly copies = new Map<string, Uint8Array>()
  readonly #uploads = new Map<string, Upload>()
  #made = 0
  isQuotaFull = false

  /** As the hourly backup does: whatever has no copy yet gets one. */
  sweep(): void {
    for (const [sha, bytes] of this.live) this.copies.set(sha, bytes)
  }

  /** The data folder is lost, half-sent uploads with it, and what has a copy is brought back. */
  async restore(store: EndpointStore, nowMs: number): Promise<void> {
    this.#uploads.clear()
    this.live.clear()
    for (const [sha256, bytes] of this.copies) {
      await store.saveBlob({ sha256, size: bytes.length, mime: 'image/jpeg' }, nowMs)
      this.live.set(sha256, bytes)
    }
  }

  /** As the desk for hand-over files sees them: what it wrote beside is taken over under its hash. */
  files(folder: string): BlobFiles {
    const files = {
      incoming: folder,
      adopt: async (upload: string, sha256: string) => {
        const bytes = new Uint8Array(readFileSync(path.join(folder, upload)))
        if (sha256Of(bytes) !== sha256) return null
        this.live.set(sha256, bytes)
        return bytes.length
      },
      discard: async (upload: string) => rmSync(path.join(folder, upload), { force: true }),
    }
    return files as unknown as BlobFiles
  }

  isOwn = (url: string): boolean => url.startsWith(paths.uploads) || url.startsWith(paths.blobs)

  async answer(request: PhotoRequest): Promise<Response> {
    const { url, method } = request
    if (url.startsWith(paths.blobs)) return this.#blob(request)
    if (method === 'POST') return this.#create(request)
    const id = url.slice(paths.uploads.length + 1)
    const upload = this.#uploads.get(id)
    if (!upload || upload.account !== request.caller.account.id) return refuse({ code: 'request.malformed' }, 404)
    if (method === 'HEAD') return answer(200, { 'upload-offset': String(upload.bytes.length) })
    return this.#append(request, id, upload)
  }

  async #blob({ store, directory, caller, url, method }: PhotoRequest): Promise<Response> {
    const sha256 = url.slice(paths.blobs.length + 1)
    const blob = await new PhotoDesk(store, directory).visible(caller, sha256)
    if (!blob) return refuse({ code: 'evidence.not-there' }, 404)
    const bytes = this.live.get(sha256)
    if (!bytes) throw new Error(`I10: the endpoint says it has ${sha256} and has not`)
    return answer(200, {}, method === 'HEAD' ? null : new Uint8Array(bytes))
  }

  async #create({ store, directory, caller, headers }: PhotoRequest): Promise<Response> {
    const announced = readAnnouncement(JSON.parse(headers.get('upload-metadata') ?? '{}'))
    if (!announced.ok) return refuse(announced.error)
    if (!(await new PhotoDesk(store, directory).maySend(caller, announced.value)))
      return refuse({ code: 'access.forbidden' })
    if (this.isQuotaFull) return refuse({ code: 'evidence.quota-full', params: { megabytes: 1 } })
    const id = `upload-${++this.#made}`
    const size = Number(headers.get('upload-length'))
    this.#uploads.set(id, { announced: announced.value, account: caller.account.id, size, bytes: new Uint8Array() })
    return answer(201, { location: `${paths.uploads}/${id}` })
  }

  /** A chunk that arrived whole and damaged changes nothing; one that was cut short stays. */
  async #append({ store, nowMs, headers, body }: PhotoRequest, id: string, upload: Upload): Promise<Response> {
    const chunk = body ?? new Uint8Array()
    if (Number(headers.get('upload-offset')) !== upload.bytes.length) return refuse({ code: 'server.busy' }, 409)
    const isWhole = chunk.length === Number(headers.get('upload-chunk'))
    if (isWhole && sha256Of(chunk) !== headers.get('upload-checksum'))
      return refuse({ code: 'request.malformed' }, CHECKSUM_MISMATCH)
    const bytes = new Uint8Array([...upload.bytes, ...chunk])
    upload.bytes = bytes
    if (bytes.length < upload.size) return answer(204, { 'upload-offset': String(bytes.length) })
    const { sha256, mime } = upload.announced
    if (sha256Of(bytes) !== sha256) {
      this.#uploads.delete(id)
      return refuse({ code: 'request.malformed' })
    }
    this.live.set(sha256, bytes)
    // Mostly the copy is made at once, now and then only with the next backup.
    if (this.live.size % 3 > 0) this.copies.set(sha256, bytes)
    await store.saveBlob({ sha256, size: bytes.length, mime }, nowMs)
    return answer(204, { 'upload-offset': String(bytes.length) })
  }
}
