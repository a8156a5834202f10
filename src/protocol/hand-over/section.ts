/**
 * A section is what one replica hands over, signed by it and never changed afterwards: a run of its operations, a copy
 * of those of one feed for a team mate to read, or one photo. Whoever passes a section on passes on these bytes, so the
 * signature holds however many hands they went through (rule HND-1).
 *
 * Layout: length of the head (4 bytes) · head (ASCII JSON) · data · signature (86 ASCII characters, base64url of 64 bytes).
 */
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { isCount, isInt, isSha256Text, nullOr, objectOf, oneOf, type Shape } from '#protocol/shape.ts'
import { asciiJson, asciiOfBytes, bytesOfAscii, bytesOfLength, joinBytes, jsonOf, lengthAt } from './byte-text.ts'
import { isShortText, isSignedText, type SignedText } from './signed-text.ts'

/** The version of sections this program writes; a higher one is told as `hand-over.newer-format`. */
export const SECTION_VERSION = 1

/** JSON of the operations of one section may unpack to this much, in bytes; anything beyond is refused unread. */
export const MOST_UNPACKED = 8_000_000

/** A whole section, photos included, in bytes. */
export const MOST_SECTION = 2_000_000

const SIGNATURE_LENGTH = 86
const MOST_HEAD = 300_000

interface Origin {
  readonly v: number
  /** Replica and account that made it. */
  readonly origin: string
  readonly account: string
  /** Milliseconds since 1970 by the origin's clock; shown, never judged. */
  readonly madeAt: number
  /** The endpoint's word for the origin's key; null where the device never had one. */
  readonly certificate: SignedText | null
}

export interface OpsHead extends Origin {
  readonly type: 'ops'
  /** First and last n of the run. */
  readonly from: number
  readonly to: number
  /** Null: every operation of the run, for the endpoint. A feed: only that feed's, for a team mate to read. */
  readonly feed: string | null
}

export interface PhotoHead extends Origin {
  readonly type: 'photo'
  readonly sha256: string
  readonly role: 'thumbnail' | 'photo'
  readonly mime: string
  readonly feed: string
}

export type SectionHead = OpsHead | PhotoHead

const origin = {
  v: isCount,
  origin: isShortText,
  account: isShortText,
  madeAt: isInt,
  certificate: nullOr(isSignedText),
}

const isOpsHead = objectOf<OpsHead>({
  ...origin,
  type: oneOf(['ops']),
  from: isCount,
  to: isCount,
  feed: nullOr(isShortText),
})

const isPhotoHead = objectOf<PhotoHead>({
  ...origin,
  type: oneOf(['photo']),
  sha256: isSha256Text,
  role: oneOf(['thumbnail', 'photo']),
  mime: isShortText,
  feed: isShortText,
})

const isHead: Shape<SectionHead> = (value): value is SectionHead => isOpsHead(value) || isPhotoHead(value)

export interface Section {
  readonly head: SectionHead
  /** Of operations: their batch as gzipped JSON. Of a photo: its bytes. */
  readonly data: Uint8Array
  /** What the signature covers. */
  readonly content: Uint8Array
  readonly signature: string
}

/** Head and data in the form that is hashed and signed. */
export function sectionContent(head: SectionHead, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = bytesOfAscii(asciiJson(head))
  return joinBytes([bytesOfLength(text.length), text, data])
}

/** The text the origin's device key signs, from the SHA-256 of the content (64 hexadecimal digits). */
export const sectionTextToSign = (sha256OfContent: string): string => `hand-over:${SECTION_VERSION}:${sha256OfContent}`

/** `signature` is base64url of the 64 bytes of an ECDSA P-256 signature. */
export const sealSection = (content: Uint8Array, signature: string): Uint8Array<ArrayBuffer> =>
  joinBytes([content, bytesOfAscii(signature)])

const versionOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { v?: unknown }).v : undefined

function readHead(text: string | undefined): Result<SectionHead, ProblemCode> {
  const value = jsonOf(text)
  const version = versionOf(value)
  if (typeof version === 'number' && version > SECTION_VERSION) return err('hand-over.newer-format')
  return isHead(value) ? ok(value) : err('hand-over.damaged')
}

/** Takes a section apart. Says nothing about its signature. */
export function readSection(bytes: Uint8Array): Result<Section, ProblemCode> {
  const end = bytes.length - SIGNATURE_LENGTH
  const length = lengthAt(bytes, 0)
  if (length === undefined || length > MOST_HEAD || 4 + length > end) return err('hand-over.damaged')
  const head = readHead(asciiOfBytes(bytes.subarray(4, 4 + length)))
  if (!head.ok) return head
  const signature = asciiOfBytes(bytes.subarray(end))
  if (signature === undefined) return err('hand-over.damaged')
  return ok({ head: head.value, data: bytes.subarray(4 + length, end), content: bytes.subarray(0, end), signature })
}
