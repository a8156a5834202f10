/**
 * The disk of a browser profile: an IndexedDB that survives its processes. It can be full, lose its connection, lose
 * power in the middle of a transaction (which then never was), be emptied by the system and be put back from an old
 * copy. It looks below IndexedDB, so that a check sees what is stored without waiting and without disturbing anybody.
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'

interface StoredRecord {
  readonly key: unknown
  readonly value: unknown
}

interface RawStore {
  readonly records: { values(): Iterable<StoredRecord> }
  /** Undoing what a transaction wrote comes without a log of its own. */
  storeRecord(record: StoredRecord, noOverwrite: boolean, rollbackLog?: unknown[]): unknown
}

interface RawTransaction {
  _state: string
  readonly mode: string
  readonly _rollbackLog: (() => void)[]
  _requests: unknown[]
}

interface RawConnection {
  _closed: boolean
  _closePending: boolean
}

interface RawDatabase {
  readonly rawObjectStores: Map<string, RawStore>
  transactions: RawTransaction[]
  connections: RawConnection[]
}

interface RawFactory {
  readonly _databases: Map<string, RawDatabase>
  readonly _connectionQueues: Map<string, Promise<unknown>>
}

export type DiskCopy = ReadonlyMap<string, readonly unknown[]>
export type DiskFailure = 'QuotaExceededError' | 'UnknownError'

export class SimDisk {
  factory = new IDBFactory()
  /** What the next write meets, and how many writes meet it. */
  #failure: { readonly name: DiskFailure; left: number } | undefined
  failures = 0
  readonly #patched = new WeakSet<RawStore>()

  get engine() {
    return { indexedDB: this.factory, IDBKeyRange }
  }

  get #inside(): RawFactory {
    return this.factory as unknown as RawFactory
  }

  #raw(name: string): RawDatabase | undefined {
    return this.#inside._databases.get(name)
  }

  /** The values of a store as they lie on the disk now, in the order of their keys. */
  rows<T>(database: string, store: string): readonly T[] {
    const records = this.#raw(database)?.rawObjectStores.get(store)?.records
    return records ? Array.from(records.values(), ({ value }) => value as T) : []
  }

  /** Lets the next writes of a database fail as a browser's do. */
  fail(database: string, name: DiskFailure, writes: number): void {
    this.#failure = { name, left: writes }
    for (const store of this.#raw(database)?.rawObjectStores.values() ?? []) this.#patch(store)
  }

  recover(): void {
    this.#failure = undefined
  }

  #patch(store: RawStore): void {
    if (this.#patched.has(store)) return
    this.#patched.add(store)
    const write = store.storeRecord.bind(store)
    store.storeRecord = (...given) => {
      // What is undone was there before: a disk has room for that.
      const isUndoing = given[2] === undefined
      if (this.#failure && this.#failure.left > 0 && !isUndoing) {
        this.#failure.left--
        this.failures++
        throw new DOMException('the simulation fails this write', this.#failure.name)
      }
      return write(...given)
    }
  }

  /** Every process that used the disk is gone: what was under way is undone, nobody is told. */
  cutPower(): void {
    this.#inside._connectionQueues.clear()
    for (const database of this.#inside._databases.values()) {
      for (const transaction of database.transactions) {
        if (transaction._state === 'finished') continue
        for (const undo of [...transaction._rollbackLog].reverse()) undo()
        transaction._state = 'finished'
        transaction._requests = []
      }
      database.transactions = []
      for (const connection of database.connections) connection._closed = connection._closePending = true
      database.connections = []
    }
  }

  /** Everything of one database, as a backup of the whole machine would hold it. */
  copy(database: string): DiskCopy {
    const stores = this.#raw(database)?.rawObjectStores ?? new Map<string, RawStore>()
    return new Map([...stores.keys()].map((name) => [name, structuredClone(this.rows(database, name))]))
  }

  /** The system, or a person clearing data, took everything. */
  wipe(): void {
    this.factory = new IDBFactory()
  }
}
