/**
 * Everything of a person's store that the first screen does without: what writes, what reads single records, and what
 * the sync engine needs. One chunk, fetched when the first screen is drawn (see `on-demand.ts`).
 */
import type { Clock, Hasher, RandomSource } from '#domain/kernel/clock.ts'
import { createCommit } from './commit.ts'
import type { Connection } from './connection.ts'
import type { PersonStore, StoredIdentity } from '#data/contract/store-contract.ts'
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import type { PhotoStore } from '#data/contract/photo-sending-contract.ts'
import { createPhotoSending, createPhotoStore } from './photo-sending.ts'
import { createLearntRoom } from './learnt-room.ts'
import type { StorageEstimate } from './photo-room.ts'
import { createSyncStore } from './remote.ts'
import { createActivityRepository } from '#data/repositories/activity-repository.ts'
import { createAmendmentRepository } from '#data/repositories/amendment-repository.ts'
import { createAuditPlanningRepository } from '#data/repositories/audit-planning-repository.ts'
import { createAuditOnSiteRepository } from '#data/repositories/audit-on-site-repository.ts'
import { createCockpitRepository } from '#data/repositories/cockpit-repository.ts'
import { createCommuneRepository } from '#data/repositories/commune-repository.ts'
import { createCorrectiveRepository } from '#data/repositories/corrective-repository.ts'
import { createCountryRepository } from '#data/repositories/country-repository.ts'
import { createDeclarationRepository } from '#data/repositories/declaration-repository.ts'
import { createEvidenceRepository } from '#data/repositories/evidence-repository.ts'
import { createFillingReviewRepository } from '#data/repositories/filling-review-repository.ts'
import { createFormFillingRepository } from '#data/repositories/form-filling-repository.ts'
import { createFormLibraryRepository } from '#data/repositories/form-library-repository.ts'
import { createInheritanceRepository } from '#data/repositories/inheritance-repository.ts'
import { createInspectionRepository } from '#data/repositories/inspection-repository.ts'
import { createInternalAuditRepository } from '#data/repositories/internal-audit-repository.ts'
import { createManagementReviewRepository } from '#data/repositories/management-review-repository.ts'
import { createObstacleRepository } from '#data/repositories/obstacle-repository.ts'
import { createPilotRepository } from '#data/repositories/pilot-repository.ts'
import { createPlanRepository } from '#data/repositories/plan-repository.ts'
import { createProcedureRepository } from '#data/repositories/procedure-repository.ts'
import { createProfileRepository } from '#data/repositories/profile-repository.ts'
import { createReviewRepository } from '#data/repositories/review-repository.ts'
import { createSelfAssessmentRepository } from '#data/repositories/self-assessment-repository.ts'
import { createSignatureRepository } from '#data/repositories/signature-repository.ts'
import { createSyncCentreRepository } from '#data/repositories/sync-centre-repository.ts'
import { createVisitRepository } from '#data/repositories/visit-repository.ts'

export { watchIdentity } from './watch-identity.ts'

export interface StoreParts {
  readonly connection: Connection
  readonly clock: Clock
  readonly random: RandomSource
  readonly hasher: Hasher
  readonly replica: string
  /** Account id of whoever writes. */
  readonly account: string
  readonly identity: () => StoredIdentity
  readonly identityChanged: (identity: StoredIdentity) => void
  /** Called after each local write. */
  readonly committed: () => void
  readonly onCommitted: (listener: () => void) => () => void
  readonly storageEstimate: StorageEstimate
}

type Repositories = Pick<
  PersonStore,
  | 'assessments'
  | 'audits'
  | 'onSite'
  | 'auditPlanning'
  | 'evidence'
  | 'pilot'
  | 'plans'
  | 'communes'
  | 'cockpit'
  | 'visits'
  | 'obstacles'
  | 'country'
  | 'amendments'
  | 'reviews'
  | 'managementReviews'
  | 'declarations'
  | 'corrective'
  | 'fillings'
  | 'fillingReviews'
  | 'forms'
  | 'activities'
  | 'inspections'
  | 'inheritances'
  | 'signatures'
  | 'procedures'
  | 'profiles'
  | 'syncCentre'
  | 'photos'
>

export type StoreRest = Repositories & { readonly sync: SyncStore; readonly photoStore: PhotoStore }

export function createStoreRest(all: StoreParts): StoreRest {
  const { connection, clock, random, hasher, replica, account, identity, identityChanged, committed, onCommitted } = all
  const { storageEstimate } = all
  const learntRoom = createLearntRoom(storageEstimate, clock)
  const photoParts = { connection, clock, random, storageEstimate, committed }
  const commit = createCommit({
    connection,
    author: { replica, account },
    clock,
    committed,
    noteFull: learntRoom.noteFull,
  })
  const parts = { db: connection.db, commit, identity, clock, random, hasher, storageEstimate, learntRoom }
  return {
    assessments: createSelfAssessmentRepository(parts),
    audits: createInternalAuditRepository(parts),
    onSite: createAuditOnSiteRepository(parts),
    auditPlanning: createAuditPlanningRepository(parts),
    evidence: createEvidenceRepository(parts),
    pilot: createPilotRepository(parts),
    plans: createPlanRepository(parts),
    communes: createCommuneRepository(parts),
    cockpit: createCockpitRepository(parts),
    visits: createVisitRepository(parts),
    obstacles: createObstacleRepository(parts),
    country: createCountryRepository(parts),
    amendments: createAmendmentRepository(parts),
    reviews: createReviewRepository(parts),
    managementReviews: createManagementReviewRepository(parts),
    declarations: createDeclarationRepository(parts),
    corrective: createCorrectiveRepository(parts),
    fillings: createFormFillingRepository(parts),
    fillingReviews: createFillingReviewRepository(parts),
    activities: createActivityRepository(parts),
    inspections: createInspectionRepository(parts),
    inheritances: createInheritanceRepository(parts),
    signatures: createSignatureRepository(parts),
    procedures: createProcedureRepository(parts),
    profiles: createProfileRepository(parts),
    syncCentre: createSyncCentreRepository(parts),
    forms: createFormLibraryRepository(parts),
    photos: createPhotoSending(photoParts),
    photoStore: createPhotoStore(photoParts),
    sync: createSyncStore({ connection, replica, clock, onCommitted, identityChanged }),
  }
}
