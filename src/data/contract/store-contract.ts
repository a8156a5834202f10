/**
 * What the rest of the app may ask of the local store. Screens get these repositories from the router and never see
 * a table; every write is one transaction that holds the record and its outgoing change together (rule DAT-1).
 */
import type { ActivityRepository } from './activity-contract.ts'
import type { Grant } from '#domain/access/role.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { AmendmentRepository } from './amendment-contract.ts'
import type { AuditPlanningRepository } from './audit-planning-contract.ts'
import type { AuditOnSiteRepository } from './audit-on-site-contract.ts'
import type { CommuneRepository } from './commune-contract.ts'
import type { CockpitRepository } from './cockpit-contract.ts'
import type { CorrectiveRepository } from './corrective-contract.ts'
import type { CountryRepository } from './country-contract.ts'
import type { DeclarationRepository } from './declaration-contract.ts'
import type { EvidenceRepository } from './evidence-contract.ts'
import type { FillingReviewRepository } from './filling-review-contract.ts'
import type { FormFillingRepository } from './form-filling-contract.ts'
import type { FormLibraryRepository } from './form-library-contract.ts'
import type { InheritanceRepository } from './inheritance-contract.ts'
import type { InspectionRepository } from './inspection-contract.ts'
import type { InternalAuditRepository } from './internal-audit-contract.ts'
import type { ManagementReviewRepository } from './management-review-contract.ts'
import type { ObstacleRepository } from './obstacle-contract.ts'
import type { PhotoSendingRepository, PhotoWait } from './photo-sending-contract.ts'
import type { PilotRepository } from './pilot-contract.ts'
import type { PlanRepository } from './plan-contract.ts'
import type { ProcedureRepository } from './procedure-contract.ts'
import type { ProfileRepository } from './profile-contract.ts'
import type { ReviewRepository } from './review-contract.ts'
import type { SelfAssessmentRepository } from './self-assessment-contract.ts'
import type { SignatureRepository } from './signature-contract.ts'
import type { VisitRepository } from './visit-contract.ts'

/** One entity's fields in a gesture. */
export interface EntityWrite {
  readonly feed: string
  readonly kind: string
  readonly entity: string
  readonly fields: Readonly<Record<string, JsonValue>>
}

/** Proof that the local transaction resolved with strict durability: only then "đã lưu trên máy" is shown. */
export interface Receipt {
  readonly savedAt: number
  readonly firstN: number
  readonly lastN: number
}

export type SaveResult = Promise<Result<Receipt, Problem>>

