/**
 * A device of a simulation: the real local store on an IndexedDB that survives kills, and the real engine over HTTP.
 * Killing it forgets everything that was in memory; opening it again is a cold start.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { type Commit, createCommit } from '#data/commit.ts'
import { Connection } from '#data/connection.ts'
import type { SyncPosition, SyncStore } from '#data/contract/sync-store-contract.ts'
import type { GestureWrite } from '#data/gesture.ts'
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import { readCounters } from '#data/meta.ts'
import { createSyncStore } from '#data/remote.ts'
import { openSealer } from '#data/sealing/sealer.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import { createHttpTransport } from '#sync/http-transport.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import type { Locks } from '#sync/sync-edges.ts'
import { createSyncEngine, type SyncEngine } from '#sync/sync-engine.ts'
import { FakeEnvironment, ProfileLocks } from '../engine-rig.ts'
import type { VirtualTime } from '../virtual-time.ts'
import type { Person } from './cast.ts'
import type { SimNetwork } from './sim-network.ts'
import type { StoreMutant } from './store-mutants.ts'

interface Life {
  readonly db: LocalDatabase
  readonly connection: Connection
  readonly store: SyncStore
  readonly commit: Commit
  readonly engine: SyncEngine
  readonly environment: FakeEnvironment
  /** Runs of the engine that hold the lock now. */
  runs: number
}

export interface DeviceParts {
  readonly replica: string
  readonly person: Person
  readonly time: VirtualTime
  readonly startMs: number
  readonly network: SimNetwork
  readonly random: () => number
  readonly onDefect: (error: unknown) => void
  /** A rule broken on purpose. */
  readonly mutant?: StoreMutant
}

export class SimDevice {
  readonly replica: string
  readonly person: Person
  readonly #parts: DeviceParts
  readonly #indexedDB = new IDBFactory()
  readonly #clock: Clock
  #life: Life | undefined
  #token: string | null = null
  /** The wall clock minus the true time, milliseconds. */
  clockError = 0

  constructor(parts: DeviceParts) {
    this.#parts = parts
    this.replica = parts.replica
    this.person = parts.person
    this.#clock = parts.time.wallClock(parts.startMs, () => this.clockError)
  }

  get life(): Life {
    if (!this.#life) throw new Error(`${this.replica} is not running`)
    return this.#life
  }

  async open(): Promise<void> {
    const { replica, person, time, network, random, onDefect } = this.#parts
    const db = new LocalDatabase(databaseName(replica), openSealer, {
      indexedDB: this.#indexedDB,
      IDBKeyRange,
    })
    await db.open()
    const connection = new Connection(db)
    const listeners = new Set<() => void>()
    const onCommitted = (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
    const rightStore = createSyncStore({
      connection,
      replica,
      clock: this.#clock,
      onCommitted,
      identityChanged: () => undefined,
    })
    const store = this.#parts.mutant ? this.#parts.mutant(rightStore, db) : rightStore
    const committed = (): void => listeners.forEach((listener) => listener())
    const commit = createCommit({
      connection,
      author: { replica, account: person.account },
      clock: this.#clock,
      committed,
    })
    const edge = { origin: '', fetch: network.fetchOf(replica), timers: time }
    const keeper = {
      token: () => this.#token,
      keep: async ({ token }: { token: string }) => {
        this.#token = token
      },
    }
    const session = createSessionAccess(edge, replica, { sign: async (text) => text }, keeper)
    const environment = new FakeEnvironment()
    const engine = createSyncEngine({
      replica,
      store,
      transport: createHttpTransport(session),
      clock: this.#clock,
      timers: time,
      locks: this.#countedLocks(),
      environment,
      random,
      onDefect,
    })
    this.#life = { db, connection, store, commit, engine, environment, runs: 0 }
    engine.start()
  }

  #countedLocks(): Locks {
    const locks = new ProfileLocks()
    return {
      tryRun: (name, run) => {
        const life = this.life
        return locks.tryRun(name, async () => {
          life.runs++
          try {
            await run()
          } finally {
            life.runs--
          }
        })
      },
    }
  }

  get isRunning(): boolean {
    return this.#life !== undefined
  }

  /** Nothing is saved, nothing is said: the process is gone. */
  kill(isRequestTravelling: boolean): void {
    const { engine, connection } = this.life
    this.#life = undefined
    void engine.stop()
    this.#parts.network.abandon(this.replica, isRequestTravelling)
    connection.close()
  }

  /** Runs that wait neither for the network nor for a moment: while there are any, the simulation waits. */
  busyRuns(): number {
    const waiting = this.#parts.network.waiting().filter(({ device }) => device === this.replica).length
    return this.#life ? this.#life.runs - waiting : 0
  }

  async position(): Promise<SyncPosition> {
    const position = await this.life.store.position()
    if (!position.ok) throw new Error(position.error.code)
    return position.value
  }

  write(writes: readonly GestureWrite[]): ReturnType<Commit> {
    return this.life.commit(writes)
  }

  /** What one transaction wrote is there in full or not at all. Throws where the numbers and the rows disagree. */
  async checkOwnRows(): Promise<void> {
    const { db } = this.life
    const [counters, ns] = [await readCounters(db), await db.own.toCollection().primaryKeys()]
    const isWhole = ns.length === counters.n && [...ns].sort((a, b) => a - b).every((n, i) => n === i + 1)
    if (!isWhole) throw new Error(`${this.replica}: counter ${counters.n}, own operations ${ns.join()}`)
  }
}
