// What the store says of a device that has nothing to send and no trouble, with fixed defaults.
import type { SyncStatus } from '#data/contract/store-contract.ts'

export const aStatus = (more: Partial<SyncStatus> = {}): SyncStatus => ({
  phase: 'idle',
  pendingChanges: 0,
  pendingPhotos: 0,
  pendingPhotoBytes: 0,
  photosWait: null,
  lastSentAt: null,
  lastContactAt: null,
  problem: null,
  quarantined: 0,
  conflicts: 0,
  clockOffset: 0,
  safeN: 0,
  lastN: 0,
  ...more,
})
