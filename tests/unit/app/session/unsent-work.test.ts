// What a person who wants to leave is asked about: only what could not leave the device by itself in a moment.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SEND_FIRST_MS, unsentWork } from '#app/session/unsent-work.ts'
import type { OpenSession } from '#app/session/open-session.ts'

/** A session with so many changes waiting; `round` is what a sync round does to them. */
function aSession(waiting: number, round: (left: (count: number) => void) => Promise<void>) {
  let pending = waiting
  let rounds = 0
  const syncNow = (): Promise<void> => {
    rounds += 1
    return round((count) => (pending = count))
  }
  const status = async () => ({ pendingChanges: pending })
  const session = { store: { syncCentre: { status } }, sync: { syncNow } } as unknown as OpenSession
  return { session, rounds: () => rounds }
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('DAT-39: before somebody leaves', () => {
  it('what can be sent is sent, and nobody is asked about it', async () => {
    const { session } = aSession(1, async (left) => left(0))
    expect(await unsentWork(session)).toBe(0)
  })

  it('what the endpoint did not take is counted', async () => {
    const { session } = aSession(3, async (left) => left(2))
    expect(await unsentWork(session)).toBe(2)
  })

  it('a round that breaks keeps nobody: what waits is counted', async () => {
    const { session } = aSession(2, () => Promise.reject(new Error('broken')))
    expect(await unsentWork(session)).toBe(2)
  })

  it('without a network, and with nothing to send, no round is begun', async () => {
    const idle = aSession(0, async () => {})
    expect(await unsentWork(idle.session)).toBe(0)
    vi.stubGlobal('navigator', { onLine: false })
    const offline = aSession(3, async (left) => left(0))
    expect([await unsentWork(offline.session), idle.rounds(), offline.rounds()]).toEqual([3, 0, 0])
  })

  it('a line that hangs keeps nobody longer than the limit', async () => {
    vi.useFakeTimers()
    const { session } = aSession(3, () => new Promise(() => {}))
    const counted = unsentWork(session)
    await vi.advanceTimersByTimeAsync(SEND_FIRST_MS)
    expect(await counted).toBe(3)
  })
})
