/**
 * An envelope only the endpoint opens: HPKE (RFC 9180) with DHKEM(P-256), HKDF-SHA256 and AES-256-GCM, which WebCrypto
 * has in every browser we serve and in Node. The section inside carries the origin's signature, so the envelope needs
 * to hide and not to prove (decisions D10, D11). Layout: encapsulated key (65 bytes) · ciphertext.
 */
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { bytesOfAscii, joinBytes, jsonOf } from './byte-text.ts'

const KEY_LENGTH = 65
/** What keeps an envelope to the endpoint from being taken for one to a device. */
const TO_ENDPOINT = 'so-tay hand-over 1'
export const TO_DEVICE = 'so-tay return 1'

const suite = () => new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

interface KeyText {
  readonly kty: string
  readonly crv: string
  readonly x: string
  readonly y: string
  readonly d?: string
}

/** `isPublic` leaves the private part out, should the text hold one. */
function jwkOf(text: string, isPublic: boolean): KeyText | undefined {
  const { kty, crv, x, y, d } = (jsonOf(text) ?? {}) as Partial<KeyText>
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) return undefined
  return isPublic || d === undefined ? { kty, crv, x, y } : { kty, crv, x, y, d }
}

/** Undefined where the key is none. `publicKey` is JWK text. */
export async function sealEnvelope(
  publicKey: string,
  content: Uint8Array,
  purpose: string = TO_ENDPOINT,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const jwk = jwkOf(publicKey, true)
  if (!jwk) return undefined
  const recipientPublicKey = await suite().kem.importKey('jwk', jwk, true)
  const sender = await suite().createSenderContext({ recipientPublicKey, info: bytesOfAscii(purpose) })
  const sealed = await sender.seal(content)
  return joinBytes([new Uint8Array(sender.enc), new Uint8Array(sealed)])
}

/** Undefined where the envelope was made for another key or was changed on its way. `privateKey` is JWK text. */
export async function openEnvelope(
  privateKey: string,
  envelope: Uint8Array,
  purpose: string = TO_ENDPOINT,
): Promise<Uint8Array | undefined> {
  const jwk = jwkOf(privateKey, false)
  if (!jwk || envelope.length <= KEY_LENGTH) return undefined
  try {
    const recipientKey = await suite().kem.importKey('jwk', jwk, false)
    const recipient = await suite().createRecipientContext({
      recipientKey,
      enc: envelope.slice(0, KEY_LENGTH),
      info: bytesOfAscii(purpose),
    })
    return new Uint8Array(await recipient.open(envelope.slice(KEY_LENGTH)))
  } catch {
    return undefined
  }
}
