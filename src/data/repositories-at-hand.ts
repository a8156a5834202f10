/**
 * The repositories of an open store: the few lists of the first screen read at once, the rest on demand. Whoever uses
 * them sees no difference. A method added to a contract has to be named here, or this file does not compile.
 */
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import type { LocalDatabase } from './local-database.ts'
import { onDemand, type WithRest } from './on-demand.ts'
import { listAssessments } from '#data/repositories/assessment-list.ts'
import { listAudits, listPublishedFindings } from '#data/repositories/audit-list.ts'
import { readPilot, stageEntity } from '#data/repositories/pilot-reader.ts'
import { readPlans } from '#data/repositories/plan-reader.ts'
import { readStatus } from '#data/repositories/sync-status.ts'
import type { StoreRest } from './store-rest.ts'

type Later = WithRest<StoreRest>

export const repositoriesAtHand = (db: LocalDatabase, later: Later): Omit<StoreRest, 'sync'> => ({
  assessments: assessmentsAtHand(db, later),
  audits: auditsAtHand(db, later),
  auditPlanning: onDemand(later, 'auditPlanning', [
    'board',
    'auditors',
    'saveAuditor',
    'programme',
    'saveProgramme',
    'saveSlot',
    'removeSlot',
    'plan',
    'startPlan',
    'savePlan',
    'removePlan',
    'saveSession',
    'removeSession',
    'moveSession',
    'shiftPlan',
    'approvals',
    'decide',
  ]),
  onSite: onDemand(later, 'onSite', [
    'addOwnItem',
    'addFormItems',
    'removeOwnItem',
    'share',
    'addSample',
    'removeSample',
    'saveMeeting',
    'saveAttendance',
    'removeAttendance',
    'saveWords',
    'respond',
    'oldAnswers',
  ]),
  evidence: onDemand(later, 'evidence', [
    'add',
    'addDocument',
    'listOf',
    'describe',
    'remove',
    'bytes',
    'keep',
    'room',
    'freeSafe',
  ]),
  pilot: {
    ...onDemand(later, 'pilot', ['start', 'declare', 'confirm', 'sendBack']),
    plans: () => readPlans(db),
    ofCommune: (unitId, today) => readPilot(db, unitId, today),
    stageEntity,
  },
  plans: onDemand(later, 'plans', ['get', 'nextId', 'save', 'archive']),
  communes: onDemand(later, 'communes', ['list', 'get']),
  cockpit: onDemand(later, 'cockpit', ['view', 'commune']),
  visits: onDemand(later, 'visits', [
    'list',
    'latest',
    'get',
    'save',
    'planned',
    'plan',
    'changePlanned',
    'reorder',
    'cancelPlanned',
    'seal',
    'reopen',
  ]),
  obstacles: onDemand(later, 'obstacles', ['list', 'raise', 'step', 'delays', 'explain']),
  country: onDemand(later, 'country', ['summaries']),
  amendments: onDemand(later, 'amendments', ['listOf', 'add']),
  reviews: onDemand(later, 'reviews', [
    'of',
    'verify',
    'decide',
    'startRevision',
    'actions',
    'addAction',
    'changeAction',
    'moveAction',
    'distribution',
    'shareDistribution',
  ]),
  corrective: onDemand(later, 'corrective', [
    'list',
    'get',
    'openedFrom',
    'unrequested',
    'open',
    'move',
    'repeat',
    'nextId',
  ]),
  managementReviews: onDemand(later, 'managementReviews', [
    'list',
    'get',
    'start',
    'save',
    'saveInput',
    'saveAttendee',
    'removeAttendee',
    'seal',
    'facts',
  ]),
  declarations: onDemand(later, 'declarations', ['list', 'get', 'outlook', 'declare', 'addEvent', 'decay']),
  fillings: onDemand(later, 'fillings', [
    'list',
    'get',
    'start',
    'save',
    'submit',
    'move',
    'atVisit',
    'takeAway',
    'submission',
  ]),
  fillingReviews: onDemand(later, 'fillingReviews', [
    'of',
    'ofSubmission',
    'photos',
    'verify',
    'decide',
    'startRevision',
  ]),
  forms: onDemand(later, 'forms', ['list', 'load', 'publish', 'withdraw', 'offerAgain']),
  activities: onDemand(later, 'activities', ['exported', 'looked']),
  inspections: onDemand(later, 'inspections', [
    'list',
    'records',
    'get',
    'begin',
    'saveHead',
    'save',
    'chooseOutline',
    'answer',
    'saveShortcoming',
    'removeShortcoming',
    'seal',
    'reopen',
    'sealRemedy',
  ]),
  inheritances: onDemand(later, 'inheritances', ['list', 'of', 'originOf', 'decide']),
  signatures: onDemand(later, 'signatures', ['listOf', 'sign', 'hashOf']),
  procedures: onDemand(later, 'procedures', ['list', 'get', 'save', 'addAll']),
  profiles: onDemand(later, 'profiles', ['get', 'save', 'facts', 'progressFacts', 'bringProgress']),
  photos: onDemand(later, 'photos', ['policy', 'setPolicy', 'allowWaiting', 'waiting', 'speed']),
  photoStore: onDemand(later, 'photoStore', ['policy', 'sentPhotos', 'speed', 'keepSpeed', 'tidy']),
  syncCentre: {
    ...onDemand(later, 'syncCentre', [
      'attention',
      'conflicts',
      'resolve',
      'pendingByKind',
      'unsentOps',
      'transfers',
      'newerRecords',
    ]),
    status: () => readStatus(db),
  },
})

const assessmentsAtHand = (db: LocalDatabase, later: Later): PersonStore['assessments'] => ({
  ...onDemand(later, 'assessments', ['get', 'question', 'start', 'saveAnswer', 'move', 'submit', 'submissions']),
  list: (unitId) => listAssessments(db, unitId),
})

const auditsAtHand = (db: LocalDatabase, later: Later): PersonStore['audits'] => ({
  ...onDemand(later, 'audits', [
    'get',
    'start',
    'saveItem',
    'saveFinding',
    'removeFinding',
    'conclude',
    'reports',
    'reportOf',
  ]),
  list: (unitId) => listAudits(db, unitId),
  publishedFindings: (unitIds) => listPublishedFindings(db, unitIds),
})

export const syncAtHand = (later: Later, onCommitted: SyncStore['onCommitted']): SyncStore => ({
  ...onDemand(later, 'sync', [
    'position',
    'nextPush',
    'applyAnswer',
    'adoptForeign',
    'rekey',
    'setIdentity',
    'pendingBlobs',
    'blobBytes',
    'markBlobSent',
    'dropBlob',
    'missingThumbnails',
    'keepBlob',
    'setStatus',
    'noteTransfer',
  ]),
  onCommitted,
})
