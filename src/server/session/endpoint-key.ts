/**
 * The endpoint's own key pair, made at the first start and kept in the store, so that a backup can still open the
 * envelopes a locked app leaves (decision D10). Only the public part is ever given out. The private part is the truth:
 * where it is lost a new pair is made, and every device gets the new public key with its next session (END-89).
 */
import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto'
import type { IdentityStore } from '#server/store/store-contract.ts'
import { newKeyPair } from './new-key-pair.ts'

const [PUBLIC, PRIVATE, FORMER] = ['endpoint_key_public', 'endpoint_key_private', 'endpoint_keys_former']

type Keeper = Pick<IdentityStore, 'setting' | 'saveSetting'>

/** Undefined where there is none or it is damaged. */
function publicOf(privateText: string | null): string | undefined {
  try {
    const jwk = JSON.parse(privateText ?? '') as JsonWebKey
    return JSON.stringify(createPublicKey(createPrivateKey({ key: jwk, format: 'jwk' })).export({ format: 'jwk' }))
  } catch {
    return undefined
  }
}

/** The private part first: a start that is killed in between derives the public one from it. */
async function makePair(store: Keeper): Promise<string> {
  const { publicKey, privateKey } = newKeyPair()
  const publicText = JSON.stringify(publicKey.export({ format: 'jwk' }))
  await store.saveSetting(PRIVATE, JSON.stringify(privateKey.export({ format: 'jwk' })))
  await store.saveSetting(PUBLIC, publicText)
  return publicText
}

export async function endpointPublicKey(store: Keeper): Promise<string> {
  const [known, privateText] = [await store.setting(PUBLIC), await store.setting(PRIVATE)]
  const derived = publicOf(privateText)
  if (derived === undefined) return makePair(store)
  if (known !== null && isSameKey(known, derived)) return known
  await store.saveSetting(PUBLIC, derived)
  return derived
}

/** The order of the members is nobody's promise. */
function isSameKey(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => publicMembers(text))
  return left !== undefined && left === right
}

function publicMembers(text: string): string | undefined {
  try {
    const { x, y } = JSON.parse(text) as JsonWebKey
    return `${x} ${y}`
  } catch {
    return undefined
  }
}

/** Private parts of before: what was sealed to them is still opened. */
export async function formerKeys(store: Keeper): Promise<readonly string[]> {
  return JSON.parse((await store.setting(FORMER)) ?? '[]') as readonly string[]
}

/** A new pair where the one in use may have been seen by others; it holds from the next start. */
export async function renewEndpointKey(store: Keeper): Promise<void> {
  const current = await store.setting(PRIVATE)
  if (publicOf(current) !== undefined && current !== null)
    await store.saveSetting(FORMER, JSON.stringify([...(await formerKeys(store)), current]))
  await makePair(store)
}
