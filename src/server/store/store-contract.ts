/**
 * What the endpoint asks of its database, as use cases and not as queries: on SQLite a use case is one synchronous
 * transaction, on a database server it may be one set-based one. The suite in `tests/contract` says what every
 * implementation has to do; nothing outside this folder knows which one is running.
 */
import type { Grant } from '#domain/access/role.ts'
import type { EntityState } from '#domain/change/entity-state.ts'
import type { Hlc } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import type { AccountStore } from './account-contract.ts'
import type { BlobStore } from './blob-contract.ts'
import type { CompactionStore } from './compaction-contract.ts'
import type { SignInStore } from './sign-in-contract.ts'
import type {
  DecidedRow,
  Decision,
  DecisionOutcome,
  QuarantineRow,
  ReceivedOp,
  RefusedRow,
  Succession,
  UnitChange,
} from './authority-contract.ts'
import type { PersonStore } from './person-contract.ts'
import type { Links, TrailStore } from './trail-contract.ts'

export type {
  DecidedRow,
  Decision,
  DecisionOutcome,
  QuarantineRow,
  ReceivedOp,
  RefusedRow,
  Succession,
  UnitChange,
  Verdict,
} from './authority-contract.ts'

export interface Account {
  readonly id: string
  readonly username: string
  /** A position ("Thư ký ISO xã Đoàn Kết"), never a person's name in the demonstration. */
  readonly displayName: string
  readonly isIllustrative: boolean
  /** Argon2id in PHC form; null for an account that cannot sign in. */
  readonly passwordHash: string | null
  /** From this day on nobody signs in and its devices count as revoked (END-92). */
  readonly disabledFrom?: LocalDate | null
}

export interface Device {
  readonly id: string
  readonly account: string
  readonly label: string
  /** ECDSA P-256 public key as JWK text; '' for a device that can never renew. */
  readonly publicKey: string
  readonly createdMs: number
  readonly lastSeenMs: number
  readonly lastN: number
  readonly safeN: number
  /** Highest stamp stored so far; null before the first operation. */
  readonly hlcMax: Hlc | null
  /** Last sign-in by password on it; 0 after signing out. */
  readonly passwordMs: number
  readonly isRevoked: boolean
}

export interface StoredSession {
  readonly tokenHash: string
  readonly account: string
  readonly device: string
  readonly expiresMs: number
}

export interface Push {
  readonly device: string
  /** In the order of n; may begin with operations that are already stored. */
  readonly ops: readonly Op[]
  readonly nowMs: number
  /** Refuses an operation with a code, or null. Called inside the transaction: synchronous and without side effects. */
  readonly judge: (op: Op, device: Device) => ProblemCode | null
  /** Takes in what a revoked device handed over by file, for `judge` to put in quarantine; otherwise it is `unknown-device`. */
  readonly takesRevoked?: boolean
}

export type PushOutcome =
  | { readonly type: 'stored'; readonly ack: number; readonly safe: number; readonly expect: number | null }
  /** Another operation is stored under this n: two stores write under one replica id. Nothing was stored. */
  | { readonly type: 'forked'; readonly n: number }
  | { readonly type: 'unknown-device' }

export interface FeedPosition {
  readonly id: string
  readonly seq: number
  /** Rises when every cursor given out before is void; part of the cursor (`feed-cursor.ts`). */
  readonly epoch: number
  /** Everything from this number on is in the store; of what is before it, what was replaced is in the archive. */
  readonly minSeq: number
}

export interface Delta {
  /** Operations of other devices, in the order of seq. */
  readonly ops: readonly Op[]
  readonly own: number
  readonly to: number
  readonly isComplete: boolean
  /** About how many bytes of JSON the operations take. */
  readonly bytes: number
}

export interface SnapshotPage {
  readonly entities: readonly EntityState[]
  /** Entity after which the next page begins; null on the last page. */
  readonly after: string | null
  readonly bytes: number
}

export interface BackupReport {
  readonly file: string
  readonly ops: number
  readonly atMs: number
}

export interface StoreFacts {
  readonly engine: string
  readonly ops: number
  /** Moved to the archive; not among `ops`. */
  readonly archivedOps: number
  readonly feeds: number
  readonly entities: number
  readonly openConflicts: number
  readonly quarantined: number
  readonly blobs: number
  readonly lastBackup: BackupReport | null
}

