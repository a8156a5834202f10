/** Hashes and signatures of the hand-over, by the browser's own cryptography. */
import { readCertificate, type SignedPurpose, type SignedText, textToSign } from '#protocol/hand-over/signed-text.ts'

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const

/** 64 hexadecimal digits. */
export async function sha256Text(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A view into a file as bytes of its own, as WebCrypto and the database want them. */
export const ownCopy = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

export function bytesOfBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}

async function importKey(jwkText: string): Promise<CryptoKey | undefined> {
  try {
    const { kty, crv, x, y } = JSON.parse(jwkText) as Required<JsonWebKey>
    return await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ECDSA, false, ['verify'])
  } catch {
    return undefined
  }
}

/** Whether the holder of the key (JWK text) signed the text; `signature` is base64url, IEEE P1363. */
export async function isSignedBy(jwkText: string, text: string, signature: string): Promise<boolean> {
  const [key, bytes] = [await importKey(jwkText), bytesOfBase64Url(signature)]
  if (!key || !bytes) return false
  return crypto.subtle.verify(SIGNATURE, key, bytes, new TextEncoder().encode(text))
}

export const isEndpointsWord = (
  signingKey: string,
  purpose: SignedPurpose,
  { text, signature }: SignedText,
): Promise<boolean> => isSignedBy(signingKey, textToSign(purpose, text), signature)

/** The certificate in a signed text, where the endpoint's signature over it holds. */
export async function believedCertificate(signingKey: string, signed: SignedText | null) {
  if (!signed || !(await isEndpointsWord(signingKey, 'certificate', signed))) return undefined
  return readCertificate(signed.text)
}
