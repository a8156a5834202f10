import { describe, expect, it } from 'vitest'
import { emptyBatch, packBatch } from '#protocol/batch.ts'
import type { FeedAnswer, SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { ok } from '#domain/kernel/result.ts'
import { engineRig } from '#support/sync/engine-rig.ts'
import { anOp } from '#support/sync/op-builder.ts'
import { anIdentity } from '#support/sync/scripted-transport.ts'
import { VirtualTime } from '#support/sync/virtual-time.ts'

const FEED = 'ls25-06001/self'

const aDelta = (change: Partial<FeedAnswer> = {}): FeedAnswer => ({
  ops: emptyBatch,
  snap: null,
  after: null,
  to: 0,
  own: 0,
  more: false,
  ...change,
})

const withFeed = (part: FeedAnswer) => (answer: SyncAnswer) => ({ ...answer, feeds: { [FEED]: part } })

const isColumns = (push: SyncRequest['push']): boolean => push !== null && 'v' in push

describe('what an endpoint reads', () => {
  it('SYN-21: the first push is packed as version 1, the next ones in the columns the endpoint said to read', async () => {
    const { engine, store, transport, time } = engineRig()
    transport.after = (answer) => ({ ...answer, v: 2 })
    store.write()
    engine.start()
    await time.advance(100)
    store.write()
    await time.advance(1000)
    expect(transport.requests.map(({ v, push }) => [v, isColumns(push)])).toEqual([
      [2, false],
      [2, true],
    ])
    expect(store.at.ack).toBe(2)
  })

  it('SYN-21: an older endpoint in the place of a newer one gets the same operations as version 1', async () => {
    const { engine, store, transport, time } = engineRig()
    store.at.wire = 2
    transport.before = ({ push }) => (isColumns(push) ? { code: 'request.malformed' } : undefined)
    store.write()
    engine.start()
    await time.advance(60_000)
    expect(transport.requests.map(({ push }) => isColumns(push))).toEqual([true, false])
    expect(store.at).toMatchObject({ ack: 1, wire: 1 })
  })

  it('SYN-3: refused operations are asked after until somebody has decided', async () => {
    const { engine, store, transport, time } = engineRig()
    store.at.refused = [3, 9]
    engine.start()
    await time.advance(100)
    expect(transport.requests[0]?.refused).toEqual([3, 9])
  })
})

describe('sending', () => {
  it('SYN-2: after a lost answer the same operations go again, and the endpoint has each once', async () => {
    const { engine, store, transport, time } = engineRig()
    store.write()
    store.write()
    transport.after = () => ({ code: 'network.timeout' })
    engine.start()
    await time.advance(100)
    transport.after = (answer) => answer
    await engine.syncNow()
    expect(transport.pushed()).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect([...transport.stored.keys()]).toEqual([1, 2])
    expect(store.at.ack).toBe(2)
  })

  it('SYN-3: a refused operation is listed with its reason and those behind it are sent', async () => {
    const { engine, store, transport, time } = engineRig()
    store.pushAtMost = 1
    store.write()
    store.write()
    transport.after = (answer) => ({
      ...answer,
      push: { ...answer.push, rejected: [{ n: 1, code: 'access.forbidden' }] },
    })
    engine.start()
    await time.advance(100)
    expect([...store.attention]).toEqual([[1, 'access.forbidden']])
    expect(store.at.ack).toBe(2)
    expect(store.own).toHaveLength(2)
  })

  it('SYN-6: where the endpoint misses operations it gets them again from the number it expects', async () => {
    const { engine, store, transport, time } = engineRig()
    for (let i = 0; i < 5; i++) store.write()
    engine.start()
    await time.advance(100)
    for (const n of [3, 4, 5]) transport.stored.delete(n)
    store.write()
    await time.advance(1000)
    expect(transport.pushed().slice(1)).toEqual([[6], [3, 4, 5, 6]])
    expect([...transport.stored.keys()]).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('SYN-6: an endpoint that keeps asking for the same does not keep the radio on', async () => {
    const { engine, store, transport, time } = engineRig()
    store.write()
    transport.after = (answer) => ({ ...answer, more: true, push: { ...answer.push, ack: 0, expect: 1 } })
    engine.start()
    await time.advance(100)
    expect(transport.requests.length).toBeLessThanOrEqual(5)
    expect(store.status).toMatchObject({ phase: 'problem', problem: { code: 'server.internal' } })
  })

  it('SYN-10: another incarnation gets every own operation again and is read from the beginning', async () => {
    const { engine, store, transport, time } = engineRig()
    for (let i = 0; i < 3; i++) store.write()
    transport.after = withFeed(aDelta({ to: 3, own: 3 }))
    engine.start()
    await time.advance(100)
    expect(store.at.cur).toEqual({ [FEED]: 3 })
    transport.stored.clear()
    transport.inc = 'endpoint-2'
    transport.after = (answer) => answer
    await engine.syncNow()
    expect([...transport.stored.keys()]).toEqual([1, 2, 3])
    expect(transport.requests.at(-1)).toMatchObject({ inc: 'endpoint-2', cur: {} })
  })

  it('SYN-10: cursors of the former endpoint are not taken for those of the new one, whatever it sends', async () => {
    const { engine, store, transport, time } = engineRig()
    Object.assign(store.at, { inc: 'endpoint-0', cur: { [FEED]: 900 } })
    transport.after = (answer, request) =>
      request.inc === answer.inc ? answer : withFeed(aDelta({ to: 7, own: 7 }))(answer)
    engine.start()
    await time.advance(100)
    expect(store.status.phase).toBe('idle')
    expect(transport.requests.map(({ inc, cur }) => [inc, cur])).toEqual([
      ['endpoint-0', { [FEED]: 900 }],
      ['endpoint-1', {}],
    ])
  })

  it('SYN-1: pieces grow while the line is quick and shrink after a timeout', async () => {
    const { engine, store, transport, time } = engineRig()
    store.pushAtMost = 2500
    for (let i = 0; i < 4000; i++) store.write({ f: { note: ['Ghi chú về câu trả lời '.repeat(8)] } })
    transport.before = ({ push }) => ((push?.e.length ?? 0) > 2400 ? { code: 'request.too-large' } : undefined)
    engine.start()
    await time.advance(10 * 60_000)
    const sizes = transport.pushed().map((ns) => ns.length)
    expect(sizes[1]).toBeGreaterThan((sizes[0] ?? 0) * 1.5)
    expect(store.at.ack).toBe(4000)
  })
})

describe('preparing ahead', () => {
  const sendingPairs = (writes: number) => {
    const rig = engineRig()
    Object.assign(rig.store, { pushAtMost: 2 })
    Object.assign(rig.store.at, { wire: 1 })
    Object.assign(rig.transport, { packsTo: 20_000 })
    for (let i = 0; i < writes; i++) rig.store.write()
    return rig
  }

  it('SYN-25: the next operations are read while an answer is awaited, and sent only after it', async () => {
    const { engine, store, transport, time } = sendingPairs(5)
    const atAnswer: (readonly [reads: readonly number[], sent: number])[] = []
    transport.after = (answer) => {
      atAnswer.push([[...store.reads], transport.requests.length])
      return answer
    }
    engine.start()
    await time.advance(100)
    expect(transport.pushed()).toEqual([[1, 2], [3, 4], [5]])
    expect(atAnswer).toEqual([
      [[0, 2], 1],
      [[0, 2, 4], 2],
      [[0, 2, 4], 3],
    ])
  })

  it('SYN-25: what was prepared is dropped where the answer did not take everything before it', async () => {
    const { engine, store, transport, time } = sendingPairs(4)
    transport.after = (answer, { push }) =>
      push?.e.length === 2 && transport.requests.length === 1
        ? { ...answer, push: { ...answer.push, ack: 1, expect: 2 } }
        : answer
    engine.start()
    await time.advance(100)
    expect(transport.pushed().slice(0, 2)).toEqual([
      [1, 2],
      [2, 3],
    ])
    expect(store.reads.slice(0, 3)).toEqual([0, 2, 1])
    expect([...transport.stored.keys()]).toEqual([1, 2, 3, 4])
    expect(store.at.ack).toBe(4)
  })
})

describe('reading', () => {
  const theirs = anOp({ d: 'b2', n: 1, h: 5000, f: { score: [2] } })

  it('SYN-9: a snapshot is merged: what is on the device and unknown to the endpoint stays', async () => {
    const { engine, store, transport, time } = engineRig()
    transport.before = () => ({ code: 'network.offline' })
    const mine = store.write({ f: { note: ['của tôi'] } })
    transport.before = () => undefined
    const regs = { score: { h: [{ d: 'b2', n: 1, h: 5000, v: 2, u: 'acc-2' }] } }
    transport.after = withFeed(
      aDelta({ ops: null, snap: [{ feed: FEED, entity: mine.e, kind: 'answer', regs }], to: 1 }),
    )
    engine.start()
    await time.advance(100)
    const merged = store.entities.get(`${FEED} ${mine.e}`)
    expect(merged?.note?.h[0]?.v).toBe('của tôi')
    expect(merged?.score?.h[0]?.v).toBe(2)
  })

  it('SYN-11: own operations are counted and not downloaded; the cursor passes over them', async () => {
    const { engine, store, transport, time } = engineRig()
    store.write()
    store.write()
    transport.after = withFeed(aDelta({ ops: packBatch([theirs]), to: 3, own: 2 }))
    engine.start()
    await time.advance(100)
    expect(store.at.cur[FEED]).toBe(3)
    expect(store.status.phase).toBe('idle')
  })

  const holed: readonly (readonly [string, FeedAnswer])[] = [
    ['a hole', aDelta({ ops: packBatch([theirs]), to: 5, own: 1 })],
    ['neither a delta nor a snapshot', aDelta({ ops: null })],
    ['both a delta and a snapshot', aDelta({ snap: [] })],
    ['operations of another feed', aDelta({ ops: packBatch([anOp({ d: 'b2', s: 'ls25-06002/self' })]), to: 1 })],
    ['columns that do not fit together', aDelta({ ops: { ...packBatch([theirs]), e: [] }, to: 1 })],
  ]
  it.each(holed)('SYN-4: an answer with %s changes nothing and is told as unreadable', async (_title, part) => {
    const { engine, store, transport, time } = engineRig()
    transport.after = withFeed(part)
    store.write()
    engine.start()
    await time.advance(100)
    expect(store.at).toMatchObject({ ack: 0, cur: {} })
    expect(store.status).toMatchObject({ phase: 'problem', problem: { code: 'network.unreadable-answer' } })
  })

  it('SYN-5: the offset is reckoned with half the round trip, and left open when the trip was too long to tell', async () => {
    const time = new VirtualTime()
    const { engine, store, transport } = engineRig({ time, clockError: -3_600_000 })
    let trip = 2_000
    transport.before = () => {
      time.pass(trip / 2)
      return undefined
    }
    transport.after = (answer) => {
      time.pass(trip / 2)
      return answer
    }
    engine.start()
    await time.advance(0)
    expect(store.at.clockOffset).toBe(3_600_000)
    trip = 40_000
    store.at.clockOffset = 1
    await engine.syncNow()
    expect(store.at.clockOffset).toBe(1)
  })

  it('ACC-1: when the grants changed, the person and the places are fetched once', async () => {
    const { engine, store, transport, time } = engineRig()
    transport.after = (answer) => ({ ...answer, grantsVersion: 'g2' })
    transport.identityNow = anIdentity({ grantsVersion: 'g2' })
    engine.start()
    await time.advance(20 * 60_000)
    expect(transport.requests.length).toBeGreaterThan(3)
    expect(store.identities).toBe(1)
  })
})

describe('a copied profile', () => {
  const aTwin = () => {
    const rig = engineRig()
    let asked = 0
    rig.transport.another = async () => {
      const { grantsVersion: _, ...identity } = anIdentity()
      return ok({
        token: 't',
        expiresAt: 1,
        now: 1,
        endpointKey: '',
        replica: `b${++asked}`,
        identity: { ...identity, grantsVersion: 'g1' },
      })
    }
    return rig
  }

  it('SYN-22: takes another replica where the endpoint says that the numbers are used, and sends from there', async () => {
    const { engine, store, transport, time } = aTwin()
    Object.assign(store.at, { ack: 0 })
    store.write()
    store.write({ f: { note: ['chưa gửi'] } })
    transport.before = ({ dev }) => (dev === 'a1' ? { code: 'device.forked', params: { n: 2 } } : undefined)
    engine.start()
    await time.advance(100)
    expect(store.at).toMatchObject({ replica: 'b1', ack: 1, lastN: 1 })
    expect([...transport.stored.values()].map(({ d, n, f }) => [d, n, f])).toEqual([['b1', 1, { note: ['chưa gửi'] }]])
    expect(store.status).toMatchObject({ phase: 'idle', problem: null })
  })

  it('SYN-22: an acknowledgement of more than this profile ever wrote is no acknowledgement', async () => {
    const { engine, store, transport, time } = aTwin()
    Object.assign(store.at, { lastN: 5, ack: 5 })
    transport.after = (answer, { dev }) => (dev === 'a1' ? { ...answer, push: { ...answer.push, ack: 9 } } : answer)
    engine.start()
    await time.advance(100)
    expect(store.at).toMatchObject({ replica: 'b1', ack: 0, lastN: 0 })
    store.write()
    await time.advance(1000)
    expect([...transport.stored.values()].map(({ d, n }) => [d, n])).toEqual([['b1', 1]])
  })

  it('SYN-22: an endpoint that gives no other replica leaves the work on the device and the person is told', async () => {
    const { engine, store, transport, time } = aTwin()
    delete (transport as { another?: unknown }).another
    store.write()
    transport.before = () => ({ code: 'device.forked', params: { n: 1 } })
    engine.start()
    await time.advance(100)
    expect(store.status).toMatchObject({ phase: 'problem', problem: { code: 'device.forked' } })
    expect(store.own).toHaveLength(1)
  })

  it('SYN-22: where the endpoint misses what left the device as safe, the rest goes on under another replica', async () => {
    const { engine, store, transport, time } = aTwin()
    Object.assign(store.at, { lastN: 8, ack: 8 })
    store.write()
    Object.assign(store.at, { ack: 4 })
    transport.after = (answer, { dev }) =>
      dev === 'a1' ? { ...answer, push: { ...answer.push, ack: 4, expect: 5 } } : answer
    engine.start()
    await time.advance(100)
    expect(store.at.replica).toBe('b1')
    expect([...transport.stored.values()].some(({ d, n }) => d === 'b1' && n >= 1)).toBe(true)
  })
})
