/** An engine on virtual time with a memory store and a scripted endpoint: everything a test wants to touch, in one place. */
import type { Relay } from '#sync/hand-over/relay.ts'
import type { PhotoTransfer } from '#sync/photo-transfer.ts'
import type { Environment, Locks } from '#sync/sync-edges.ts'
import { createSyncEngine, type SyncEngine } from '#sync/sync-engine.ts'
import { MemorySyncStore } from './memory-sync-store.ts'
import { ScriptedTransport } from './scripted-transport.ts'
import { VirtualTime } from './virtual-time.ts'

export const START_MS = Date.UTC(2026, 10, 21, 2)

/** Locks of one browser profile, shared by its tabs. */
export class ProfileLocks implements Locks {
  readonly #held = new Set<string>()
  async tryRun(name: string, run: () => Promise<void>): Promise<boolean> {
    if (this.#held.has(name)) return false
    this.#held.add(name)
    try {
      await run()
    } finally {
      this.#held.delete(name)
    }
    return true
  }
}

export class FakeEnvironment implements Environment {
  online = true
  visible = true
  readonly #listeners = new Set<() => void>()
  isOnline = (): boolean => this.online
  isVisible = (): boolean => this.visible
  onWake(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  wake(): void {
    for (const listener of this.#listeners) listener()
  }
}

export interface Rig {
  readonly engine: SyncEngine
  readonly store: MemorySyncStore
  readonly transport: ScriptedTransport
  readonly time: VirtualTime
  readonly environment: FakeEnvironment
  readonly defects: unknown[]
}

export interface RigOptions {
  readonly clockError?: number
  readonly photos?: PhotoTransfer
  readonly relay?: Relay
  readonly locks?: Locks
  readonly time?: VirtualTime
  readonly store?: MemorySyncStore
  readonly transport?: ScriptedTransport
}

export function engineRig(options: RigOptions = {}): Rig {
  const time = options.time ?? new VirtualTime()
  const store = options.store ?? new MemorySyncStore()
  const transport = options.transport ?? new ScriptedTransport()
  transport.now = () => time.wallClock(START_MS).now()
  const environment = new FakeEnvironment()
  const defects: unknown[] = []
  const engine = createSyncEngine({
    replica: store.at.replica,
    store,
    transport,
    ...(options.photos ? { photos: options.photos } : {}),
    ...(options.relay ? { relay: options.relay } : {}),
    clock: time.wallClock(START_MS, () => options.clockError ?? 0),
    timers: time,
    locks: options.locks ?? new ProfileLocks(),
    environment,
    random: () => 0.5,
    onDefect: (error) => defects.push(error),
  })
  return { engine, store, transport, time, environment, defects }
}
