/** Looks every few seconds whether a command wrote beside the running endpoint, so that its journal has that as well (END-110). */
import type { CareStore } from '#server/store/store-contract.ts'

const LOOK_EVERY_MS = 5000

export interface BesideWatch {
  stop(): void
}

/** Once at the start, for what was written while no endpoint ran. */
export async function watchBeside(
  store: Pick<CareStore, 'settleBeside'>,
  onError: (error: unknown) => void,
): Promise<BesideWatch> {
  let isStopped = false
  const look = async (): Promise<void> => {
    try {
      if (!isStopped) await store.settleBeside()
    } catch (error) {
      if (!isStopped) onError(error)
    }
  }
  await look()
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref()
  return {
    stop: () => {
      isStopped = true
      clearInterval(timer)
    },
  }
}
