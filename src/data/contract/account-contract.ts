/** What a signed-in person asks of the endpoint about their own way in; nothing of it is kept on the device. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export interface OwnPasskey {
  readonly id: string
  /** The person's own name for it. */
  readonly label: string
  readonly createdMs: number
  readonly usedMs: number | null
  /** Kept by a provider for several devices, and not in one device only. */
  readonly isBackedUp: boolean
}

export interface OwnAccess {
  readonly passkeys: readonly OwnPasskey[]
  /** Whether one can be made here; otherwise why not, and where. */
  readonly making: 'possible' | 'no-address' | 'elsewhere' | 'unknown-browser'
  /** The one address at which passkeys of this installation work. */
  readonly address: string | null
}

/** One of the person's own devices, as the endpoint knows it. */
export interface OwnDevice {
  readonly id: string
  readonly label: string
  readonly createdMs: number
  readonly lastSeenMs: number
  readonly isRevoked: boolean
  /** The one that asks. */
  readonly isThis: boolean
}

export interface OwnDevices {
  readonly nowMs: number
  readonly devices: readonly OwnDevice[]
}

type Done = Promise<Result<null, Problem>>

export interface AccountAccess {
  /** What a new passkey is called unless the person says otherwise. */
  readonly deviceLabel: string
  own(): Promise<Result<OwnAccess, Problem>>
  /** `password` empty: a passkey one has is asked for, if there is any (PAS-7). */
  addPasskey(label: string, password: string): Done
  renamePasskey(id: string, label: string): Done
  removePasskey(id: string, password: string): Done
  changePassword(current: string, next: string): Done
  devices(): Promise<Result<OwnDevices, Problem>>
  nameDevice(id: string, label: string): Done
  /** It asks for the password again; everything on it stays. */
  signOutDevice(id: string): Done
  /** Lost: it reads nothing more, and what it still sends waits for a decision. */
  revokeDevice(id: string): Done
}
