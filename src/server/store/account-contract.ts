/** What happens to accounts while an installation runs: the part of the store's contract that is about people. */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Links } from './trail-contract.ts'

/** A one-time code that was not used yet; an account has one at the most. */
export interface StoredInvitation {
  /** SHA-256 of the code: the code itself is nowhere. */
  readonly hash: string
  readonly account: string
  readonly createdMs: number
  readonly expiresMs: number
}

/** What is left out stays as it is, also when somebody else changes it at the same moment. */
export interface AccountUpdate {
  readonly displayName?: string
  readonly passwordHash?: string | null
  /** From this day on nobody signs in; null enables again. */
  readonly disabledFrom?: LocalDate | null
}

export interface AccountStore {
  /** False where there is no such account. */
  updateAccount(account: string, change: AccountUpdate, links?: Links): Promise<boolean>
  /** The account's earlier code is worth nothing any more. */
  saveInvitation(invitation: StoredInvitation): Promise<void>
  invitation(hash: string): Promise<StoredInvitation | null>
  /** Uses the code up: the account it was for, once, if it has not expired. */
  takeInvitation(hash: string, nowMs: number): Promise<string | null>
  invitations(): Promise<readonly StoredInvitation[]>
  /** Ends every session of the account but those of one device, and the others need the password again (END-91). */
  endSessions(account: string, exceptDevice: string | null): Promise<void>
  /** False where there is no such device. */
  nameDevice(device: string, label: string, links?: Links): Promise<boolean>
}
