/** What the store knows about photos; their bytes lie in the blob folder. A part of `EndpointStore`. */

export interface Blob {
  readonly sha256: string
  readonly size: number
  readonly mime: string
}

export interface BlobStore {
  blob(sha256: string): Promise<Blob | null>
  saveBlob(blob: Blob, nowMs: number): Promise<void>
  /** Feeds in which a record refers to these bytes. */
  feedsReferringTo(sha256: string): Promise<readonly string[]>
  /** Bytes of the stored photos that records of these feeds refer to, each photo once. */
  bytesReferredTo(feeds: readonly string[]): Promise<number>
  /** Bytes of the stored photos that records of each commune refer to, each photo once for a commune. */
  bytesByCommune(): Promise<ReadonlyMap<string, number>>
  /** Hashes in records of this device whose bytes are not here. */
  blobsWanted(device: string, limit: number): Promise<readonly string[]>
}
