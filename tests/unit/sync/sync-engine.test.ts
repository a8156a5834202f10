import { describe, expect, it } from 'vitest'
import { ok } from '#domain/kernel/result.ts'
import { engineRig, ProfileLocks, START_MS } from '#support/sync/engine-rig.ts'
import { MemorySyncStore } from '#support/sync/memory-sync-store.ts'
import { ScriptedTransport } from '#support/sync/scripted-transport.ts'
import { aMoment, VirtualTime } from '#support/sync/virtual-time.ts'

const MINUTE = 60_000

describe('when the device talks to the endpoint', () => {
  it('SYN-12: it does at the start, and then every five minutes while somebody looks', async () => {
    const { engine, transport, time, environment } = engineRig()
    engine.start()
    await time.advance(0)
    expect(transport.requests).toHaveLength(1)
    await time.advance(10 * MINUTE)
    expect(transport.requests).toHaveLength(3)
    environment.visible = false
    await time.advance(30 * MINUTE)
    expect(transport.requests).toHaveLength(3)
  })

  it('SYN-12: a write leaves by itself within half a second, several writes together', async () => {
    const { engine, store, transport, time } = engineRig()
    engine.start()
    await time.advance(1000)
    store.write()
    store.write()
    store.write()
    await time.advance(500)
    expect(transport.pushed().slice(1)).toEqual([[1, 2, 3]])
  })

  it('SYN-12: a write made as the page is hidden still leaves', async () => {
    const { engine, store, transport, time, environment } = engineRig()
    engine.start()
    await time.advance(1000)
    environment.visible = false
    store.write()
    await time.advance(500)
    expect(transport.pushed().at(-1)).toEqual([1])
  })

  it('SYN-12: the return of the network or of the person wakes it at once, also while it waits after a failure', async () => {
    const { engine, store, transport, time, environment } = engineRig()
    transport.before = () => ({ code: 'network.offline' })
    store.write()
    engine.start()
    await time.advance(3 * MINUTE)
    transport.before = () => undefined
    const failed = transport.requests.length
    environment.wake()
    await time.advance(0)
    expect(transport.pushed().slice(failed)).toEqual([[1]])
    expect(store.at.ack).toBe(1)
  })

  it('SYN-12: the button tries at once, even where the machine believes to be offline', async () => {
    const { engine, store, transport, time, environment } = engineRig()
    environment.online = false
    engine.start()
    store.write()
    await time.advance(MINUTE)
    expect(transport.requests).toHaveLength(0)
    expect(store.status.phase).toBe('offline')
    await engine.syncNow()
    expect(transport.pushed()).toEqual([[1]])
    expect(store.status).toMatchObject({ phase: 'idle', problem: null })
  })

  it('SYN-12: after failures it waits longer each time, never longer than five minutes, and never gives up', async () => {
    const { engine, store, transport, time } = engineRig()
    transport.before = () => ({ code: 'server.busy' })
    store.write()
    engine.start()
    await time.advance(MINUTE)
    const inFirstMinute = transport.requests.length
    await time.advance(60 * MINUTE)
    const before = transport.requests.length
    await time.advance(60 * MINUTE)
    expect(inFirstMinute).toBeGreaterThanOrEqual(4)
    expect(transport.requests.length - before).toBeGreaterThanOrEqual(12)
    expect(transport.requests.length - before).toBeLessThanOrEqual(24)
  })

  it('SYN-34: a line that cuts every run after a piece is tried again soon, because each run moved something', async () => {
    const { engine, store, transport, time } = engineRig()
    store.pushAtMost = 1
    for (let i = 0; i < 30; i++) store.write()
    transport.before = () => (transport.requests.length % 2 === 0 ? { code: 'network.offline' } : undefined)
    engine.start()
    await time.advance(3 * MINUTE)
    expect(store.at.ack).toBe(30)
  })

  it('SYN-12: after the engine is stopped nothing leaves any more', async () => {
    const { engine, store, transport, time, environment } = engineRig()
    engine.start()
    await time.advance(0)
    await engine.stop()
    store.write()
    environment.wake()
    await engine.syncNow()
    await time.advance(30 * MINUTE)
    expect(transport.requests).toHaveLength(1)
  })
})

describe('one sender at a time', () => {
  it('SYN-1: of two tabs one sends, in the order of n and one request after another; the other takes over later', async () => {
    const [time, store, transport, locks] = [
      new VirtualTime(),
      new MemorySyncStore(),
      new ScriptedTransport(),
      new ProfileLocks(),
    ]
    const tabs = [engineRig({ time, store, transport, locks }), engineRig({ time, store, transport, locks })]
    let [underWay, most] = [0, 0]
    transport.before = async () => {
      most = Math.max(most, ++underWay)
      await aMoment()
      underWay--
      return undefined
    }
    store.pushAtMost = 2
    for (let i = 0; i < 7; i++) store.write()
    for (const tab of tabs) tab.engine.start()
    await time.advance(10_000)
    expect(most).toBe(1)
    expect(transport.pushed().filter((ns) => ns.length > 0)).toEqual([[1, 2], [3, 4], [5, 6], [7]])
    await tabs[0]?.engine.stop()
    store.write()
    await time.advance(10_000)
    expect(transport.stored.has(8)).toBe(true)
  })

  it('SYN-1: asking again while a request is under way starts no second one, and takes along what was written meanwhile', async () => {
    const { engine, store, transport, time } = engineRig()
    engine.start()
    await time.advance(0)
    store.write()
    transport.before = async () => {
      if (store.own.length === 1) store.write()
      await aMoment()
      return undefined
    }
    await Promise.all([engine.syncNow(), engine.syncNow(), engine.syncNow()])
    expect(transport.pushed()).toEqual([[], [1], [2]])
  })
})