/** A place the person's grants cover. */
export interface Place {
  readonly id: string
  readonly parent: string | null
  readonly kind: 'province' | 'area' | 'commune'
  readonly name: string
  readonly code: string
  /** First and last day of a unit that came or went by a merger or a division, and who stands in its place. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly successors?: readonly string[] | undefined
}

/** Who is using this store: written at sign-in, read at every cold start without a network. */
export interface StoredIdentity {
  readonly account: {
    readonly id: string
    readonly username: string
    readonly displayName: string
    readonly isIllustrative: boolean
  }
  readonly replica: string
  readonly grants: readonly Grant[]
  readonly places: readonly Place[]
  /** Who else writes what this person reads, by position; left out by an endpoint of version 1. */
  readonly people?: readonly { readonly id: string; readonly displayName: string }[] | undefined
  /** Of the endpoint's answer this came with: while a round names the same, nothing of it is asked again (SYN-26). */
  readonly grantsVersion?: string
  /** Days without contact after which this device is read no further; left out where the endpoint does not say. */
  readonly readDays?: number | undefined
}

export type SyncPhase = 'idle' | 'sending' | 'offline' | 'problem'

/** What the chip shows. Kept in the store, so that every tab and the next cold start show the same. */
export interface SyncStatus {
  readonly phase: SyncPhase
  /** Own operations the endpoint has not acknowledged. */
  readonly pendingChanges: number
  /** Photos and thumbnails whose bytes the endpoint has not confirmed. */
  readonly pendingPhotos: number
  readonly pendingPhotoBytes: number
  /** Why photos wait although the network is there; null while nothing holds them back. */
  readonly photosWait: PhotoWait | null
  /** Last complete round with nothing left to send, milliseconds since 1970 by this device's clock. */
  readonly lastSentAt: number | null
  /** Last answer of the endpoint. */
  readonly lastContactAt: number | null
  readonly problem: Problem | null
  /** Refused operations kept by the endpoint, waiting for a person. */
  readonly quarantined: number
  /** Fields on which people disagree unseen. */
  readonly conflicts: number
  /** The endpoint's clock minus this device's, in milliseconds; null before the first answer. */
  readonly clockOffset: number | null
  /** Everything up to this n is in a verified backup; compared with lastN. */
  readonly safeN: number
  readonly lastN: number
}

export interface AttentionItem {
  readonly n: number
  readonly code: string
  readonly kind: string
  readonly entity: string
  readonly feed: string
  readonly at: number
  /** Somebody with the right to put it away for good, and why; absent while nobody has decided. */
  readonly dismissed?: { readonly reason: string; readonly at: number }
}

export interface ConflictItem {
  readonly feed: string
  readonly entity: string
  readonly kind: string
  readonly field: string
  readonly heads: readonly {
    readonly value: JsonValue
    /** Account id. */
    readonly author: string
    /** Where the endpoint has told it; also of this person. */
    readonly authorName?: string
    readonly at: number
  }[]
}

/** One run of the sync engine that moved something or failed. */
export interface TransferEntry {
  /** When it began, by this device's clock, and how long it took; milliseconds. */
  readonly at: number
  readonly ms: number
  /** Own operations acknowledged. */
  readonly ops: number
  /** Records written from what came. */
  readonly records: number
  /** Own photo files sent, thumbnails among them. */
  readonly photos: number
  /** Thumbnails of others fetched. */
  readonly thumbnails: number
  /** Bytes of bodies sent and received. */
  readonly up: number
  readonly down: number
  /** What ended it early. */
  readonly problem: Problem | null
}

export interface SyncCentreRepository {
  status(): Promise<SyncStatus>
  attention(): Promise<readonly AttentionItem[]>
  conflicts(): Promise<readonly ConflictItem[]>
  /** Settles a conflict by an ordinary write that saw every head (CHG-8). */
  resolve(conflict: ConflictItem, value: JsonValue): SaveResult
  /** Pending operations by kind, for "24 câu trả lời, 1 phát hiện". */
  pendingByKind(): Promise<Readonly<Record<string, number>>>
  /** Unsent operations, for the rescue export. */
  unsentOps(): Promise<readonly Op[]>
  /** The last runs that moved something or failed, the newest first, at most 20. */
  transfers(): Promise<readonly TransferEntry[]>
  /** How many records on this device are of kinds that this version does not know. */
  newerRecords(): Promise<number>
}

/** Text being typed, written every 250 ms and on hide, so that a killed browser loses at most a blink (D15). */
export interface DraftRepository {
  put(key: string, value: JsonValue): Promise<Result<null, Problem>>
  get(key: string): Promise<JsonValue | undefined>
  remove(key: string): Promise<void>
}

/** The store of one person on this browser profile. */
export interface PersonStore {
  readonly identity: StoredIdentity
  readonly assessments: SelfAssessmentRepository
  readonly audits: InternalAuditRepository
  readonly onSite: AuditOnSiteRepository
  readonly auditPlanning: AuditPlanningRepository
  readonly evidence: EvidenceRepository
  readonly pilot: PilotRepository
  readonly plans: PlanRepository
  readonly communes: CommuneRepository
  readonly cockpit: CockpitRepository
  readonly visits: VisitRepository
  readonly obstacles: ObstacleRepository
  readonly country: CountryRepository
  readonly amendments: AmendmentRepository
  readonly reviews: ReviewRepository
  readonly managementReviews: ManagementReviewRepository
  readonly declarations: DeclarationRepository
  readonly corrective: CorrectiveRepository
  readonly fillings: FormFillingRepository
  readonly fillingReviews: FillingReviewRepository
  readonly forms: FormLibraryRepository
  readonly activities: ActivityRepository
  readonly inspections: InspectionRepository
  readonly inheritances: InheritanceRepository
  readonly signatures: SignatureRepository
  readonly procedures: ProcedureRepository
  readonly profiles: ProfileRepository
  readonly syncCentre: SyncCentreRepository
  readonly photos: PhotoSendingRepository
  readonly drafts: DraftRepository
  /** Refreshes the chip and wakes the sync engine after a write. */
  onCommitted(listener: () => void): () => void
  /** Called when grants, places or people of `identity` changed, by this tab or another. Returns how to stop. */
  onIdentity(listener: () => void): () => void
  /** Called once when the store was taken away: a newer version of the app opened it in another tab. Reload then. */
  onClosed(listener: (problem: Problem) => void): () => void
  close(): void
}
