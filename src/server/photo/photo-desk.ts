/** Who may send and who may see the bytes of a photo: both follow from the records that refer to it (END-11). */
import { mayWriteKind } from '#domain/access/feed-access.ts'
import { isDocumentMime } from '#domain/evidence/document-mime.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { type Caller, feedsOf } from '#server/identity/caller.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { Blob } from '#server/store/blob-contract.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { isSha256 } from './blob-files.ts'

export interface PhotoAnnouncement {
  readonly sha256: string
  readonly feed: string
  readonly mime: string
  readonly kind: 'thumbnail' | 'photo'
}

type Metadata = Readonly<Record<string, string | null>> | undefined

const MIMES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']
const WANTED = 10_000

/** What an upload says of itself, or why it is not taken. */
export function readAnnouncement(metadata: Metadata): Result<PhotoAnnouncement, Problem> {
  const { sha256, feed, mime, kind } = metadata ?? {}
  if (!sha256 || !isSha256(sha256) || !feed || !mime) return err({ code: 'request.malformed' })
  if (kind !== 'thumbnail' && kind !== 'photo') return err({ code: 'request.malformed' })
  const isTaken = MIMES.includes(mime) || isDocumentMime(mime)
  return isTaken ? ok({ sha256, feed, mime, kind }) : err({ code: 'evidence.not-an-image' })
}

export class PhotoDesk {
  readonly #store: EndpointStore
  readonly #directory: PlaceDirectory

  constructor(store: EndpointStore, directory: PlaceDirectory) {
    this.#store = store
    this.#directory = directory
  }

  /** Writers of evidence in the feed, and a device whose stored record waits for these bytes. */
  async maySend({ grants, today, device }: Caller, { sha256, feed }: PhotoAnnouncement): Promise<boolean> {
    if (mayWriteKind(grants, 'evidence', feed, this.#directory, today)) return true
    return (await this.#store.blobsWanted(device.id, WANTED)).includes(sha256)
  }

  /** The photo, where it is stored and the caller is a member of a feed that refers to it. */
  async visible(caller: Caller, sha256: string): Promise<Blob | null> {
    const blob = isSha256(sha256) ? await this.#store.blob(sha256) : null
    if (!blob) return null
    const readable = new Set(feedsOf(caller, this.#directory))
    const feeds = await this.#store.feedsReferringTo(sha256)
    return feeds.some((feed) => readable.has(feed)) ? blob : null
  }
}
