/** Uploads by tus 1.0. The library is loaded with the first photo, so that a text-only day never downloads it. */
import type { PendingBlob } from '#data/contract/sync-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import type { UploadBytes, UploadOutcome } from './blob-exchange.ts'
import { bearer, type EndpointEdge } from './endpoint-request.ts'
import { createTusHttpStack } from './tus-http-stack.ts'
import type { UploadUrls } from './upload-urls.ts'

export const CHUNK_BYTES = 128 * 1024

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

export function createTusUpload({ edge, urls, asFile }: TusUploadParts): UploadBytes {
  return async (blob, bytes, token, shouldPause) => {
    const { Upload } = await import('tus-js-client')
    const stack = createTusHttpStack(edge)
    return new Promise<Result<UploadOutcome, Problem>>((resolve) => {
      let isConfirmed = false
      const upload = new Upload(asFile(bytes), {
        endpoint: edge.origin + paths.uploads,
        uploadUrl: urls.get(blob.sha256),
        headers: bearer(token),
        metadata: metadata(blob),
        chunkSize: CHUNK_BYTES,
        uploadDataDuringCreation: bytes.length <= CHUNK_BYTES,
        retryDelays: null,
        storeFingerprintForResuming: false,
        httpStack: stack,
        onUploadUrlAvailable: () => urls.set(blob.sha256, upload.url ?? ''),
        onSuccess: () => {
          urls.remove(blob.sha256)
          resolve(ok(isConfirmed ? 'sent' : 'unconfirmed'))
        },
        onError: () => resolve(err(stack.lastProblem() ?? { code: 'network.unreadable-answer' })),
        onChunkComplete: (_size, accepted, total) => {
          isConfirmed = accepted === total
          if (!isConfirmed && shouldPause()) void upload.abort().then(() => resolve(ok('paused')))
        },
      })
      upload.start()
    })
  }
}
