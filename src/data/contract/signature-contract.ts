/** Signatures drawn on a screen, each bound to the hash of the content it was given for. */
import type { Kind } from '#domain/change/kind-registry.ts'
import type { GivenSignature, Signature } from '#domain/signature/signature.ts'
import type { RecordLocation } from './record-location.ts'
import type { SaveResult } from './store-contract.ts'

/** What is to be signed. */
export interface SignedRecord {
  readonly unit: string
  readonly feed: string
  /** Entity id. */
  readonly of: string
  readonly ofKind: Kind
  /** SHA-256 of the canonical JSON of its content as it stands now. */
  readonly sha256: string
}

export interface SignatureView extends Signature {
  readonly id: string
  /** Milliseconds since 1970, by the clock of the device that wrote it. */
  readonly at: number
  /** Account id of whoever's device wrote it: not always who signed. */
  readonly by: string
  readonly byName: string | null
  readonly location: RecordLocation
}

export interface SignatureRepository {
  /** In the order they were given, broken ones too. */
  listOf(feed: string, entity: string): Promise<readonly SignatureView[]>
  /** `signature.…` or `date.…` where something is missing, or where the record is not here. */
  sign(record: SignedRecord, given: GivenSignature): SaveResult
  /** SHA-256 over the canonical JSON of a content, in lower-case hexadecimal. */
  hashOf(content: object): Promise<string>
}
