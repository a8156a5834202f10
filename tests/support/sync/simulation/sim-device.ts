/**
 * A device of a simulation: the real local store on a disk that survives kills, and the real engine over HTTP, in one
 * or two tabs. Killing it forgets everything that was in memory; opening it again is a cold start.
 */
import { argon2idKey } from '#app/lock/argon2id-key.ts'
import { Dexie } from 'dexie'
import { type Commit, createCommit } from '#data/commit.ts'
import { Connection } from '#data/connection.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { SyncPosition, SyncStore } from '#data/contract/sync-store-contract.ts'
import { entityRow } from '#data/entity-row.ts'
import type { GestureWrite } from '#data/gesture.ts'
import { createHandOverStore } from '#data/hand-over/hand-over-store.ts'
import { writeIn } from '#data/in-transaction.ts'
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import { type Counters, ensureCursor, readCounters, readMeta, writeMeta } from '#data/meta.ts'
import { createSyncStore } from '#data/remote.ts'
import type { BlobQueueRow, BlobRow, EntityRow, MetaRow, OwnRow } from '#data/rows.ts'
import { openSealer } from '#data/sealing/sealer.ts'
import { applyOp } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import { createPlaceDirectory } from '#server/identity/place-tree.ts'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import { createPhotoStore } from '#data/photo-sending.ts'
import { dropWithdrawn } from '#data/photo-room.ts'
import { createBlobExchange } from '#sync/blob-exchange.ts'
import { createHttpTransport } from '#sync/http-transport.ts'
import { createPhotoQuestions } from '#sync/photo-questions.ts'
import { createPhotoTransfer } from '#sync/photo-transfer.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import type { Locks, Timers } from '#sync/sync-edges.ts'
import { createSyncEngine, type SyncEngine } from '#sync/sync-engine.ts'
import { createDeviceKeyPair, type DeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { FakeEnvironment, ProfileLocks } from '../engine-rig.ts'
import type { Person } from './cast.ts'
import { type DiskCopy, SimDisk } from './sim-disk.ts'
import { sha256Of } from './sim-photos.ts'
import { createSimUpload } from './sim-upload.ts'
import type { Mutant } from './store-mutants.ts'

export interface Tab {
  readonly db: LocalDatabase
  readonly connection: Connection
  readonly store: SyncStore
  readonly commit: Commit
  readonly engine: SyncEngine
  readonly environment: FakeEnvironment
}

export interface Edges {
  readonly timers: Timers
  readonly fetch: typeof fetch
}

export interface DeviceParts {
  readonly replica: string
  /** Signs what is handed over; sessions of the simulation are proved by a text. */
  readonly key?: DeviceKeyPair
  /** How the simulation calls it, where that is not the replica. */
  readonly name?: string
  readonly person: Person
  /** The true time, milliseconds since 1970. */
  readonly now: () => number
  /** Asked at every opening: what timers and answers start belongs to the process that was opened then. */
  readonly edges: () => Edges
  readonly random: () => number
  readonly onDefect: (error: unknown) => void
  /** Left out where there are none: a run then ends with its text. */
  readonly sendsPhotos?: boolean
  readonly disk?: SimDisk
  /** A rule broken on purpose. */
  readonly mutant?: Mutant
}

/** What sign-in wrote down; the first round brings the rest. */
const nobody = (replica: string, account: string): StoredIdentity => ({
  replica,
  account: { id: account, username: account, displayName: account, isIllustrative: true },
  grants: [],
  places: [],
})

/** The ballast, which needs it, is not laid here. */
const noRandom = { bytes: (length: number) => new Uint8Array(length) }

export class SimDevice {
  /** How the simulation calls it, whatever replica it writes under. */
  readonly name: string
  readonly person: Person
  readonly disk: SimDisk
  readonly key: DeviceKeyPair
  readonly #parts: DeviceParts
  readonly #clock: Clock
  #locks = new ProfileLocks()
  #tabs: Tab[] = []
  #token: string | null = null
  /** The replica it was enrolled as; the store may have taken another since. */
  #first: string
  /** Where half-sent photos go on: the browser's small storage, which survives its processes. */
  readonly #uploads = new Map<string, string>()
  /** Runs of the engine that hold the lock now. */
  runs = 0
  /** The wall clock minus the true time, milliseconds. */
  clockError = 0
  /** The app was updated to one with a newer database; an older one must not open it any more. */
  isUpgraded = false

  constructor(parts: DeviceParts) {
    this.#parts = parts
    this.name = parts.name ?? parts.replica
    this.#first = parts.replica
    this.person = parts.person
    this.disk = parts.disk ?? new SimDisk()
    this.key = parts.key ?? createDeviceKeyPair()
    this.#clock = { now: () => parts.now() + this.clockError }
  }

  get database(): string {
    return databaseName(this.name)
  }

  get replica(): string {
    return this.counters().replica ?? this.#first
  }

  get life(): Tab {
    const tab = this.#tabs[0]
    if (!tab) throw new Error(`${this.replica} is not running`)
    return tab
  }

  get tabs(): readonly Tab[] {
    return this.#tabs
  }

  get isRunning(): boolean {
    return this.#tabs.length > 0
  }

  async #openDatabase(isUpgraded: boolean): Promise<LocalDatabase> {
    const db = new LocalDatabase(this.database, openSealer, this.disk.engine)
    if (isUpgraded) db.version(900).stores({ later: 'key' })
    await db.open()
    return db
  }

  /** Opens the app, or one more tab of it. */
  async open(): Promise<void> {
    const { person, edges, random, onDefect, mutant } = this.#parts
    const { timers, fetch } = edges()
    let replica = this.replica
    const db = await this.#openDatabase(this.isUpgraded)
    if (!(await readMeta(db, 'identity'))) await writeMeta(db, 'identity', nobody(replica, person.account))
    const connection = new Connection(db)
    const listeners = new Set<() => void>()
    const onCommitted = (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
    const clock = this.#clock
    const identityChanged = (identity: { readonly replica: string }): void => {
      replica = identity.replica
    }
    const rightStore = createSyncStore({ connection, replica, clock, onCommitted, identityChanged })
    const store = mutant?.store?.(rightStore, db) ?? rightStore
    const committed = (): void => listeners.forEach((listener) => listener())
    const author = { replica, account: person.account }
    const rightCommit = createCommit({ connection, author, clock, committed, noteFull: async () => undefined })
    const commit = mutant?.commit?.(rightCommit, db) ?? rightCommit
    const keeper = {
      token: () => this.#token,
      keep: async ({ token }: { token: string }) => {
        this.#token = token
      },
    }
    const edge = { origin: '', fetch, timers }
    const session = createSessionAccess(edge, () => replica, { sign: async (text) => text }, keeper)
    const environment = new FakeEnvironment()
    const rightTransport = createHttpTransport(session)
    const parts = { connection, clock, random: noRandom, storageEstimate: async () => null, committed }
    const photoStore = createPhotoStore(parts)
    // Bytes leave a week after their record: now and then is often enough to meet every other event.
    const tidy = async (): Promise<void> =>
      void (random() < 0.1 && (await connection.run((at) => dropWithdrawn(at, clock.now()))))
    const hasher = { sha256: async (bytes: Uint8Array) => sha256Of(bytes) }
    const withPhotos = {
      questions: createPhotoQuestions(photoStore, timers),
      photos: createPhotoTransfer({
        store,
        photos: { policy: async () => 'always', tidy },
        blobs: createBlobExchange(session, hasher, createSimUpload(edge, this.#uploads)),
        network: { kind: () => 'free' },
      }),
    }
    const engine = createSyncEngine({
      ...(this.#parts.sendsPhotos ? withPhotos : {}),
      replica: this.name,
      store,
      transport: mutant?.transport?.(rightTransport) ?? rightTransport,
      clock,
      timers,
      locks: this.#countedLocks(),
      environment,
      random,
      onDefect,
    })
    this.#tabs.push({ db, connection, store, commit, engine, environment })
    engine.start()
  }

  #countedLocks(): Locks {
    const locks = this.#locks
    return {
      tryRun: (name, run) =>
        locks.tryRun(name, async () => {
          this.runs++
          try {
            await run()
          } finally {
            this.runs--
          }
        }),
    }
  }

  /** Closes the second tab in good order. */
  async closeTab(): Promise<void> {
    const tab = this.#tabs.length > 1 ? this.#tabs.pop() : undefined
    if (!tab) return
    await tab.engine.stop()
    tab.connection.close()
  }

  /** Nothing is saved, nothing is said: the process is gone. */
  kill(): void {
    for (const { engine } of this.#tabs) void engine.stop()
    this.#tabs = []
    this.runs = 0
    this.#locks = new ProfileLocks()
    this.disk.cutPower()
  }

  /** The browser forgot everything, and the person signed in again. */
  evict(replica: string): void {
    this.disk.wipe()
    this.#uploads.clear()
    this.#first = replica
    this.#token = null
    this.isUpgraded = false
  }

  /** Puts an old copy of the whole database back, as a restored machine finds it. */
  async putBack(copy: DiskCopy): Promise<void> {
    this.disk.wipe()
    const db = await this.#openDatabase(this.isUpgraded)
    await writeIn(db, db.tables, async () => {
      for (const [store, values] of copy) if (values.length > 0) await db.table(store).bulkPut([...values])
    })
    db.close()
  }

  /** The endpoint knows this replica no more: the person signs in, and the store goes on under another one. */
  async signIn(replica: string): Promise<void> {
    const { db, store } = this.life
    const identity = { ...((await readMeta(db, 'identity')) as StoredIdentity), replica }
    const rekeyed = await store.rekey(identity, 1)
    if (!rekeyed.ok) throw new Error(`I1: ${this.name} could not take another replica: ${rekeyed.error.code}`)
    this.#token = null
  }

  /** An older app meets the database of a newer one. True where it refused to open it. */
  async isRefusedToOldApp(): Promise<boolean> {
    try {
      const db = await this.#openDatabase(false)
      db.close()
      return false
    } catch (error) {
      return error instanceof Dexie.DexieError && error.name === 'VersionError'
    }
  }

  /** What making and opening hand-over files needs, as the app puts it together. */
  get handOver(): HandOverParts {
    const { connection, store } = this.life
    const identity = (): StoredIdentity => ({ ...(this.#meta('identity') as StoredIdentity), replica: this.replica })
    return {
      store: createHandOverStore(connection, this.#clock),
      sync: store,
      signer: { sign: async (text) => this.key.sign(text) },
      clock: this.#clock,
      identity,
      tree: () => createPlaceDirectory(identity().places as readonly WirePlace[]),
      stretch: argon2idKey,
    }
  }

  async position(): Promise<SyncPosition> {
    const position = await this.life.store.position()
    if (!position.ok) throw new Error(position.error.code)
    return position.value
  }

  write(writes: readonly GestureWrite[]): ReturnType<Commit> {
    return this.life.commit(writes)
  }

  /** An operation as this version would never make it: of a manipulated client, or of a newer one. */
  async forge(change: Partial<Op> & Pick<Op, 's' | 'k' | 'e' | 'f'>): Promise<Op> {
    const { db } = this.life
    return writeIn(db, [db.own, db.meta, db.ent], async () => {
      const counters = await readCounters(db)
      const [n, h] = [counters.n + 1, counters.hlc + 1]
      const op: Op = { d: counters.replica ?? this.#first, n, h, u: this.person.account, sv: 1, ...change }
      await db.own.add({ n, feed: op.s, e: op.e, kind: op.k, box: op })
      const before = await db.ent.get([op.s, op.e])
      const state = { feed: op.s, entity: op.e, kind: op.k, regs: applyOp(before?.box ?? {}, op) }
      await db.ent.put(entityRow(state, n))
      await ensureCursor(db, op.s)
      await writeMeta(db, 'counters', { ...counters, n, hlc: h })
      return op
    })
  }

  /** Own operations on the disk now. */
  own(): readonly OwnRow[] {
    return this.disk.rows<OwnRow>(this.database, 'own')
  }

  entities(): readonly EntityRow[] {
    return this.disk.rows<EntityRow>(this.database, 'ent')
  }

  foreign(): readonly { readonly box: Op }[] {
    return this.disk.rows(this.database, 'foreign')
  }

  /** Hashes of the photos and thumbnails on the disk; own ones name the feed they were taken for. */
  photos(): ReadonlyMap<string, { readonly isOwn: boolean; readonly rank: number | undefined }> {
    const ranks = new Map(
      this.disk.rows<BlobQueueRow>(this.database, 'blobq').map(({ sha, rank }) => [sha, rank as number]),
    )
    const rows = this.disk.rows<BlobRow>(this.database, 'blob')
    return new Map(rows.map(({ sha, box }) => [sha, { isOwn: box.feed !== '', rank: ranks.get(sha) }]))
  }

  #meta<T>(key: string): T | undefined {
    return this.disk.rows<MetaRow>(this.database, 'meta').find((row) => row.key === key)?.box as T | undefined
  }

  /** How far it has read each feed. */
  cursors(): readonly MetaRow[] {
    return this.disk.rows<MetaRow>(this.database, 'meta').filter(({ key }) => key.startsWith('cur:'))
  }

  counters(): Counters {
    return this.#meta<Counters>('counters') ?? { n: 0, hlc: 0 }
  }

  syncMeta(): { readonly ack: number; readonly safe: number; readonly problem: { readonly code: string } | null } {
    return this.#meta('sync') ?? { ack: 0, safe: 0, problem: null }
  }

  /**
   * What one transaction wrote is there in full or not at all (DAT-1, DAT-2), and nothing left before a backup held it.
   * To be asked while no transaction is under way.
   */
  checkOwnRows(backedUp: number): void {
    const ns = new Set(this.own().map(({ n }) => n))
    const { n: last } = this.counters()
    for (let n = 1; n <= last; n++)
      if (!ns.has(n) && n > backedUp)
        throw new Error(`I1: ${this.replica} counts to ${last}, ${n} is gone and in no backup`)
    if (Math.max(0, ...ns) > last)
      throw new Error(`I1: ${this.replica} counts to ${last} and holds own ${[...ns].join()}`)
  }
}
