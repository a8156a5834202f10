/**
 * Resumable uploads by tus 1.0. A photo or document is announced with its hash and its feed, arrives in pieces, and counts only
 * when its bytes have that hash (END-11). An upload belongs to the account that began it.
 */
import path from 'node:path'
import { Server, type ServerOptions } from '@tus/server'
import { MOST_DOCUMENT_BYTES } from '#domain/evidence/document-mime.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { paths } from '#protocol/paths.ts'
import { problemOfError, Refusal, statusOf } from '#server/http/problem-reply.ts'
import type { EndpointParts } from '#server/http/endpoint-parts.ts'
import type { Caller } from '#server/identity/caller.ts'
import { CheckedFileStore, readChunkPromise } from './checked-file-store.ts'
import { fileRefusal, sizeRefusal } from './photo-content.ts'
import { type PhotoDesk, readAnnouncement } from './photo-desk.ts'

const KEPT_MS = 7 * 24 * 60 * 60_000
const UPLOAD_ID = /^\/v1\/uploads\/([0-9a-f]{32})$/

type TusRequest = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[0]
type TusUpload = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[1]

export interface UploadServerParts
  extends Pick<EndpointParts, 'store' | 'blobs' | 'photoCopies' | 'photoRoom' | 'clock'> {
  readonly photos: PhotoDesk
  /** Who sends this request; asked of a caller that was let in already. */
  readonly callerOf: (request: object | undefined) => Caller | undefined
}

/** The library answers with what stands on the error. */
const notFound = (): Error =>
  Object.assign(new Error('not found'), { status_code: 404, body: JSON.stringify({ code: 'request.malformed' }) })

const answerOf = (problem: Problem) => ({ status_code: statusOf(problem.code), body: JSON.stringify(problem) })

/** The library's own errors carry a status already; ours and unforeseen ones become a code. */
async function onResponseError(_request: TusRequest, error: Error | { status_code: number; body: string }) {
  if ('status_code' in error) {
    if (error.status_code === 413) return answerOf({ code: 'request.too-large' })
    return error.status_code < 500 || error.status_code === 507 ? error : answerOf({ code: 'server.internal' })
  }
  const problem = problemOfError(error)
  return answerOf(problem.code === 'server.storage-full' ? { code: 'evidence.disk-full' } : problem)
}

class UploadHooks {
  readonly #parts: UploadServerParts
  readonly #files: CheckedFileStore

  constructor(parts: UploadServerParts, files: CheckedFileStore) {
    this.#parts = parts
    this.#files = files
  }

  #caller(request: TusRequest): Caller {
    const caller = this.#parts.callerOf(request.runtime?.node?.req)
    if (!caller) throw new Refusal({ code: 'auth.session-expired' })
    return caller
  }

  async enter(request: TusRequest, id: string): Promise<void> {
    if (request.method !== 'POST') await this.#checkOwner(request, id)
    this.#files.expectChunk(id, readChunkPromise(request.headers))
  }

  /** A half-sent photo is nobody else's business. */
  async #checkOwner(request: TusRequest, id: string): Promise<void> {
    const upload = await this.#files.getUpload(id)
    if (upload.metadata?.account !== this.#caller(request).account.id) throw notFound()
  }

  async admit(request: TusRequest, upload: TusUpload): Promise<{ metadata: NonNullable<TusUpload['metadata']> }> {
    const caller = this.#caller(request)
    const announced = readAnnouncement(upload.metadata)
    if (!announced.ok) throw new Refusal(announced.error)
    if (!(await this.#parts.photos.maySend(caller, announced.value))) throw new Refusal({ code: 'access.forbidden' })
    const tooLarge = sizeRefusal(announced.value.mime, upload.size ?? 0)
    if (tooLarge) throw new Refusal(tooLarge)
    const full = await this.#parts.photoRoom.refusal(announced.value.feed, upload.size ?? 0)
    if (full) throw new Refusal(full)
    return { metadata: { ...announced.value, account: caller.account.id } }
  }

  async finish(upload: TusUpload): Promise<Record<string, never>> {
    const announced = readAnnouncement(upload.metadata)
    if (!announced.ok) throw new Refusal(announced.error)
    const { sha256, mime } = announced.value
    const { store, blobs, photoCopies, clock } = this.#parts
    const refusal = await fileRefusal(path.join(blobs.incoming, upload.id), mime)
    const size = refusal ? null : await blobs.adopt(upload.id, sha256)
    if (size === null) {
      await blobs.discard(upload.id)
      throw new Refusal(refusal ?? { code: 'request.malformed' })
    }
    await store.saveBlob({ sha256, size, mime }, clock.now())
    void photoCopies.keep(sha256)
    return {}
  }
}

const MALFORMED = '{"code":"request.malformed"}'

/** The library says in plain words what it misses; a refusal from here is a code like any other (END-71). */
class CodedServer extends Server {
  override write(...[context, headers, status, body = '']: Parameters<Server['write']>): ReturnType<Server['write']> {
    if (status < 400) return super.write(context, headers, status, body)
    headers.set('content-type', 'application/json; charset=utf-8')
    return super.write(context, headers, status, body.startsWith('{') ? body : MALFORMED)
  }
}

export function createUploadServer(parts: UploadServerParts): Server {
  const options = { directory: parts.blobs.incoming, expirationPeriodInMilliseconds: KEPT_MS }
  const files = new CheckedFileStore(options, () => parts.photoRoom.isDiskFull())
  const hooks = new UploadHooks(parts, files)
  return new CodedServer({
    path: paths.uploads,
    datastore: files,
    relativeLocation: true,
    maxSize: MOST_DOCUMENT_BYTES,
    allowedOrigins: [],
    getFileIdFromRequest: (request) => UPLOAD_ID.exec(new URL(request.url).pathname)?.[1],
    onIncomingRequest: (request, id) => hooks.enter(request, id),
    onUploadCreate: (request, upload) => hooks.admit(request, upload),
    onUploadFinish: (_request, upload) => hooks.finish(upload),
    onResponseError,
  })
}
