/**
 * What this browser profile knows before anybody has unlocked a store: who works here, the key the device proves itself
 * with, and settings of the screen. It holds no record of a commune.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

/** Somebody who signed in on this browser profile. */
export interface DevicePerson {
  /** Names the person's own database, see `databaseName`. */
  readonly storeId: string
  readonly username: string
  readonly displayName: string
  /** Name of the place the person works for, for the list of people. */
  readonly place: string
  /** Replica id of the person's store on this device, or null before the first sign-in was complete. */
  readonly replica: string | null
  /** Milliseconds since 1970. */
  readonly lastUsedAt: number
  /** The store is sealed and opens with a PIN; written by the lock store alone, beside the lock itself. */
  readonly hasPin?: true
}

export interface StoredSession {
  readonly token: string
  /** Milliseconds since 1970 by the endpoint's clock. */
  readonly expiresAt: number
  /** The endpoint's public key for envelopes (decision D10), JWK text. */
  readonly endpointKey: string
}

export interface DeviceSettings {
  readonly theme: 'system' | 'light' | 'dark' | 'high-contrast'
  readonly language: 'vi' | 'en'
}

export interface DeviceStore {
  /** Last used first. */
  people(): Promise<readonly DevicePerson[]>
  savePerson(person: DevicePerson): Promise<Result<null, Problem>>
  /** Forgets the person and the session; the person's database is deleted by whoever asked for that. */
  removePerson(storeId: string): Promise<Result<null, Problem>>
  /** The person whose store opens at the next start, or null. */
  currentPerson(): Promise<DevicePerson | null>
  setCurrentPerson(storeId: string | null): Promise<Result<null, Problem>>
  session(storeId: string): Promise<StoredSession | null>
  saveSession(storeId: string, session: StoredSession): Promise<Result<null, Problem>>
  clearSession(storeId: string): Promise<Result<null, Problem>>
  /** Private keys are stored as keys that cannot be exported. */
  deviceKey(): Promise<CryptoKeyPair | null>
  /** Keeps the first key pair: a second tab that made one at the same time gets the first back. */
  keepDeviceKey(pair: CryptoKeyPair): Promise<Result<CryptoKeyPair, Problem>>
  settings(): Promise<DeviceSettings>
  saveSettings(settings: Partial<DeviceSettings>): Promise<Result<null, Problem>>
  close(): void
}
