/**
 * An old program must not write into what a newer one has changed (rule DAT-8). Where the installed version is higher,
 * Dexie 4 opens the database a second time without a version, silently, and may even patch its schema. That second
 * way is taken from it here, below Dexie, so that it holds for the first opening and for every later one.
 */
import type { DexieOptions } from 'dexie'

/** The engine to hand to Dexie: opens only with a version, and so never a database of a higher one. */
export function refuseNewerVersions(engine: IDBFactory): IDBFactory {
  const open: IDBFactory['open'] = (name, version) => {
    if (version === undefined) throw new DOMException('the database is of a newer version', 'VersionError')
    return engine.open(name, version)
  }
  return new Proxy(engine, {
    get: (target, key) => {
      if (key === 'open') return open
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

export interface EngineOptions {
  /** The browser's own where left out; a test hands in one of its own. */
  readonly indexedDB?: IDBFactory
  readonly IDBKeyRange?: NonNullable<DexieOptions['IDBKeyRange']>
}

/** Throws where the browser has no IndexedDB to offer, as some do in a private window. */
export function dexieEngine({ indexedDB = globalThis.indexedDB, IDBKeyRange = globalThis.IDBKeyRange }: EngineOptions) {
  if (indexedDB === undefined) throw new DOMException('no IndexedDB in this browser', 'InvalidStateError')
  return { indexedDB: refuseNewerVersions(indexedDB), IDBKeyRange }
}
