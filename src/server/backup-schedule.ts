/** A backup when the endpoint starts and every hour after: what is in one, devices may forget. */
import type { Clock } from '#domain/kernel/clock.ts'
import type { CareStore } from './store/store-contract.ts'

const EVERY_MS = 60 * 60_000

export interface BackupSchedule {
  stop(): void
}

/** A backup that fails is told and tried again an hour later; until then nothing more counts as safe. */
export async function createBackupSchedule(
  store: CareStore,
  clock: Clock,
  onError: (error: unknown) => void,
): Promise<BackupSchedule> {
  const run = async (): Promise<void> => {
    try {
      await store.backup(clock.now())
    } catch (error) {
      onError(error)
    }
  }
  await run()
  const timer = setInterval(() => void run(), EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
