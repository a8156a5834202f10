/**
 * A readable section under a pass phrase: Argon2id makes a key of it, AES-256-GCM closes the section as it is, so that
 * signature and bytes inside stay those of its origin (rule HND-11). One salt per file, so that opening asks Argon2id
 * once; cost and salt stand in clear in front, and are authenticated.
 *
 * Layout: version (1) · memory in KiB (4 bytes) · passes (4 bytes) · salt (16) · nonce (12) · ciphertext with its tag.
 */
import type { HashPin, PinCost } from '#data/contract/lock-contract.ts'
import { bytesOfLength, joinBytes, lengthAt } from '#protocol/hand-over/byte-text.ts'

const VERSION = 1
const [SALT, NONCE] = [16, 12]
const HEAD = 1 + 4 + 4 + SALT
/** More than RFC 9106 asks at least: a file can be tried anywhere and for years, other than a PIN. */
const COST: PinCost = { memoryKib: 32 * 1024, iterations: 4 }
/** What a file from anywhere may ask of a phone. */
const MOST: PinCost = { memoryKib: 128 * 1024, iterations: 12 }

/** Shorter ones are not taken. */
export const LEAST_PHRASE = 12

type Bytes = Uint8Array<ArrayBuffer>

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/** Spaces at the ends and doubled ones are nobody's intention; letters and marks stay as they are. */
const settled = (phrase: string): string => phrase.normalize('NFC').trim().replaceAll(/\s+/g, ' ')

export const isLongEnough = (phrase: string): boolean => Array.from(settled(phrase)).length >= LEAST_PHRASE

async function keyOf(hash: HashPin, phrase: string, salt: Uint8Array, cost: PinCost): Promise<CryptoKey> {
  const bytes = new Uint8Array(await hash(settled(phrase), salt, cost))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** Closes sections one after the other. */
export type LockCopy = (section: Uint8Array) => Promise<Bytes>

export async function lockWith(hash: HashPin, phrase: string): Promise<LockCopy> {
  const salt = random(SALT)
  const key = await keyOf(hash, phrase, salt, COST)
  const head = joinBytes([Uint8Array.of(VERSION), bytesOfLength(COST.memoryKib), bytesOfLength(COST.iterations), salt])
  return async (section) => {
    const iv = random(NONCE)
    const content = new Uint8Array(section)
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head }, key, content)
    return joinBytes([head, iv, new Uint8Array(sealed)])
  }
}

/** `wrong-phrase` is the same as "changed on its way": the file's own hash tells the latter apart. */
type Unlocked = Bytes | 'wrong-phrase' | 'newer-format' | 'damaged'

export type OpenCopy = (locked: Uint8Array) => Promise<Unlocked>

function costIn(locked: Uint8Array): PinCost | undefined {
  const [memoryKib, iterations] = [lengthAt(locked, 1), lengthAt(locked, 5)]
  if (!memoryKib || !iterations || locked.length < HEAD + NONCE) return undefined
  // Argon2 itself asks for eight blocks a lane.
  return memoryKib >= 8 && memoryKib <= MOST.memoryKib && iterations <= MOST.iterations
    ? { memoryKib, iterations }
    : undefined
}

export function unlockWith(hash: HashPin, phrase: string): OpenCopy {
  const keys = new Map<string, Promise<CryptoKey>>()
  return async (locked) => {
    if (locked[0] !== VERSION) return 'newer-format'
    const cost = costIn(locked)
    if (!cost) return 'damaged'
    const head = new Uint8Array(locked.subarray(0, HEAD))
    const known = head.join()
    const key = keys.get(known) ?? keyOf(hash, phrase, head.slice(HEAD - SALT), cost)
    keys.set(known, key)
    const iv = new Uint8Array(locked.subarray(HEAD, HEAD + NONCE))
    const sealed = new Uint8Array(locked.subarray(HEAD + NONCE))
    const algorithm = { name: 'AES-GCM', iv, additionalData: head }
    const opened = await crypto.subtle.decrypt(algorithm, await key, sealed).catch(() => undefined)
    return opened ? new Uint8Array(opened) : 'wrong-phrase'
  }
}
