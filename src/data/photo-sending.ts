/** The person's rule for sending photos, what waits under it, and how fast the last transfers went: rows of their own. */
import type { RandomSource, Clock } from '#domain/kernel/clock.ts'
import { layBallast } from './ballast.ts'
import type { Connection } from './connection.ts'
import type {
  LinkSpeed,
  PhotoPolicy,
  PhotoSendingRepository,
  PhotoStore,
  WaitingPhotos,
} from '#data/contract/photo-sending-contract.ts'
import { ok } from '#domain/kernel/result.ts'
import type { LocalDatabase } from './local-database.ts'
import { blobRank, ledgerRows } from './photo-ledger.ts'
import { dropWithdrawn, type StorageEstimate } from './photo-room.ts'

export interface PhotoSendingParts {
  readonly connection: Connection
  readonly clock: Clock
  readonly random: RandomSource
  readonly storageEstimate: StorageEstimate
  /** Wakes the sync engine. */
  readonly committed: () => void
}

/** What a person who chose nothing gets: never a surprise on a mobile bill. */
const FIRST_POLICY: PhotoPolicy = 'wifi'
const unmeasured: LinkSpeed = { bytesPerSecond: null, roundTripMs: null }

const read = async <T>(db: LocalDatabase, key: string): Promise<T | undefined> =>
  (await db.meta.get(key))?.box as T | undefined

const policyOf = async (db: LocalDatabase): Promise<PhotoPolicy> => (await read(db, 'photo-policy')) ?? FIRST_POLICY
const speedOf = async (db: LocalDatabase): Promise<LinkSpeed> => (await read(db, 'link-speed')) ?? unmeasured

async function waitingPhotos(db: LocalDatabase): Promise<WaitingPhotos> {
  const rows = await ledgerRows(db, blobRank.thumbnail, blobRank.sent).toArray()
  const photos = rows.filter(({ rank }) => rank === blobRank.photo).length
  // Thumbnails alone: their photos are at the endpoint, and the person still thinks of photos.
  return { count: photos || rows.length, bytes: rows.reduce((sum, { size }) => sum + size, 0) }
}

const allowWaiting = (db: LocalDatabase): PromiseLike<unknown> =>
  ledgerRows(db, blobRank.photo, blobRank.sent).modify((row) => {
    Object.assign(row, { box: { ...row.box, isAllowed: true } })
  })

export function createPhotoSending({ connection, committed }: PhotoSendingParts): PhotoSendingRepository {
  const change = async (work: (db: LocalDatabase) => PromiseLike<unknown>) => {
    const done = await connection.run(work)
    if (done.ok) committed()
    return done.ok ? ok(null) : done
  }
  return {
    policy: () => policyOf(connection.db),
    setPolicy: (policy) => change((db) => db.meta.put({ key: 'photo-policy', box: policy })),
    allowWaiting: () => change(allowWaiting),
    waiting: () => waitingPhotos(connection.db),
    speed: () => speedOf(connection.db),
  }
}

export function createPhotoStore({ connection, clock, random, storageEstimate }: PhotoSendingParts): PhotoStore {
  return {
    policy: () => policyOf(connection.db),
    sentPhotos: () => ledgerRows(connection.db, blobRank.sent, blobRank.safe).primaryKeys(),
    speed: () => speedOf(connection.db),
    keepSpeed: async (speed) => {
      await connection.run((db) => db.meta.put({ key: 'link-speed', box: speed }))
    },
    tidy: async () => {
      await connection.run((db) => dropWithdrawn(db, clock.now()))
      await connection.run((db) => layBallast(db, random, storageEstimate))
    },
  }
}
