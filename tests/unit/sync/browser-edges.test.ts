import { describe, expect, it } from 'vitest'
import { browserEnvironment, browserLocks } from '#sync/browser-edges.ts'

/** Web Locks as far as they are used: a lock is free or not. */
function lockManager(): LockManager {
  const held = new Set<string>()
  const request = async (name: string, _options: LockOptions, run: (lock: Lock | null) => Promise<unknown>) => {
    if (held.has(name)) return run(null)
    held.add(name)
    try {
      return await run({ name, mode: 'exclusive' })
    } finally {
      held.delete(name)
    }
  }
  return { request } as unknown as LockManager
}

describe('the browser', () => {
  it('SYN-1: a second tab is told at once that the lock is held, and gets it when it is free', async () => {
    const locks = browserLocks(lockManager())
    let end = (): void => undefined
    const first = locks.tryRun('sotay-sync-a1', () => new Promise((resolve) => (end = resolve)))
    expect(await locks.tryRun('sotay-sync-a1', async () => undefined)).toBe(false)
    end()
    expect(await first).toBe(true)
    expect(await locks.tryRun('sotay-sync-a1', async () => undefined)).toBe(true)
  })

  it('SYN-1: without Web Locks a tab sends all the same', async () => {
    let ran = 0
    expect(await browserLocks(undefined).tryRun('any', async () => void ran++)).toBe(true)
    expect(ran).toBe(1)
  })

  it('SYN-12: the network’s return and a page that becomes visible wake the engine, until it stops listening', () => {
    const page = Object.assign(new EventTarget(), {
      navigator: { onLine: true },
      document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    })
    const environment = browserEnvironment(page as unknown as Window)
    let woken = 0
    const stop = environment.onWake(() => woken++)
    page.dispatchEvent(new Event('online'))
    page.document.dispatchEvent(new Event('visibilitychange'))
    page.document.visibilityState = 'hidden'
    page.document.dispatchEvent(new Event('visibilitychange'))
    expect([woken, environment.isVisible(), environment.isOnline()]).toEqual([2, false, true])
    stop()
    page.dispatchEvent(new Event('online'))
    expect(woken).toBe(2)
  })
})