export interface SyncStore {
  /** Changes whenever the data was restored from a backup: cursors of before no longer hold. */
  incarnation(): Promise<string>
  ingest(push: Push): Promise<PushOutcome>
  /** Operations refused and not yet decided by a person, by n. */
  quarantineOf(device: string): Promise<readonly QuarantineRow[]>
  /** Refused operations of everybody that wait under one of these codes, the oldest first: reasons that pass by themselves. */
  waitingFor(codes: readonly ProblemCode[], limit: number): Promise<readonly QuarantineRow[]>
  /** Refused operations of everybody under one of these codes, the oldest first: undecided ones and those decided since. */
  refusedUnder(codes: readonly ProblemCode[], decidedSinceMs: number): Promise<readonly RefusedRow[]>
  /** What was decided about these numbers of the device; the undecided ones are left out. */
  decidedOf(device: string, numbers: readonly number[]): Promise<readonly DecidedRow[]>
  /**
   * Decides about a refused operation, in one transaction. `accepted` stores it exactly as an ingest would have, with
   * the next number of its feed and its original dot; the row of the quarantine stays as the log of the decision.
   */
  decide(decision: Decision, links?: Links): Promise<DecisionOutcome>
  /** Highest n received of each of these devices; devices nobody enrolled are left out. */
  receivedOf(devices: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The operation of this name, in a feed or in quarantine, and when it came. */
  opAt(device: string, n: number): Promise<ReceivedOp | null>
  positions(feeds: readonly string[]): Promise<readonly FeedPosition[]>
  /** When the last operation of each of these feeds arrived, milliseconds since 1970; empty feeds are left out. */
  lastChangeOf(feeds: readonly string[]): Promise<ReadonlyMap<string, number>>
  pull(feed: string, since: number, reader: string, maxBytes: number): Promise<Delta>
  /** Whether the feed holds nothing but operations of this device: then there is nothing to send. */
  isOwnOnly(feed: string, device: string): Promise<boolean>
  snapshot(feed: string, after: string, maxBytes: number): Promise<SnapshotPage>
}

export interface IdentityStore {
  accountByUsername(username: string): Promise<Account | null>
  accountById(id: string): Promise<Account | null>
  accounts(): Promise<readonly Account[]>
  saveAccounts(accounts: readonly Account[], grants: readonly Grant[], links?: Links): Promise<void>
  /** All grants of one account, ended ones included; of everybody without an argument. */
  grants(account?: string): Promise<readonly Grant[]>
  places(): Promise<readonly WirePlace[]>
  savePlaces(places: readonly WirePlace[]): Promise<void>
  successions(): Promise<readonly Succession[]>
  saveUnitChange(change: UnitChange, links?: Links): Promise<void>
  /**
   * Another text after every change of accounts, grants, places or successions, by whichever endpoint on this database:
   * who keeps any of them in memory asks for this first.
   */
  identityVersion(): Promise<string>
  /** A small text kept for the installation (the endpoint's key, the day of seeding), or null. */
  setting(key: string): Promise<string | null>
  saveSetting(key: string, value: string): Promise<void>
}

export interface NewDevice {
  readonly account: string
  readonly label: string
  readonly publicKey: string
  readonly nowMs: number
  /** When the password was last given on it; now, where it is left out. */
  readonly passwordMs?: number
  /** Makes the id out of the next free number; ids are never given twice. */
  readonly idOf: (counter: number) => string
}

export interface SessionStore {
  enrolDevice(device: NewDevice): Promise<Device>
  deviceById(id: string): Promise<Device | null>
  devices(): Promise<readonly Device[]>
  /** Keeps the replica and gives it a new key, after a sign-in by password. */
  rekeyDevice(id: string, publicKey: string, label: string, nowMs: number): Promise<void>
  /** From now on what it sends goes to quarantine and it reads nothing. False where there is no such device. */
  revokeDevice(id: string, links?: Links): Promise<boolean>
  openSession(session: StoredSession, nowMs: number): Promise<void>
  sessionByToken(tokenHash: string): Promise<StoredSession | null>
  /** Ends the sessions of the device; it needs the password again. */
  signOut(device: string): Promise<void>
  saveChallenge(challengeHash: string, device: string, expiresMs: number, nowMs: number): Promise<void>
  /** True once, if it was made for this device and has not expired; it is used up either way. */
  takeChallenge(challengeHash: string, device: string, nowMs: number): Promise<boolean>
}

export interface CareStore {
  facts(): Promise<StoreFacts>
  quarantine(limit: number): Promise<readonly QuarantineRow[]>
  /** Writes a verified copy and raises what counts as safe to what the copy holds. */
  backup(nowMs: number): Promise<BackupReport>
  /** Work of a start (seeding, making keys) that only one of several endpoints on one database may do at a time. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Takes what a command wrote beside this process into the journal, where it left a mark. Whether there was one (END-110). */
  settleBeside(): Promise<boolean>
  close(): Promise<void>
}

export interface EndpointStore
  extends SyncStore,
    IdentityStore,
    AccountStore,
    SessionStore,
    SignInStore,
    BlobStore,
    CareStore,
    CompactionStore,
    TrailStore,
    PersonStore {}
