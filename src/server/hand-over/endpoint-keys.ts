/**
 * The keys of the endpoint for what travels by hand: the one envelopes are sealed to (made by the session desk), and a
 * second pair it signs certificates and receipts with, so that no key serves two purposes. Both lie in the store, so
 * that a restored endpoint opens old files and its old word still holds.
 */
import { createPrivateKey, type JsonWebKey, sign } from 'node:crypto'
import { type SignedPurpose, type SignedText, textToSign } from '#protocol/hand-over/signed-text.ts'
import { endpointPublicKey, formerKeys } from '#server/session/endpoint-key.ts'
import { newKeyPair } from '#server/session/new-key-pair.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'

const ENVELOPE_PRIVATE = 'endpoint_key_private'
const [SIGNING_PUBLIC, SIGNING_PRIVATE] = ['endpoint_signing_public', 'endpoint_signing_private']

export interface EndpointKeys {
  /** JWK texts. */
  readonly envelopePublic: string
  readonly envelopePrivate: string
  /** Of before; what was sealed to them is still opened (END-89). */
  readonly envelopeFormer: readonly string[]
  readonly signingPublic: string
  sign(purpose: SignedPurpose, text: string): SignedText
}

type Keeper = Pick<EndpointStore, 'setting' | 'saveSetting' | 'alone'>

async function settingOf(store: Keeper, key: string): Promise<string> {
  const value = await store.setting(key)
  if (value === null) throw new Error(`setting ${key} is missing`)
  return value
}

/** The private part is saved first: a start that is killed in between makes a new pair, and the old one was never given out. */
async function makeSigningKey(store: Keeper): Promise<void> {
  if ((await store.setting(SIGNING_PUBLIC)) !== null) return
  const { publicKey, privateKey } = newKeyPair()
  await store.saveSetting(SIGNING_PRIVATE, JSON.stringify(privateKey.export({ format: 'jwk' })))
  await store.saveSetting(SIGNING_PUBLIC, JSON.stringify(publicKey.export({ format: 'jwk' })))
}

export async function loadEndpointKeys(store: Keeper): Promise<EndpointKeys> {
  const envelopePublic = await endpointPublicKey(store as EndpointStore)
  await store.alone(() => makeSigningKey(store))
  const jwk = JSON.parse(await settingOf(store, SIGNING_PRIVATE)) as JsonWebKey
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  return {
    envelopePublic,
    envelopePrivate: await settingOf(store, ENVELOPE_PRIVATE),
    envelopeFormer: await formerKeys(store as EndpointStore),
    signingPublic: await settingOf(store, SIGNING_PUBLIC),
    sign(purpose, text) {
      const bytes = Buffer.from(textToSign(purpose, text), 'utf8')
      return { text, signature: sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }).toString('base64url') }
    },
  }
}
