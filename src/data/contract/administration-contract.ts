/**
 * What an administrator sees of the installation and changes in it. It is asked of the endpoint each time and never
 * stored on the device: lists of accounts have no place on a tablet that may get lost.
 */
import type { Grant } from '#domain/access/role.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { NamedFile, PersonFileWords } from './trail-contract.ts'

/** A grant with the name of its place. */
export type PlacedGrant = Grant & { readonly place: string }

export interface AdminAccount {
  readonly id: string
  readonly username: string
  readonly displayName: string
  readonly isIllustrative: boolean
  readonly canSignIn: boolean
  /** Ended grants included. */
  readonly grants: readonly PlacedGrant[]
  readonly lastSeenMs: number | null
  /** From this day on nobody signs in. */
  readonly disabledFrom?: LocalDate | null | undefined
  /** A one-time code waits to be used. */
  readonly invitation?: { readonly expiresMs: number } | null | undefined
  /** How many passkeys there are; left out by an endpoint that does not tell. */
  readonly passkeys?: number | undefined
}

/** One account on one browser profile. */
export interface AdminDevice {
  readonly id: string
  readonly account: string
  readonly label: string
  readonly createdMs: number
  readonly lastSeenMs: number
  readonly lastN: number
  readonly safeN: number
  readonly isRevoked: boolean
}

/** A refused operation, named but not shown. */
export interface AdminQuarantineItem {
  readonly device: string
  readonly n: number
  readonly account: string
  readonly code: string
  readonly kind: string
  readonly entity: string
  readonly feed: string
  readonly receivedMs: number
  /** False where no decision could enter it; left out by an endpoint of version 1. */
  readonly canAccept?: boolean | undefined
}

/** What a person decides about a refused operation. Dismissing needs a reason, which its author reads. */
export interface AdminDecision {
  readonly device: string
  readonly n: number
  readonly verdict: 'accepted' | 'dismissed'
  readonly reason: string
}

export interface AdminStoreFacts {
  readonly engine: string
  readonly ops: number
  readonly feeds: number
  readonly entities: number
  readonly openConflicts: number
  readonly quarantined: number
  readonly blobs: number
  readonly lastBackup: { readonly ops: number; readonly atMs: number } | null
}

export interface AdminOverview {
  /** The endpoint's clock. */
  readonly nowMs: number
  readonly accounts: readonly AdminAccount[]
  readonly devices: readonly AdminDevice[]
  readonly quarantine: readonly AdminQuarantineItem[]
  readonly facts: AdminStoreFacts
}

/** What waits for a decision of this person, newest first. */
export interface AdminWaiting {
  readonly nowMs: number
  readonly quarantine: readonly AdminQuarantineItem[]
}

/** Somebody to be added, with the first right. */
export interface NewPerson {
  readonly username: string
  /** A position, never a name. */
  readonly displayName: string
  readonly grant: Omit<Grant, 'account' | 'deputyFor'>
}

/** A one-time code: shown once, kept nowhere. `path` is the app's address with it, after the origin. */
export interface IssuedCode {
  readonly code: string
  readonly path: string
  readonly expiresMs: number
}

/** What became of one new person; `wrong` says what is wrong with which field. */
export interface AddedPerson {
  readonly row: number
  readonly username: string
  readonly outcome: 'new' | 'existing' | 'wrong'
  readonly account: string | null
  readonly invitation?: IssuedCode | undefined
  readonly problems: readonly { readonly field: string; readonly code: string }[]
}

export interface AddedPeople {
  readonly isDone: boolean
  readonly rows: readonly AddedPerson[]
}

interface Leaving {
  readonly account: string
  /** Last day of every grant. */
  readonly on: LocalDate
  readonly successor: string | null
}

/** What follows from somebody's leaving; asked before it is done. */
export interface LeavingOutcome {
  readonly isDone: boolean
  readonly ending: readonly PlacedGrant[]
  readonly given: readonly PlacedGrant[]
  readonly devices: readonly { readonly id: string; readonly label: string; readonly lastSeenMs: number }[]
  readonly waiting: readonly AdminQuarantineItem[]
  /** Roles that nobody holds in their place from the day after. */
  readonly vacant: readonly { readonly role: string; readonly scope: string; readonly place: string }[]
}

/** A merger (one successor) or a division. Of a unit that exists only the id is read. */
export interface UnitsChange {
  readonly predecessors: readonly string[]
  readonly successors: readonly {
    readonly id: string
    readonly name: string
    readonly code: string
    readonly parent: string
  }[]
  /** First day of the new order. */
  readonly on: LocalDate
}

/** What would go with an erasing and what would stay, by numbers; `problem` says why it may not be done. */
export interface ErasePreview {
  readonly problem: Problem | null
  readonly goes: readonly { readonly what: string; readonly count: number }[]
  readonly stays: readonly { readonly what: string; readonly count: number }[]
}

/** Whom the province's own sign-in means by which identifier. */
export interface ProviderLinks {
  /** False where the installation has no such sign-in. */
  readonly isOn: boolean
  readonly issuerName: string
  readonly links: readonly { readonly account: string; readonly identifier: string; readonly linkedMs: number }[]
}

/** The machine: journal, room on the disk, photos of each commune. */
export interface AdminSystem {
  readonly nowMs: number
  readonly journal: 'none' | 'in-step' | 'behind'
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number; readonly reserveBytes: number }
  readonly photos: {
    readonly quotaBytes: number
    readonly usedBytes: number
    readonly communes: readonly { readonly unit: string; readonly name: string; readonly bytes: number }[]
  }
}

type Answer<T> = Promise<Result<T, Problem>>

export interface Administration {
  /** The overview as it was seen last since the app was opened. In memory only. */
  last(): AdminOverview | null
  overview(): Answer<AdminOverview>
  /** For everybody who decides somewhere, administrator or not. */
  waiting(): Answer<AdminWaiting>
  decide(decision: AdminDecision): Answer<null>
  /** At most 500 at once; `dryRun` only says what would happen. Each new person gets a code. */
  addPeople(people: readonly NewPerson[], dryRun?: boolean): Answer<AddedPeople>
  changeAccount(change: {
    readonly account: string
    readonly displayName?: string
    readonly disabledFrom?: LocalDate | null
  }): Answer<null>
  /** For the first sign-in or a forgotten password. An earlier code that was not used is worth nothing any more. */
  issueCode(account: string): Answer<IssuedCode>
  /** Gives a grant, or changes the last day of the one with the same account, place, role and first day. */
  saveGrant(grant: Grant): Answer<null>
  leave(leaving: Leaving, dryRun: boolean): Answer<LeavingOutcome>
  nameDevice(device: string, label: string): Answer<null>
  revokeDevice(device: string): Answer<null>
  changeUnits(change: UnitsChange): Answer<null>
  system(): Answer<AdminSystem>
  providerLinks(): Answer<ProviderLinks>
  /** Null takes the link away. */
  linkProvider(account: string, identifier: string | null): Answer<null>
  removePasskeys(account: string): Answer<null>
  /** Everything kept about the person, as one zip file in these words. */
  personData(account: string, words: PersonFileWords): Answer<NamedFile>
  erasePreview(account: string): Answer<ErasePreview>
  /** Takes the names out of the account, for good. */
  erase(account: string): Answer<null>
}
