// A device that has not been in contact for long is read no further: it may be lost, and the endpoint could not tell it
// (rule DAT-36). Work goes on leaving it; the next contact opens it again.
import { liveQuery } from 'dexie'
import type { PersonStore } from '#data/contract/store-contract.ts'

/** Days without contact after which reading stops, where the endpoint does not say; a person is told this many days before. */
const USUAL_READ_DAYS = 30
const WARN_DAYS = 7
const DAY_MS = 24 * 60 * 60_000
const LOOK_MS = 60 * 60_000

export const readDaysOf = ({ identity }: Pick<PersonStore, 'identity'>): number => identity.readDays ?? USUAL_READ_DAYS

/**
 * Whole days left; null where nothing was ever heard, as right after the first sign-in. A clock that went back says
 * nothing against anybody: the days count from the last contact only forwards.
 */
export function daysLeft(lastContactAt: number | null, now: number, readDays = USUAL_READ_DAYS): number | null {
  if (lastContactAt === null) return null
  return Math.ceil(readDays - Math.max(0, now - lastContactAt) / DAY_MS)
}

/** Tells the days left once they are few, null before; now and whenever that changes. Returns how to stop. */
export function watchSilence(store: PersonStore, tell: (days: number | null) => void): () => void {
  let lastContactAt: number | null = null
  const look = (): void => {
    const days = daysLeft(lastContactAt, Date.now(), readDaysOf(store))
    tell(days !== null && days <= WARN_DAYS ? days : null)
  }
  const status = liveQuery(() => store.syncCentre.status()).subscribe({
    next(heard) {
      lastContactAt = heard.lastContactAt
      look()
    },
    error: () => undefined,
  })
  const timer = setInterval(look, LOOK_MS)
  document.addEventListener('visibilitychange', look)
  return () => {
    status.unsubscribe()
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  }
}
