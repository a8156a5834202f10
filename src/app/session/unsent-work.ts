// Asked before somebody leaves a device: a note written a moment ago is on its way, and nobody need decide about it.
import type { OpenSession } from './open-session.ts'

/** How long somebody who wants to leave is kept; on a bad line the question comes all the same. */
export const SEND_FIRST_MS = 5000

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Changes that are on this device only, once what can leave in a moment has left (DAT-39). */
export async function unsentWork({ store, sync }: Pick<OpenSession, 'store' | 'sync'>): Promise<number> {
  const pending = async (): Promise<number> => (await store.syncCentre.status()).pendingChanges
  if ((await pending()) === 0) return 0
  // A round that breaks tells so by its own ways; here it only means that what waits is still here.
  if (navigator.onLine) await Promise.race([sync.syncNow().catch(() => undefined), after(SEND_FIRST_MS)])
  return pending()
}
