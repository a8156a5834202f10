/**
 * What is said over a network about hand-over files: `POST /v1/hand-over` carries a file as it is and answers what
 * became of every section; `GET /v1/hand-over/pass` gives a device what it needs to make and to check files offline.
 */
import { isCount, isInt, isText, listOf, nullOr, objectOf } from '#protocol/shape.ts'
import { isSignedText, type SignedText } from './signed-text.ts'

export interface SectionOutcome {
  readonly sha256: string
  /** Null: taken in, or known already. Otherwise a code out of the one catalogue, or one of a newer endpoint. */
  readonly code: string | null
  /** With `hand-over.gap`: the n that is missing. */
  readonly expect: number | null
}

export interface HandOverAnswer {
  readonly inc: string
  /** The endpoint's clock, milliseconds since 1970. */
  readonly now: number
  /** One per section, in the order of the file. */
  readonly sections: readonly SectionOutcome[]
  /** One per origin named in the file and known here. */
  readonly receipts: readonly SignedText[]
}

export const isHandOverAnswer = objectOf<HandOverAnswer>({
  inc: isText,
  now: isInt,
  sections: listOf(objectOf<SectionOutcome>({ sha256: isText, code: nullOr(isText), expect: nullOr(isCount) })),
  receipts: listOf(isSignedText),
})

export interface HandOverPass {
  /** Public key envelopes are sealed to, and the one the endpoint signs with; JWK text. */
  readonly endpointKey: string
  readonly signingKey: string
  /** For the device that asks. */
  readonly certificate: SignedText
}

export const isHandOverPass = objectOf<HandOverPass>({
  endpointKey: isText,
  signingKey: isText,
  certificate: isSignedText,
})
