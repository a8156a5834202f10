/**
 * A passkey beside the PIN: the device's authenticator answers a stored salt with 32 bytes nobody else can make (WebAuthn's
 * PRF extension), and the same data key is wrapped once more under a key out of that answer and the device's own key (rule
 * DAT-37). What the authenticator is and how it is asked is the app's.
 */
import type { LockStore, PasskeyLock, StoredLock } from '#data/contract/lock-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { unwrapDataKey, wrapDataKey } from './key-wrap.ts'
import type { Unlocked } from './pin-lock.ts'

interface MadePasskey {
  readonly credential: Uint8Array
  readonly answer: Uint8Array
}

/** Asks the person. Refused, closed and timed out are one problem: browsers do not tell them apart. */
export interface Authenticator {
  make(salt: Uint8Array): Promise<Result<MadePasskey, Problem>>
  answer(credential: Uint8Array, salt: Uint8Array): Promise<Result<Uint8Array, Problem>>
}

const SALT_BYTES = 32
const encoder = new TextEncoder()

/** The authenticator's answer is a secret, not yet a key for one purpose. */
async function keyOfAnswer(answer: Uint8Array, salt: Uint8Array, storeId: string): Promise<Uint8Array> {
  const secret = await crypto.subtle.importKey('raw', new Uint8Array(answer), 'HKDF', false, ['deriveBits'])
  const info = encoder.encode(`sotay:unlock:${storeId}`)
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(salt), info }
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, secret, 256))
}

const keysOf = async (locks: LockStore, storeId: string, answer: Uint8Array, salt: Uint8Array) =>
  ({
    storeId,
    by: 'passkey',
    personKey: await keyOfAnswer(answer, salt, storeId),
    deviceKey: await locks.wrapKey(),
  }) as const

/** Adds the second way, for somebody who has just proved themselves by the PIN. A former one is replaced. */
export async function addPasskey(
  locks: LockStore,
  authenticator: Authenticator,
  { dataKey, lock: { storeId } }: Unlocked,
): Promise<Result<null, Problem>> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const made = await authenticator.make(salt)
  if (!made.ok) return made
  const { credential, answer } = made.value
  const wrapped = await wrapDataKey(await keysOf(locks, storeId, answer, salt), dataKey)
  const passkey: PasskeyLock = { credential, salt, wrapped }
  return locks.change(storeId, { passkey })
}

export const removePasskey = (locks: LockStore, storeId: string): Promise<Result<null, Problem>> =>
  locks.change(storeId, { passkey: undefined })

/**
 * The data key, for whoever the authenticator knows. Wrong PINs before are forgotten as after a right one: the
 * authenticator has its own count, and the person at it is the store's.
 */
export async function unlockByPasskey(
  locks: LockStore,
  authenticator: Authenticator,
  storeId: string,
): Promise<Result<Unlocked, Problem>> {
  const lock = await locks.lock(storeId)
  if (!lock?.passkey) return err({ code: 'lock.passkey-failed' })
  const { credential, salt, wrapped } = lock.passkey
  const answer = await authenticator.answer(credential, salt)
  if (!answer.ok) return answer
  const dataKey = await unwrapDataKey(await keysOf(locks, storeId, answer.value, salt), wrapped)
  if (!dataKey) return err({ code: 'lock.passkey-failed' })
  const cleared: StoredLock = { ...lock, tries: 0 }
  if (lock.tries === 0) return ok({ dataKey, lock: cleared })
  const kept = await locks.change(storeId, { tries: 0 })
  return kept.ok ? ok({ dataKey, lock: cleared }) : kept
}
