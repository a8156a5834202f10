/** Photos as evidence: bytes named by their SHA-256, kept until the endpoint confirmed that hash. */
import type { DocumentMime } from '#domain/evidence/document-mime.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { RecordLocation } from './record-location.ts'

/** What the camera adapter hands over after shrinking: JPEG ≤ 1600 px and a thumbnail of about 10 kB. */
export interface PreparedPhoto {
  readonly bytes: Uint8Array
  readonly thumbnail: Uint8Array
  readonly sha256: string
  readonly thumbnailSha256: string
  readonly mime: 'image/jpeg' | 'image/webp'
  readonly width: number
  readonly height: number
  /** The day the camera wrote into the file, read before it was stripped. */
  readonly takenOn?: LocalDate | null
}

/** A document as the file adapter hands it over: looked into, named and hashed, its bytes as they were chosen. */
export interface PreparedDocument {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly mime: DocumentMime
  readonly name: string
}

export interface EvidenceView {
  readonly id: string
  /** Entity the photo proves something about: an answer, an audit item, a finding, a stage. */
  readonly of: string
  /** Named deliverable it proves, where it belongs to a stage. */
  readonly deliverable: string | null
  readonly caption: string
  readonly sha256: string
  readonly thumbnailSha256: string
  readonly size: number
  /** Set where it is a document and no picture (EVI-14). */
  readonly document: { readonly name: string; readonly mime: DocumentMime } | null
  /** When it was put in here. */
  readonly takenAt: number
  /** The day it is evidence of, as written (EVI-7). */
  readonly on: WrittenDate
  readonly location: RecordLocation
}

export interface NewEvidence {
  readonly feed: string
  readonly of: string
  readonly deliverable?: string
  readonly caption: string
  /** Unless told: the camera's day, else today. */
  readonly on?: WrittenDate
  readonly photo: PreparedPhoto
}

export interface NewDocument extends Omit<NewEvidence, 'photo'> {
  readonly document: PreparedDocument
}

/** What may be said of a photo after it was put in. */
export interface EvidenceWords {
  readonly caption?: string
  readonly on?: WrittenDate
}

export interface PhotoRoom {
  /** The next photo has no room, even after freeing what may be freed (EVI-3). */
  readonly isFull: boolean
  /** Photos that are in the endpoint's photo backup or were fetched from it: deleting them here loses nothing. */
  readonly freeable: { readonly count: number; readonly bytes: number }
}

export interface EvidenceRepository {
  add(evidence: NewEvidence): Promise<Result<EvidenceView, Problem>>
  /** A document instead of a photo, under the same rules (EVI-14). */
  addDocument(document: NewDocument): Promise<Result<EvidenceView, Problem>>
  listOf(feed: string, of: string): Promise<readonly EvidenceView[]>
  describe(feed: string, id: string, words: EvidenceWords): Promise<Result<null, Problem>>
  remove(feed: string, id: string): Promise<Result<null, Problem>>
  /** Bytes held on this device, or null: then the app may ask the endpoint for them. */
  bytes(sha256: string): Promise<Uint8Array | null>
  /** Keeps fetched bytes (thumbnails of others, photos that were opened) where there is room for them. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>
  room(): Promise<PhotoRoom>
  /** Deletes on this device all that `room` calls freeable. Answers how many bytes. */
  freeSafe(): Promise<Result<number, Problem>>
}
