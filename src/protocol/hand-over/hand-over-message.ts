/**
 * What is said over a network about hand-over files: `POST /v1/hand-over` carries a file as it is and answers what
 * became of every section, and what goes back to devices that asked for the work of others; `GET /v1/hand-over/pass` gives a device what it needs to make and to check files offline.
 */
import { isCount, isInt, isText, listOf, nullOr, objectOf, textUpTo } from '#protocol/shape.ts'
import { isShortText, isSignedText, type SignedText } from './signed-text.ts'

export interface SectionOutcome {
  readonly sha256: string
  /** Null: taken in, or known already. Otherwise a code out of the one catalogue, or one of a newer endpoint. */
  readonly code: string | null
  /** With `hand-over.gap`: the n that is missing. */
  readonly expect: number | null
}

/** What the endpoint has for a device that asked; sealed, so that whoever carries it reads nothing. */
export interface ReturnParcel {
  readonly origin: string
  readonly atMs: number
  /** Base64url of the sealed bytes. */
  readonly bytes: string
}

const isParcel = objectOf<ReturnParcel>({ origin: isShortText, atMs: isInt, bytes: textUpTo(3_000_000) })

export interface HandOverAnswer {
  readonly inc: string
  /** The endpoint's clock, milliseconds since 1970. */
  readonly now: number
  /** One per section, in the order of the file. */
  readonly sections: readonly SectionOutcome[]
  /** One per origin named in the file and known here. */
  readonly receipts: readonly SignedText[]
  /** Left out by an endpoint that does not know wishes; they are then tried again. */
  readonly returns?: readonly ReturnParcel[]
}

export const isHandOverAnswer = objectOf<HandOverAnswer>(
  {
    inc: isText,
    now: isInt,
    sections: listOf(objectOf<SectionOutcome>({ sha256: isText, code: nullOr(isText), expect: nullOr(isCount) })),
    receipts: listOf(isSignedText),
    returns: listOf(isParcel),
  },
  ['returns'],
)

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
