/**
 * Decides when this device talks to the endpoint: after a write, when the network returns, when the app is looked at,
 * every five minutes and on the button (SYN-12). One tab at a time holds the replica's lock (SYN-1); text goes
 * before photos, and a photo on its way lets new text pass between two of its chunks (SYN-8).
 */
import { createPlanner } from './planner.ts'
import type { Environment, Locks } from './sync-edges.ts'
import { createSyncRun, EVERY_MS, type SyncRunParts } from './sync-run.ts'

export interface SyncEngineParts extends SyncRunParts {
  readonly replica: string
  readonly locks: Locks
  readonly environment: Environment
  /** Told of what cannot happen; the engine goes on with its next run. */
  readonly onDefect: (error: unknown) => void
}

export interface SyncEngine {
  start(): void
  /** No further run begins; resolves when the one under way has ended. */
  stop(): Promise<void>
  /** The button: tries at once, also where the machine believes to be offline. Resolves when the run ended. */
  syncNow(): Promise<void>
}

const AFTER_WRITE_MS = 300
/** A write while the endpoint cannot be reached brings the next attempt forward to this at most. */
const AFTER_WRITE_FAILING_MS = 15_000
const LOCK_HELD_MS = 2_000

export function createSyncEngine(parts: SyncEngineParts): SyncEngine {
  const { store, timers, environment } = parts
  const run = createSyncRun(parts)
  const planner = createPlanner(timers, () => void runPlanned().catch(parts.onDefect))
  const unsubscribers: (() => void)[] = []
  let isStopped = true
  let running: Promise<void> | undefined

  async function runOnce(): Promise<void> {
    let isMine = true
    try {
      isMine = await parts.locks.tryRun(`sotay-sync-${parts.replica}`, () => run.execute(() => isStopped))
    } finally {
      running = undefined
      if (!isStopped) planner.plan(isMine ? run.nextDelay() : LOCK_HELD_MS)
    }
  }

  function syncNow(): Promise<void> {
    if (isStopped) return Promise.resolve()
    run.want()
    planner.cancel()
    running ??= runOnce()
    return running
  }

  async function runPlanned(): Promise<void> {
    const isUseful = run.isWanted() || run.isFailing() || environment.isVisible()
    if (isUseful && environment.isOnline()) return syncNow()
    if (!environment.isOnline()) await run.status.offline()
    planner.plan(EVERY_MS)
  }

  /** Remembered at once, so that a photo on its way makes room; tried after the delay. */
  function wanted(delay: number): void {
    run.want()
    planner.plan(delay)
  }

  return {
    start() {
      if (!isStopped) return
      isStopped = false
      const afterWrite = (): void => wanted(run.isFailing() ? AFTER_WRITE_FAILING_MS : AFTER_WRITE_MS)
      unsubscribers.push(
        store.onCommitted(afterWrite),
        environment.onWake(() => wanted(0)),
      )
      wanted(0)
    },
    async stop() {
      isStopped = true
      planner.cancel()
      for (const unsubscribe of unsubscribers.splice(0)) unsubscribe()
      await running
    },
    syncNow,
  }
}