describe('what is told', () => {
  it('SYN-2: "sent" is told only when the endpoint has acknowledged everything', async () => {
    const { engine, store, transport, time } = engineRig()
    store.write()
    transport.after = () => ({ code: 'network.timeout' })
    engine.start()
    await time.advance(100)
    expect(store.status.lastSentAt).toBeUndefined()
    expect(store.status).toMatchObject({ phase: 'problem', problem: { code: 'network.timeout' } })
    transport.after = (answer) => answer
    await time.advance(MINUTE)
    expect(store.status).toMatchObject({ phase: 'idle', problem: null })
    expect(store.status.lastSentAt).toBeGreaterThan(START_MS)
  })

  it('SYN-2: while something waits it says "sending"; a look at the endpoint with nothing to send does not', async () => {
    const { engine, store, time } = engineRig()
    engine.start()
    await time.advance(100)
    expect(store.statuses.some(({ phase }) => phase === 'sending')).toBe(false)
    store.write()
    await time.advance(1000)
    expect(store.statuses.some(({ phase }) => phase === 'sending')).toBe(true)
  })

  it('SYN-4: a captive portal is told as such, and what waits goes on waiting', async () => {
    const { engine, store, transport, time } = engineRig()
    transport.before = () => ({ code: 'network.captive-portal' })
    store.write()
    engine.start()
    await time.advance(100)
    expect(store.status).toMatchObject({ phase: 'problem', problem: { code: 'network.captive-portal' } })
    expect(store.at.ack).toBe(0)
  })

  it('SYN-7: an ended session is told and work goes on: writes are kept and leave after signing in', async () => {
    const { engine, store, transport, time } = engineRig()
    transport.before = () => ({ code: 'auth.session-expired' })
    engine.start()
    await time.advance(100)
    store.write()
    await time.advance(MINUTE)
    expect(store.status.problem).toEqual({ code: 'auth.session-expired' })
    transport.before = () => undefined
    await engine.syncNow()
    expect(store.at.ack).toBe(1)
  })

  it.each([10, -10])(
    'SYN-5: a clock wrong by %i years sends and reads like any other, and the offset is known',
    async (years) => {
      const clockError = years * 365 * 86_400_000
      const { engine, store, transport, time } = engineRig({ clockError })
      store.write()
      engine.start()
      await time.advance(100)
      expect(transport.stored.has(1)).toBe(true)
      expect(store.at.clockOffset).toBe(-clockError)
      expect(Math.abs(store.at.clockOffset ?? 0)).toBeGreaterThan(5 * MINUTE)
    },
  )

  it('SYN-12: a defect is handed over and the engine goes on with its next run', async () => {
    const { engine, store, transport, time, defects } = engineRig()
    transport.before = () => {
      throw new Error('defect')
    }
    store.write()
    engine.start()
    await time.advance(100)
    expect(defects).toHaveLength(1)
    transport.before = () => undefined
    await time.advance(10 * MINUTE)
    expect(store.at.ack).toBe(1)
  })
})

describe('text and photos', () => {
  it('SYN-8: photos begin only when all text is acknowledged, and make room for text written meanwhile', async () => {
    const log: string[] = []
    const time = new VirtualTime()
    const rig = engineRig({
      time,
      photos: {
        async transfer(shouldPause) {
          log.push('photo begins')
          if (log.length === 2) rig.store.write()
          await aMoment()
          log.push(shouldPause() ? 'photo pauses' : 'photo ends')
          return ok(null)
        },
      },
    })
    rig.transport.before = (request) => {
      log.push(request.push ? 'text' : 'look')
      return undefined
    }
    rig.store.write()
    rig.engine.start()
    await time.advance(100)
    expect(log).toEqual(['text', 'photo begins', 'photo pauses', 'text', 'photo begins', 'photo ends'])
  })

  it('HND-9: what is carried for others goes after own text and before photos, and makes room for text', async () => {
    const log: string[] = []
    const time = new VirtualTime()
    const rig = engineRig({
      time,
      relay: {
        async deliver(shouldPause) {
          if (log.length === 1) rig.store.write()
          await aMoment()
          log.push(shouldPause() ? 'carried waits' : 'carried')
          return ok(null)
        },
      },
      photos: {
        async transfer() {
          log.push('photos')
          return ok(null)
        },
      },
    })
    rig.transport.before = (request) => {
      log.push(request.push ? 'text' : 'look')
      return undefined
    }
    rig.store.write()
    rig.engine.start()
    await time.advance(100)
    expect(log.filter((entry, at) => entry !== log[at - 1])).toEqual([
      'text',
      'carried waits',
      'photos',
      'text',
      'carried',
      'photos',
    ])
  })
})
