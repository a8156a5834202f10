/**
 * A wish to the endpoint for what is new in this device's feeds, to go along with a file: the cursors as a pull would name
 * them, signed by the device, in an envelope only the endpoint opens, with a key of this store for the answer (HND-12).
 */
import type { KeptPass, ReturnKey } from '#data/contract/hand-over-contract.ts'
import type { SyncPosition } from '#data/contract/sync-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { sealEnvelope } from '#protocol/hand-over/envelope.ts'
import type { FileExtra } from '#protocol/hand-over/hand-over-file.ts'
import { askBytes, askText, askTextToSign } from '#protocol/hand-over/return-message.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { sha256Text } from './crypto-texts.ts'
import { extraOf } from './file-extras.ts'
import type { HandOverParts } from './hand-over-parts.ts'

/** Made once; an answer to an older wish opens with it too. */
async function returnKey({ store }: HandOverParts): Promise<Result<ReturnKey, Problem>> {
  const known = await store.returnKey()
  if (known) return ok(known)
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const textOf = async (key: CryptoKey): Promise<string> => JSON.stringify(await crypto.subtle.exportKey('jwk', key))
  const made = { publicKey: await textOf(pair.publicKey), privateKey: await textOf(pair.privateKey) }
  const kept = await store.keepReturnKey(made)
  return kept.ok ? ok(made) : kept
}

export async function askForNews(
  parts: HandOverParts,
  { endpointKey, certificate }: KeptPass,
  at: SyncPosition,
): Promise<Result<FileExtra, Problem>> {
  const key = await returnKey(parts)
  if (!key.ok) return key
  const atMs = parts.clock.now() + (at.clockOffset ?? 0)
  const text = askText({
    origin: at.replica,
    account: parts.identity().account.id,
    atMs,
    wire: PROTOCOL_VERSION,
    inc: at.inc,
    cur: at.cur,
    pages: at.pages,
    anew: at.anew ?? [],
    sealTo: key.value.publicKey,
    certificate,
  })
  const bytes = new TextEncoder().encode(text)
  const signature = await parts.signer.sign(askTextToSign(await sha256Text(bytes)))
  if (signature === null) return err({ code: 'auth.session-expired' })
  const sealed = await sealEnvelope(endpointKey, askBytes({ text, signature }))
  return sealed ? ok(await extraOf('ask', at.replica, atMs, sealed)) : err({ code: 'hand-over.no-pass' })
}
