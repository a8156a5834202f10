/** Uploads by tus 1.0. The library is loaded with the first photo, so that a text-only day never downloads it. */
import type { PendingBlob } from '#data/contract/sync-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import type { UploadBytes, UploadOutcome } from './blob-exchange.ts'
import { bearer, type EndpointEdge } from './endpoint-request.ts'
import { type ChunkSize, createChunkSize } from './photo-chunk-size.ts'
import { createTusHttpStack } from './tus-http-stack.ts'
import type { UploadUrls } from './upload-urls.ts'

export interface TusUploadParts {
  readonly edge: EndpointEdge
  readonly urls: UploadUrls
  /** What the upload library reads on this platform: a Blob in a browser. */
  readonly asFile: (bytes: Uint8Array) => Blob
}

const metadata = ({ sha256, feed, mime, role }: PendingBlob): Record<string, string> => ({
  sha256,
  feed,
  mime,
  kind: role,
})

export const bytesAsBlob = (bytes: Uint8Array): Blob => new Blob([new Uint8Array(bytes)])

/** Asked again at once: a damaged chunk (460), an offset that moved, an upload another request still holds. */
const AGAIN_AT_ONCE: readonly number[] = [409, 423, 460]
const PAUSES_MS = [0, 200, 1000]

interface Sending {
  readonly blob: PendingBlob
  readonly bytes: Uint8Array
  readonly token: string | null
  readonly shouldPause: () => boolean
}

async function uploadOnce(
  { edge, urls, asFile }: TusUploadParts,
  size: ChunkSize,
  { blob, bytes, token, shouldPause }: Sending,
): Promise<Result<UploadOutcome, Problem>> {
  const { Upload } = await import('tus-js-client')
  const stack = createTusHttpStack(edge)
  return new Promise((resolve) => {
    let isConfirmed = false
    let from = edge.timers.monotonicNow()
    const upload = new Upload(asFile(bytes), {
      endpoint: edge.origin + paths.uploads,
      uploadUrl: urls.get(blob.sha256),
      headers: bearer(token),
      metadata: metadata(blob),
      chunkSize: size.bytes(),
      uploadDataDuringCreation: bytes.length <= size.bytes(),
      retryDelays: PAUSES_MS,
      onShouldRetry: ({ originalResponse }) => AGAIN_AT_ONCE.includes(originalResponse?.getStatus() ?? 0),
      storeFingerprintForResuming: false,
      httpStack: stack,
      onUploadUrlAvailable: () => urls.set(blob.sha256, upload.url ?? ''),
      onSuccess: () => {
        urls.remove(blob.sha256)
        resolve(ok(isConfirmed ? 'sent' : 'unconfirmed'))
      },
      onError: () => {
        size.failed()
        resolve(err(stack.lastProblem() ?? { code: 'network.unreadable-answer' }))
      },
      onChunkComplete: (sent, accepted, total) => {
        isConfirmed = accepted === total
        size.succeeded(sent, edge.timers.monotonicNow() - from)
        from = edge.timers.monotonicNow()
        upload.options.chunkSize = size.bytes()
        if (!isConfirmed && shouldPause()) void upload.abort().then(() => resolve(ok('paused')))
      },
    })
    upload.start()
  })
}

export function createTusUpload(parts: TusUploadParts): UploadBytes {
  const size = createChunkSize()
  return async (blob, bytes, token, shouldPause) => {
    const sending = { blob, bytes, token, shouldPause }
    const isContinued = parts.urls.get(blob.sha256) !== null
    const sent = await uploadOnce(parts, size, sending)
    if (sent.ok || sent.error.code !== 'request.malformed' || !isContinued) return sent
    // A chunk that was cut and damaged at once shows only in the hash of the whole: begun anew, it arrives.
    parts.urls.remove(blob.sha256)
    return uploadOnce(parts, size, sending)
  }
}
