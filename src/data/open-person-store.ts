/**
 * Opens the store of one person and hands out its repositories. Nothing is opened that a newer program has written,
 * and a store the system has thrown away is told as that, not as an empty one.
 */
import type { Clock, Hasher, RandomSource } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { Connection } from './connection.ts'
import type { EnvelopeStore } from '#data/contract/envelope-contract.ts'
import type { HandOverStore } from '#data/contract/hand-over-contract.ts'
import type { PersonStore, StoredIdentity } from '#data/contract/store-contract.ts'
import type { PhotoStore } from '#data/contract/photo-sending-contract.ts'
import type { SyncStore } from '#data/contract/sync-store-contract.ts'
import { readIn, writeIn } from './in-transaction.ts'
import { databaseName, LocalDatabase } from './local-database.ts'
import { readCounters, readMeta, readSyncMeta, writeMeta } from './meta.ts'
import { fetchedOnce } from './on-demand.ts'
import { createDraftRepository } from '#data/repositories/draft-repository.ts'
import { repositoriesAtHand, syncAtHand } from './repositories-at-hand.ts'
import { openSealer, type Sealer } from '#data/sealing/sealer.ts'
import type { StorageEstimate } from './photo-room.ts'
import { storageProblem } from './storage-problem.ts'
import type { EngineOptions } from './version-guard.ts'

export interface PersonStoreOptions extends EngineOptions {
  readonly storeId: string
  /** As signed in just now; null at a cold start, when the stored one is read. */
  readonly identity: StoredIdentity | null
  readonly clock: Clock
  readonly random: RandomSource
  readonly hasher: Hasher
  readonly sealer?: Sealer
  /** The device remembers that this store was made before: finding none then means that the system removed it. */
  readonly isExpected?: boolean
  /**
   * Where sign-in gave another replica than the store has: how much of its own operations the endpoint has, null for
   * nothing. Left out where the endpoint did not say.
   */
  readonly former?: { readonly ack: number } | null
  /** What the browser says of its room, for the budget of photos; left out where it says nothing. */
  readonly storageEstimate?: StorageEstimate
}

export type OpenedPersonStore = PersonStore & {
  readonly sync: SyncStore
  readonly photoStore: PhotoStore
  /** Fetches the code of what the first screen does without, ahead of its first use. */
  fetchRest(): Promise<void>
  /** For files that carry work where there is no network; its code comes with the first use. */
  handOver(): Promise<HandOverStore>
  /** Of a sealed store: what leaves this device while it is locked. */
  envelopes(): Promise<EnvelopeStore>
}

type Opened<T> = Promise<Result<T, Problem>>

export async function openPersonStore(options: PersonStoreOptions): Opened<OpenedPersonStore> {
  try {
    const db = new LocalDatabase(databaseName(options.storeId), options.sealer ?? openSealer, options)
    await takeOverIdentity(db, options)
    const identity = await settleIdentity(db, options)
    if (identity.ok) return ok(createStore(new Connection(db, hasCanary), identity.value, options))
    db.close()
    return identity
  } catch (error) {
    const problem = storageProblem(error)
    if (!problem) throw error
    return err(problem)
  }
}

const hasCanary = async (db: LocalDatabase): Promise<boolean> => (await readMeta(db, 'canary')) !== undefined

/** Another replica was given at sign-in: what the endpoint has not goes on under it (DAT-22). */
async function takeOverIdentity(db: LocalDatabase, { identity, former }: PersonStoreOptions): Promise<void> {
  if (identity === null) return
  const [stored, { ack }] = await readIn(db, [db.meta], () => Promise.all([readMeta(db, 'identity'), readSyncMeta(db)]))
  if (!stored || stored.replica === identity.replica) return
  const { rekeyStore } = await import('./rekey.ts')
  await rekeyStore(db, identity, former === undefined ? null : Math.min(ack, former?.ack ?? 0) + 1)
}

/**
 * The canary is the first row of a store: an expected store without it was emptied from outside. The replica id must be
 * the one its operations were numbered under; another one would number them twice.
 */
async function settleIdentity(
  db: LocalDatabase,
  { identity, isExpected, clock }: PersonStoreOptions,
): Opened<StoredIdentity> {
  return writeIn(db, [db.meta], async () => {
    const [canary, stored, counters] = await Promise.all([
      readMeta(db, 'canary'),
      readMeta(db, 'identity'),
      readCounters(db),
    ])
    if (!canary && isExpected) return err({ code: 'storage.evicted' })
    const current = identity ?? stored
    if (!current) return err({ code: 'storage.evicted' })
    if (stored && stored.replica !== current.replica && counters.n > 0) return err({ code: 'device.forked' })
    if (!canary) await writeMeta(db, 'canary', { createdAt: clock.now() })
    if (identity) await keepIdentity(db, identity)
    return ok(current)
  })
}

/** With the version it was told under, so that the first round does not ask for what sign-in has just said (SYN-26). */
async function keepIdentity(db: LocalDatabase, identity: StoredIdentity): Promise<void> {
  await writeMeta(db, 'identity', identity)
  const { grantsVersion } = identity
  if (grantsVersion !== undefined) await writeMeta(db, 'sync', { ...(await readSyncMeta(db)), grantsVersion })
}

function createStore(connection: Connection, first: StoredIdentity, options: PersonStoreOptions): OpenedPersonStore {
  const { clock, random, hasher } = options
  let current = first
  const listeners = new Set<() => void>()
  const onCommitted = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const committed = (): void => {
    for (const listener of listeners) listener()
  }
  const identityListeners = new Set<() => void>()
  const identityChanged = (identity: StoredIdentity): void => {
    current = identity
    for (const listener of identityListeners) listener()
  }
  let stopWatching: (() => void) | undefined
  const later = fetchedOnce(async () => {
    const { createStoreRest, watchIdentity } = await import('./store-rest.ts')
    stopWatching ??= watchIdentity(connection.db, () => current, identityChanged)
    return createStoreRest({
      connection,
      clock,
      random,
      hasher,
      committed,
      onCommitted,
      storageEstimate: options.storageEstimate ?? (async () => null),
      replica: first.replica,
      account: first.account.id,
      identity: () => current,
      identityChanged,
    })
  })
  return {
    get identity() {
      return current
    },
    ...repositoriesAtHand(connection.db, later),
    drafts: createDraftRepository(connection, clock),
    sync: syncAtHand(later, onCommitted),
    fetchRest: () => later(async () => {}),
    handOver: async () => (await import('#data/hand-over/hand-over-store.ts')).createHandOverStore(connection, clock),
    envelopes: async () => (await import('#data/sealing/envelope-store.ts')).createEnvelopeStore(connection),
    onCommitted,
    onClosed: (listener) => connection.onClosed(listener),
    onIdentity: (listener) => {
      identityListeners.add(listener)
      return () => identityListeners.delete(listener)
    },
    close() {
      stopWatching?.()
      connection.close()
    },
  }
}
