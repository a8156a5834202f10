/**
 * What an administrator sees of the installation. It is asked of the endpoint each time and never stored on the device:
 * lists of accounts have no place on a tablet that may get lost.
 */
import type { Grant } from '#domain/access/role.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export interface AdminAccount {
  readonly id: string
  readonly username: string
  readonly displayName: string
  readonly isIllustrative: boolean
  readonly canSignIn: boolean
  /** Ended grants included. */
  readonly grants: readonly (Grant & { readonly place: string })[]
  readonly lastSeenMs: number | null
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

export interface Administration {
  overview(): Promise<Result<AdminOverview, Problem>>
  decide(decision: AdminDecision): Promise<Result<null, Problem>>
}
