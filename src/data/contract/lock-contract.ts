/**
 * What locks a person's store on this device: the data key, wrapped so that it takes both the PIN and this browser
 * profile to unwrap it, and the count of wrong PINs. Nothing here says anything of the PIN itself.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

/** Cost of making a key out of a PIN, raised to what this device bears. */
export interface PinCost {
  readonly memoryKib: number
  readonly iterations: number
}

/** A second way in beside the PIN: a key this device's own authenticator (fingerprint, face) lets out, to the same data key. */
export interface PasskeyLock {
  readonly credential: Uint8Array
  /** What the authenticator is asked to answer (WebAuthn's PRF). */
  readonly salt: Uint8Array
  readonly wrapped: Uint8Array
}

export interface StoredLock extends PinCost {
  readonly storeId: string
  /** `sealing` and `opening`: rows of both forms may lie in the store, and the work goes on at the next unlock. */
  readonly phase: 'sealing' | 'sealed' | 'opening'
  readonly salt: Uint8Array
  readonly wrapped: Uint8Array
  /** PINs tried since the last right one, counted before each is checked. */
  readonly tries: number
  /** Minutes without a touch until the app locks itself; 0 for never. */
  readonly idleMinutes: number
  readonly passkey?: PasskeyLock | undefined
  /** The data key sealed to the endpoint and then to this browser: a way back for a forgotten PIN, with the password and online. */
  readonly recovery?: Uint8Array
}

export type LockChange = Partial<Pick<StoredLock, 'phase' | 'idleMinutes' | 'tries' | 'passkey' | 'recovery'>>

export interface LockStore {
  lock(storeId: string): Promise<StoredLock | undefined>
  /** Keeps a new lock and marks the person as having a PIN, in one transaction. */
  keepLock(lock: StoredLock): Promise<Result<null, Problem>>
  /** Changes a lock that is there. */
  change(storeId: string, change: LockChange): Promise<Result<null, Problem>>
  dropLock(storeId: string): Promise<Result<null, Problem>>
  /** Counts a try and answers how many there are now; nothing is counted beyond `most`, and null is answered. */
  countTry(storeId: string, most: number): Promise<Result<number | null, Problem>>
  /** The device's part of the wrapping: AES-GCM, not extractable. Made at the first call. */
  wrapKey(): Promise<CryptoKey>
  close(): void
}

/** 32 bytes out of a PIN. Argon2id; takes a good part of a second on purpose. */
export type HashPin = (pin: string, salt: Uint8Array, cost: PinCost) => Promise<Uint8Array>
