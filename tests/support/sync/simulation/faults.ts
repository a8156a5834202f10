/** Everything the simulation does to its world on purpose. Each has to happen, or the run proves less than it says. */
import { type NetworkFault, networkFaults } from './sim-network.ts'

export const worldFaults = [
  // device
  'killedIdle',
  'killedInRequest',
  'killedWhileSaving',
  'killedWhileSyncing',
  'killedWhileApplying',
  'killedWhileOpening',
  'quotaExceeded',
  'connectionLost',
  'evicted',
  'restoredFromOsBackup',
  'clonedProfile',
  'tookAnotherReplica',
  'signedInAnew',
  'secondTab',
  'userSwitched',
  'clockAhead',
  'clockBehind',
  'clockStepsBack',
  'upgradedWithOutbox',
  'downgraded',
  'wentOffline',
  // endpoint
  'lateArrival',
  'endpointRestarted',
  'endpointKilledInRequest',
  'endpointRestored',
  'endpointDiskFull',
  'secondInstance',
  'compactedBelowCursor',
  'compactionCut',
  'epochBumped',
  // authority
  'sessionExpired',
  'grantRemoved',
  'grantRegained',
  'roleChanged',
  'communeMerged',
  'deviceRevoked',
  'forbiddenWrite',
  'sealedRewritten',
  'forgedAuthor',
  'forgedFeed',
  'malformedOp',
  'backDatedStamp',
  'unknownKind',
  // photos
  'photoCut',
  'photoChunkDamaged',
  'photoConfirmationLost',
  'photoQuotaFull',
  'photoTakenTwice',
  'photoRecordRemoved',
  'photoFreed',
  // file
  'fileToColleague',
  'fileTwice',
  'fileToEndpoint',
  'fileOutOfOrder',
  'fileFromRevokedDevice',
  'sealedFileToEndpoint',
  'sealedFileByCarrier',
  'sealedFileAgain',
  'sealedFileDamaged',
  'readableFile',
  'receiptCarried',
  'newsByFile',
  'newsOutOfDate',
  'newsToAnother',
] as const
export type Fault = NetworkFault | (typeof worldFaults)[number]
export const allFaults: readonly Fault[] = [...networkFaults, ...worldFaults]

/** A count per fault, at zero. */
export const nothingInjected = (): Record<Fault, number> =>
  Object.fromEntries(allFaults.map((fault) => [fault, 0])) as Record<Fault, number>
