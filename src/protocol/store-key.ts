/**
 * The key of a sealed store as it is left with nobody: sealed to the endpoint, kept on the device, and opened only when the
 * person comes to the endpoint with their password. Whose it is stands inside, so that nobody asks for another's.
 */
import { asciiJson, asciiOfBytes, bytesOfAscii, jsonOf } from './hand-over/byte-text.ts'
import { openEnvelope, sealEnvelope } from './hand-over/envelope.ts'

const PURPOSE = 'so-tay store key 1'

/** `key` in base64url. */
export interface StoreKey {
  readonly account: string
  readonly key: string
}

/** Undefined where the endpoint's public key (JWK text) is none. */
export const sealStoreKey = ({ account, key }: StoreKey, endpointKey: string) =>
  sealEnvelope(endpointKey, bytesOfAscii(asciiJson({ account, key })), PURPOSE)

/** Undefined where it was sealed to another key, or is none. `privateKey` is JWK text. */
export async function openStoreKey(privateKey: string, sealed: Uint8Array): Promise<StoreKey | undefined> {
  const content = await openEnvelope(privateKey, sealed, PURPOSE)
  const { account, key } = (jsonOf((content && asciiOfBytes(content)) ?? '') ?? {}) as Partial<StoreKey>
  return typeof account === 'string' && typeof key === 'string' ? { account, key } : undefined
}
