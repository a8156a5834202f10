/** The machine's edges in a browser. Where Web Locks are missing every tab sends; the endpoint then skips repeats. */
import type { Environment, Locks, Timers } from './sync-edges.ts'

export const browserTimers: Timers = {
  monotonicNow: () => performance.now(),
  after(delay, run) {
    const id = setTimeout(run, delay)
    return () => clearTimeout(id)
  },
}

export const browserLocks = (manager: LockManager | undefined): Locks => ({
  async tryRun(name, run) {
    if (manager === undefined) {
      await run()
      return true
    }
    return manager.request(name, { ifAvailable: true }, async (lock) => {
      if (lock === null) return false
      await run()
      return true
    })
  },
})

export const browserEnvironment = (page: Window): Environment => ({
  isOnline: () => page.navigator.onLine,
  isVisible: () => page.document.visibilityState === 'visible',
  onWake(listener) {
    const whenVisible = (): void => {
      if (page.document.visibilityState === 'visible') listener()
    }
    page.addEventListener('online', listener)
    page.document.addEventListener('visibilitychange', whenVisible)
    return () => {
      page.removeEventListener('online', listener)
      page.document.removeEventListener('visibilitychange', whenVisible)
    }
  },
})
