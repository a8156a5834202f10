/** What the chip says. A module of its own: the chip is drawn at once, the sync centre when somebody opens it. */
import type { SyncStatus } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readCounters, readSyncMeta } from '#data/meta.ts'

/** `blobRank.sent`, without its module: the chip is part of the first screen. */
const FIRST_SENT_RANK = 2

export const readStatus = (db: LocalDatabase): Promise<SyncStatus> =>
  readIn(db, [db.meta, db.blobq, db.attention, db.ent], () => statusOf(db))

async function statusOf(db: LocalDatabase): Promise<SyncStatus> {
  const [counters, sync, queue, quarantined, conflicts] = await Promise.all([
    readCounters(db),
    readSyncMeta(db),
    db.blobq.where('[rank+n]').below([FIRST_SENT_RANK]).toArray(),
    db.attention.count(),
    db.ent.where('c').equals(1).count(),
  ])
  return {
    phase: sync.phase,
    pendingChanges: Math.max(0, counters.n - sync.ack),
    pendingPhotos: queue.length,
    pendingPhotoBytes: queue.reduce((sum, { size }) => sum + size, 0),
    photosWait: queue.length === 0 ? null : sync.photosWait,
    lastSentAt: sync.lastSentAt,
    lastContactAt: sync.lastContactAt,
    problem: sync.problem,
    quarantined,
    conflicts,
    clockOffset: sync.clockOffset,
    safeN: sync.safe,
    lastN: counters.n,
  }
}
