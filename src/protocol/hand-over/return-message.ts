/**
 * The way back: a device without a network asks the endpoint, in an envelope, for what is new in the feeds it reads, and
 * gets it sealed to a key of its own (rule HND-12). What comes is an answer of `POST /v1/sync` as a pull gets it, with the
 * cursors it begins at, so that the device applies it by the rules of a pull.
 *
 * Layout of an answer: length of the head (4 bytes) · head (ASCII JSON of a signed text) · gzipped JSON of a `SyncAnswer`.
 */
import { isCount, isInt, isSha256Text, isText, listOf, nullOr, objectOf, recordOf, textUpTo } from '#protocol/shape.ts'
import { asciiJson, asciiOfBytes, bytesOfAscii, bytesOfLength, joinBytes, jsonOf, lengthAt } from './byte-text.ts'
import { isShortText, isSignedText, type SignedText } from './signed-text.ts'

const RETURN_VERSION = 1

/** JSON of one answer may unpack to this much, in bytes; the endpoint makes them far smaller. */
export const MOST_RETURN_UNPACKED = 8_000_000

/** What a device wants to know, signed by its key. */
export interface ReturnAsk {
  readonly v: number
  readonly origin: string
  readonly account: string
  /** Milliseconds since 1970 by the device's clock: of two wishes the later one counts. */
  readonly atMs: number
  /** Protocol version it reads, and the incarnation its cursors belong to. */
  readonly wire: number
  readonly inc: string
  readonly cur: Readonly<Record<string, number>>
  readonly pages: Readonly<Record<string, string>>
  readonly anew: readonly string[]
  /** JWK text of the key the answer is sealed to. */
  readonly sealTo: string
  readonly certificate: SignedText | null
}

const isAsk = objectOf<ReturnAsk>({
  v: isCount,
  origin: isShortText,
  account: isShortText,
  atMs: isInt,
  wire: isCount,
  inc: isText,
  cur: recordOf(isCount),
  pages: recordOf(isText),
  anew: listOf(isShortText),
  sealTo: textUpTo(1000),
  certificate: nullOr(isSignedText),
})

/** The text the device's key signs, from the SHA-256 of the wish. */
export const askTextToSign = (sha256OfText: string): string => `hand-over-ask:${RETURN_VERSION}:${sha256OfText}`

export const askText = (ask: Omit<ReturnAsk, 'v'>): string => asciiJson({ v: RETURN_VERSION, ...ask })

/** `text` is what `askText` made. */
export const askBytes = (signed: SignedText): Uint8Array<ArrayBuffer> => joinBytes([bytesOfAscii(asciiJson(signed))])

const isSignedAsk = objectOf<SignedText>({ text: textUpTo(1_000_000), signature: isShortText })

export interface SignedAsk {
  readonly ask: ReturnAsk
  readonly signed: SignedText
}

/** Undefined where it is no wish of a version known here. Says nothing about the signature. */
export function readAsk(bytes: Uint8Array): SignedAsk | undefined {
  const signed = jsonOf(asciiOfBytes(bytes))
  if (!isSignedAsk(signed)) return undefined
  const ask = jsonOf(signed.text)
  return isAsk(ask) && ask.v <= RETURN_VERSION ? { ask, signed } : undefined
}

/** Signed by the endpoint: for whom, of when, where it begins, and what lies behind it. */
export interface ReturnHead {
  readonly v: number
  readonly origin: string
  readonly inc: string
  /** Milliseconds since 1970 by the endpoint's clock. */
  readonly atMs: number
  /** Per feed the cursor the device named; a feed it had not read is left out. */
  readonly cur: Readonly<Record<string, number>>
  /** Per feed whose snapshot was under way, the entity after which the page begins. */
  readonly pages: Readonly<Record<string, string>>
  /** Of the data. */
  readonly sha256: string
}

const isReturnHead = objectOf<ReturnHead>({
  v: isCount,
  origin: isShortText,
  inc: isText,
  atMs: isInt,
  cur: recordOf(isCount),
  pages: recordOf(isText),
  sha256: isSha256Text,
})

export const returnHeadText = (head: Omit<ReturnHead, 'v'>): string => asciiJson({ v: RETURN_VERSION, ...head })

export function returnBytes(head: SignedText, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = bytesOfAscii(asciiJson(head))
  return joinBytes([bytesOfLength(text.length), text, data])
}

export interface ReturnContent {
  readonly head: ReturnHead
  readonly signed: SignedText
  readonly data: Uint8Array
}

/** Undefined where it is no answer of a version known here. Says nothing about signature and data. */
export function readReturn(bytes: Uint8Array): ReturnContent | undefined {
  const length = lengthAt(bytes, 0)
  if (length === undefined || 4 + length > bytes.length) return undefined
  const signed = jsonOf(asciiOfBytes(bytes.subarray(4, 4 + length)))
  if (!isSignedAsk(signed)) return undefined
  const head = jsonOf(signed.text)
  return isReturnHead(head) && head.v <= RETURN_VERSION ? { head, signed, data: bytes.subarray(4 + length) } : undefined
}
