/**
 * What the endpoint says about a device and about what it has stored, in a form that can travel by file and be believed
 * without a network: the exact text, and the endpoint's signature over it (ECDSA P-256, decision D11).
 */
import { isCount, isInt, isText, listOf, nullOr, objectOf, textUpTo } from '#protocol/shape.ts'
import { asciiJson, jsonOf } from './byte-text.ts'

/** `signature`: base64url, IEEE P1363, over the UTF-8 of `{purpose}:{text}`. */
export interface SignedText {
  readonly text: string
  readonly signature: string
}

/** Ids, codes, names. */
export const isShortText = textUpTo(200)

export const isSignedText = objectOf<SignedText>({ text: textUpTo(200_000), signature: isShortText })

/** What keeps a signature over a receipt from passing for one over a certificate, or over a session's challenge. */
export type SignedPurpose = 'certificate' | 'receipt' | 'return'

/** The text that is signed. */
export const textToSign = (purpose: SignedPurpose, text: string): string => `${purpose}:${text}`

/** A grant as a certificate carries it: a role of a newer endpoint is only a word here. */
interface CertifiedGrant {
  readonly scope: string
  readonly role: string
  readonly from: string
  readonly to: string | null
}

/** The endpoint's word for a replica: whose it is, its key, and what the account may do. */
export interface Certificate {
  readonly v: number
  readonly replica: string
  readonly account: string
  /** The position shown to a team mate ("Thư ký ISO xã …"). */
  readonly name: string
  /** The device's public key, JWK text. */
  readonly key: string
  /** Grants of the account when it was issued. */
  readonly grants: readonly CertifiedGrant[]
  /** Milliseconds since 1970 by the endpoint's clock: the key holds from then on. */
  readonly issuedMs: number
}

const isCertificate = objectOf<Certificate>({
  v: isCount,
  replica: isShortText,
  account: isShortText,
  name: isShortText,
  key: textUpTo(1000),
  grants: listOf(
    objectOf<CertifiedGrant>({ scope: isShortText, role: isShortText, from: isShortText, to: nullOr(isShortText) }),
  ),
  issuedMs: isInt,
})

/** The acknowledgement of one replica's operations, as it travels back to it by hand. */
export interface Receipt {
  readonly v: number
  /** Incarnation of the endpoint that stored. */
  readonly inc: string
  /** Milliseconds since 1970 by the endpoint's clock. */
  readonly atMs: number
  readonly origin: string
  /** Highest n stored or put in quarantine, and the highest in a verified backup. */
  readonly ack: number
  readonly safe: number
  readonly rejected: readonly { readonly n: number; readonly code: string }[]
  /**
   * The operation under `ack`, by what no other under that number has: a copy of the profile may have written another one
   * (HND-15). Left out by endpoints of before and where there is none.
   */
  readonly tip?: ReceiptTip | undefined
}

export interface ReceiptTip {
  readonly h: number
  /** Entity id. */
  readonly e: string
}

const isReceipt = objectOf<Receipt>(
  {
    v: isCount,
    inc: isText,
    atMs: isInt,
    origin: isShortText,
    ack: isCount,
    safe: isCount,
    rejected: listOf(objectOf<Receipt['rejected'][number]>({ n: isCount, code: isShortText })),
    tip: objectOf<ReceiptTip>({ h: isInt, e: isShortText }),
  },
  ['tip'],
)

/** The version of certificates and receipts this program writes. */
export const SIGNED_VERSION = 1

export const certificateText = (certificate: Certificate): string => asciiJson(certificate)
export const receiptText = (receipt: Receipt): string => asciiJson(receipt)

/** Undefined where the text is no certificate of a version known here. Says nothing about the signature. */
export function readCertificate(text: string): Certificate | undefined {
  const value = jsonOf(text)
  return isCertificate(value) && value.v <= SIGNED_VERSION ? value : undefined
}

/** Undefined where the text is no receipt of a version known here. Says nothing about the signature. */
export function readReceipt(text: string): Receipt | undefined {
  const value = jsonOf(text)
  return isReceipt(value) && value.v <= SIGNED_VERSION ? value : undefined
}
