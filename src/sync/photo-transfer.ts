/**
 * Photos after text: own thumbnails, then own photos, then thumbnails of what others added (SYN-8). Each returns to
 * the caller as soon as text wants to pass; what is half sent goes on from where it was.
 */
import type { PendingBlob, SyncStore } from '#data/contract/sync-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import type { BlobExchange } from './blob-exchange.ts'

export interface PhotoTransfer {
  /** Sends and fetches until nothing is left, a problem, or `shouldPause` says that text waits. */
  transfer(shouldPause: () => boolean): Promise<Result<null, Problem>>
}

/** Refusals of one photo that say nothing about the next; the photo stays on the device and on the list. */
const OF_ONE_PHOTO: readonly string[] = [
  'access.forbidden',
  'request.malformed',
  'request.too-large',
  'evidence.too-large',
  'evidence.not-an-image',
]
const AT_ONCE = 4
const MOST_THUMBNAILS = 20

export function createPhotoTransfer(store: SyncStore, blobs: BlobExchange): PhotoTransfer {
  /** Not tried again before the next start: a photo refused for its content would cost its bytes every five minutes. */
  const refused = new Map<string, Problem>()

  /** The next photo whose record the endpoint already has. */
  async function nextBlob(): Promise<Result<PendingBlob | undefined, Problem>> {
    const position = await store.position()
    if (!position.ok) return position
    const pending = await store.pendingBlobs(refused.size + AT_ONCE)
    if (!pending.ok) return pending
    return ok(pending.value.find((blob) => blob.n <= position.value.ack && !refused.has(blob.sha256)))
  }

  async function send(blob: PendingBlob, shouldPause: () => boolean): Promise<Result<null, Problem>> {
    const bytes = await store.blobBytes(blob.sha256)
    if (bytes === null) return store.dropBlob(blob.sha256)
    const sent = await blobs.upload(blob, bytes, shouldPause)
    if (sent.ok) return sent.value === 'sent' ? store.markBlobSent(blob.sha256) : ok(null)
    if (!OF_ONE_PHOTO.includes(sent.error.code)) return sent
    refused.set(blob.sha256, sent.error)
    return ok(null)
  }

  async function sendPending(shouldPause: () => boolean): Promise<Result<null, Problem>> {
    while (!shouldPause()) {
      const blob = await nextBlob()
      if (!blob.ok) return blob
      if (blob.value === undefined) break
      const sent = await send(blob.value, shouldPause)
      if (!sent.ok) return sent
    }
    return ok(null)
  }

  async function fetchThumbnails(shouldPause: () => boolean): Promise<Result<null, Problem>> {
    for (const sha256 of await store.missingThumbnails(MOST_THUMBNAILS)) {
      if (shouldPause()) break
      const bytes = await blobs.download(sha256)
      if (!bytes.ok) return bytes
      if (bytes.value !== null) await store.keepBlob(sha256, bytes.value)
    }
    return ok(null)
  }

  return {
    async transfer(shouldPause) {
      const sent = await sendPending(shouldPause)
      if (!sent.ok) return sent
      const fetched = await fetchThumbnails(shouldPause)
      const [problem] = refused.values()
      return fetched.ok && problem ? { ok: false, error: problem } : fetched
    },
  }
}
