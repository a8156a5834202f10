/**
 * Photos after text: own thumbnails, then own photos, then thumbnails of what others added (SYN-8). Each returns to
 * the caller as soon as text wants to pass; what is half sent goes on from where it was. Photos go as the person's rule
 * and the network allow (SYN-15); what holds them back is told in the status and is no problem.
 */
import type { PhotoStore, PhotoWait } from '#data/contract/photo-sending-contract.ts'
import type { PendingBlob, SyncStore } from '#data/contract/sync-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import type { BlobExchange } from './blob-exchange.ts'
import { type NetworkSense, photosWaitFor } from './photo-network.ts'

export interface PhotoTransfer {
  /** Sends and fetches until nothing is left, a problem, or `shouldPause` says that text waits. */
  transfer(shouldPause: () => boolean): Promise<Result<null, Problem>>
}

export interface PhotoTransferParts {
  readonly store: SyncStore
  readonly photos: Pick<PhotoStore, 'policy' | 'tidy'>
  readonly blobs: BlobExchange
  readonly network: Pick<NetworkSense, 'kind'>
}

/** Refusals of one photo that say nothing about the next; the photo stays on the device and on the list. */
const OF_ONE_PHOTO: readonly string[] = [
  'access.forbidden',
  'request.malformed',
  'request.too-large',
  'evidence.too-large',
  'evidence.not-an-image',
  'evidence.file-active',
  'evidence.file-kind',
  'evidence.file-macros',
  'evidence.file-old-office',
  'evidence.file-too-large',
]
/** Rows of the queue looked at; their bytes are read one by one. */
const AT_ONCE = 200
const MOST_THUMBNAILS = 20

/** The next to send, or what the photos that are left wait for. */
interface Next {
  readonly blob: PendingBlob | undefined
  readonly wait: PhotoWait | null
}

export function createPhotoTransfer({ store, photos, blobs, network }: PhotoTransferParts): PhotoTransfer {
  /** Not tried again before the next start: a photo refused for its content would cost its bytes every five minutes. */
  const refused = new Map<string, Problem>()

  /** Only those whose record the endpoint already has. */
  async function next(): Promise<Result<Next, Problem>> {
    const position = await store.position()
    if (!position.ok) return position
    const pending = await store.pendingBlobs(refused.size + AT_ONCE)
    if (!pending.ok) return pending
    const wait = photosWaitFor(await photos.policy(), network.kind())
    const known = pending.value.filter((blob) => blob.n <= position.value.ack && !refused.has(blob.sha256))
    const blob = known.find(({ role, isAllowed }) => wait === null || role === 'thumbnail' || isAllowed)
    return ok({ blob, wait: blob === undefined && known.length > 0 ? wait : null })
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
      const found = await next()
      if (!found.ok) return found
      const { blob, wait } = found.value
      if (blob === undefined) return store.setStatus({ photosWait: wait })
      const sent = await send(blob, shouldPause)
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
      if (!shouldPause()) await photos.tidy()
      const [problem] = refused.values()
      return fetched.ok && problem ? { ok: false, error: problem } : fetched
    },
  }
}
