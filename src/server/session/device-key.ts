/** The public key of a device: ECDSA P-256 as JWK text. Its private part never left the browser (decision D12). */
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import * as z from 'zod/mini'

const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))
const jwkSchema = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate })

function importKey(text: string): { key: KeyObject; jwk: JsonWebKey } | undefined {
  try {
    const { kty, crv, x, y } = jwkSchema.parse(JSON.parse(text))
    const jwk = { kty, crv, x, y }
    return { key: createPublicKey({ key: jwk, format: 'jwk' }), jwk }
  } catch {
    return undefined
  }
}

/** The key with its public parts only, or undefined where the text is no such key. */
export function normaliseDeviceKey(text: string): string | undefined {
  const imported = importKey(text)
  return imported && JSON.stringify(imported.jwk)
}

/** Whether the holder of the key signed the text. `signature` is base64url in the form of IEEE P1363. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const imported = importKey(publicKey)
  if (!imported) return false
  const bytes = Buffer.from(signature, 'base64url')
  return verify('sha256', Buffer.from(text, 'utf8'), { key: imported.key, dsaEncoding: 'ieee-p1363' }, bytes)
}
