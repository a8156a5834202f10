/**
 * A backup when the endpoint starts and every hour after: what is in one, devices may forget (END-51). Before it a root
 * of the trail, so that the backup holds it, and what has come to its end by itself goes.
 */
import type { Clock } from '#domain/kernel/clock.ts'
import type { BlobBackup } from './photo/blob-backup.ts'
import type { TrailRoot } from '#domain/trail/trail-link.ts'
import type { PersonStore } from './store/person-contract.ts'
import type { BackupReport, CareStore } from './store/store-contract.ts'
import type { TrailStore } from './store/trail-contract.ts'

const EVERY_MS = 60 * 60_000
/** A backup under way may take this long when the endpoint is told to stop. */
const STOP_WITHIN_MS = 2000

export interface BackupSchedule {
  stop(): Promise<void>
}

export interface BackupParts {
  readonly store: CareStore & Pick<TrailStore, 'rootTrail'> & Pick<PersonStore, 'sweepEnded'>
  readonly photoCopies: BlobBackup
  readonly clock: Clock
  /** Keeps a root of the trail outside the database (TRL-8). */
  readonly keepRoot: (root: TrailRoot) => void
  /** What is done after a backup that was proved. */
  readonly afterBackup?: (nowMs: number) => Promise<void>
  readonly onBackup: (report: BackupReport, seconds: number) => void
  readonly onError: (error: unknown) => void
}

class Schedule implements BackupSchedule {
  readonly #parts: BackupParts
  readonly #timer: NodeJS.Timeout
  #running: Promise<void> | undefined
  #isStopped = false

  constructor(parts: BackupParts) {
    this.#parts = parts
    this.#timer = setInterval(() => void this.run(), EVERY_MS)
    this.#timer.unref()
  }

  /** One at a time. One that fails is told and tried again an hour later; until then nothing more is safe by it. */
  run(): Promise<void> {
    this.#running ??= this.#once().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #once(): Promise<void> {
    const { store, photoCopies, clock, keepRoot, onBackup, onError } = this.#parts
    const since = performance.now()
    try {
      await store.sweepEnded(clock.now())
      const root = await store.rootTrail(clock.now())
      if (root) keepRoot(root)
      onBackup(await store.backup(clock.now()), (performance.now() - since) / 1000)
      await photoCopies.sweep()
      await this.#parts.afterBackup?.(clock.now())
    } catch (error) {
      if (!this.#isStopped) onError(error)
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#timer)
    await this.#parts.photoCopies.stop()
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP_WITHIN_MS)
    })
    await Promise.race([this.#running, patience])
    clearTimeout(timer)
  }
}

/** The very first backup is waited for; later starts answer at once and make theirs beside. */
export async function createBackupSchedule(parts: BackupParts): Promise<BackupSchedule> {
  const schedule = new Schedule(parts)
  const first = schedule.run()
  if ((await parts.store.facts()).lastBackup === null) await first
  return schedule
}
