/** The store as the sync engine sees it: the methods of `SyncStore`, each on the one connection of the person's store. */
import type { Clock } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { applyAnswer } from './apply-answer.ts'
import { blobBytes, keepBlob, missingThumbnails, pendingBlobs } from './blob-queue.ts'
import type { Connection } from './connection.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { SyncStatusPatch, SyncStore } from '#data/contract/sync-store-contract.ts'
import { adoptForeign, foreignTables } from './foreign.ts'
import { readIn, writeIn } from './in-transaction.ts'
import type { LocalDatabase } from './local-database.ts'
import { readSyncMeta, writeMeta } from './meta.ts'
import { readPosition, readPush } from './outbox.ts'
import { rekeyStore } from './rekey.ts'
import { markSent } from './photo-ledger.ts'
import { createTransferList } from './transfer-list.ts'

export interface RemoteParts {
  readonly connection: Connection
  readonly replica: string
  readonly clock: Clock
  readonly onCommitted: (listener: () => void) => () => void
  readonly identityChanged: (identity: StoredIdentity) => void
}

type Saved = Promise<Result<null, Problem>>

export function createSyncStore({ connection, replica, clock, onCommitted, identityChanged }: RemoteParts): SyncStore {
  const keepTransfer = createTransferList()
  const change = async (work: (db: LocalDatabase) => PromiseLike<unknown>): Saved => {
    const done = await connection.run(work)
    return done.ok ? ok(null) : done
  }
  return {
    position: () => connection.run((db) => readIn(db, [db.meta, db.attention], () => readPosition(db, replica))),
    // What is read ahead asks nothing of `meta`: the answer that comes meanwhile writes there and would have to wait.
    nextPush: (limitBytes, after) =>
      connection.run((db) =>
        readIn(db, after === undefined ? [db.meta, db.own] : [db.own], () => readPush(db, limitBytes, after)),
      ),
    applyAnswer: (answer) => connection.run((db) => applyAnswer(db, answer, clock.now() + (answer.clockOffset ?? 0))),
    adoptForeign: async (ops) => {
      const adopted = await connection.run((db) =>
        writeIn(db, foreignTables(db), () => adoptForeign(db, replica, ops, clock.now())),
      )
      return adopted.ok ? adopted.value : adopted
    },
    rekey: async (identity, first) => {
      const done = await change((db) => rekeyStore(db, identity, first))
      if (done.ok) identityChanged(identity)
      return done
    },
    setIdentity: async (identity, grantsVersion) => {
      const saved = await change((db) => storeIdentity(db, identity, grantsVersion))
      if (saved.ok) identityChanged(identity)
      return saved
    },
    pendingBlobs: (limit) => connection.run((db) => pendingBlobs(db, limit)),
    blobBytes: (sha256) => blobBytes(connection.db, sha256),
    markBlobSent: (sha256) => change((db) => writeIn(db, [db.blobq], () => markSent(db, sha256))),
    dropBlob: (sha256) => change((db) => db.blobq.delete(sha256)),
    missingThumbnails: (limit) => missingThumbnails(connection.db, limit),
    keepBlob: async (sha256, bytes) => {
      await connection.run((db) => keepBlob(db, sha256, bytes, clock.now()))
    },
    setStatus: (patch) => change((db) => storeStatus(db, patch)),
    noteTransfer: (entry) => change((db) => keepTransfer(db, entry)),
    onCommitted,
  }
}

const storeIdentity = (db: LocalDatabase, identity: StoredIdentity, grantsVersion: string): PromiseLike<unknown> =>
  writeIn(db, [db.meta], async () => {
    await writeMeta(db, 'identity', identity)
    await writeMeta(db, 'sync', { ...(await readSyncMeta(db)), grantsVersion })
  })

/** Nothing is written where nothing changes: every write wakes the chip of every tab. */
const storeStatus = (db: LocalDatabase, patch: SyncStatusPatch): PromiseLike<unknown> =>
  writeIn(db, [db.meta], async () => {
    const before = await readSyncMeta(db)
    const after = { ...before, ...patch }
    if (JSON.stringify(before) !== JSON.stringify(after)) await writeMeta(db, 'sync', after)
  })
