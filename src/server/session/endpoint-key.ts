/**
 * The endpoint's own key pair, made at the first start and kept in the store, so that a backup can still open the
 * envelopes a locked app leaves (decision D10). Only the public part is ever given out.
 */
import { generateKeyPairSync } from 'node:crypto'
import type { IdentityStore } from '#server/store/store-contract.ts'

const [PUBLIC, PRIVATE] = ['endpoint_key_public', 'endpoint_key_private']

export async function endpointPublicKey(store: IdentityStore): Promise<string> {
  const known = await store.setting(PUBLIC)
  if (known !== null) return known
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicText = JSON.stringify(publicKey.export({ format: 'jwk' }))
  await store.saveSetting(PRIVATE, JSON.stringify(privateKey.export({ format: 'jwk' })))
  await store.saveSetting(PUBLIC, publicText)
  return publicText
}
