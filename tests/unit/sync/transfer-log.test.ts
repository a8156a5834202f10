import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Sealer } from '#data/sealing/sealer.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { ok } from '#domain/kernel/result.ts'
import { packBatch } from '#protocol/batch.ts'
import type { SyncAnswer } from '#protocol/sync-message.ts'
import { aPhoto, aStore, NOW, UNIT, valueOf } from '#support/store/test-store.ts'
import { ScriptedTransport } from '#support/sync/scripted-transport.ts'
import { VirtualTime } from '#support/sync/virtual-time.ts'
import { createLinkMeter } from '#sync/link-speed.ts'
import type { PhotoTransfer } from '#sync/photo-transfer.ts'
import { createSyncRun } from '#sync/sync-run.ts'
import { createTransferLog, type TransferLog } from '#sync/transfer-log.ts'

const goesOn = (): boolean => false

interface Scene {
  readonly store: OpenedPersonStore
  readonly transport: ScriptedTransport
  readonly time: VirtualTime
  readonly run: (isStopped?: () => boolean) => Promise<void>
  /** How often the list was written. */
  readonly noted: () => number
}

/** A run on a real store. Each exchange takes two seconds, sends 300 bytes and brings 120. */
async function aScene(photos?: (log: TransferLog) => PhotoTransfer): Promise<Scene> {
  let noted = 0
  const seal: Sealer['seal'] = (table, _key, box) => {
    if (table === 'meta' && Array.isArray(box)) noted++
    return box
  }
  const store = await aStore({ sealer: { seal, open: (_table, _key, box) => box } })
  const time = new VirtualTime()
  const reply = async (): Promise<Response> => {
    time.pass(2000)
    return new Response('x', { headers: { 'content-length': '120' } })
  }
  const log = createTransferLog(store.sync, time.wallClock(NOW), time)
  const { edge } = createLinkMeter({ origin: '', fetch: reply, timers: time }, store.photoStore, log.traffic)
  const transport = new ScriptedTransport()
  transport.before = async () => {
    await edge.fetch('/v1/sync', { body: new Uint8Array(300) })
    return undefined
  }
  const clock = time.wallClock(NOW)
  const parts = { store: log.store, transfers: log, transport, clock, timers: time, random: () => 0.5 }
  const { execute } = createSyncRun(photos ? { ...parts, photos: photos(log) } : parts)
  return {
    store,
    transport,
    time,
    run: (isStopped = goesOn) => execute(isStopped),
    noted: () => noted,
  }
}

async function write(store: OpenedPersonStore, count: number): Promise<number> {
  const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
  for (let i = 1; i <= count; i++) valueOf(await store.assessments.saveAnswer(id, `Q4.${i}`, { score: 2 }))
  return valueOf(await store.sync.position()).lastN
}

const visitOf = (n: number): Op => ({
  d: 'colleague',
  n,
  h: hlcAt(NOW, n),
  s: `${UNIT}/pub`,
  k: 'visit',
  e: `visit-${n}`,
  u: 'acc-b',
  sv: 1,
  f: { done: ['x'] },
})

const brings = (transport: ScriptedTransport, ops: readonly Op[]): void => {
  const page = { ops: packBatch(ops), snap: null, after: null, own: 0, to: ops.length } as SyncAnswer['feeds'][string]
  transport.after = (answer, { cur }) => {
    return cur[`${UNIT}/pub`] ? answer : { ...answer, feeds: { [`${UNIT}/pub`]: page } }
  }
}

describe('the log of transfers', () => {
  it('SYN-24: notes what went and came, in how many bytes and how long, once per run', async () => {
    const { store, transport, run, noted } = await aScene()
    const lastN = await write(store, 3)
    brings(transport, [visitOf(1), visitOf(2)])
    await run()
    expect(await store.syncCentre.transfers()).toEqual([
      { at: NOW, ms: 2000, ops: lastN, records: 2, photos: 0, thumbnails: 0, up: 300, down: 120, problem: null },
    ])
    expect(noted()).toBe(1)
  })

  it('SYN-24: a run in which nothing moved writes nothing', async () => {
    const { store, transport, run, noted } = await aScene()
    for (let i = 0; i < 3; i++) await run()
    expect(transport.requests).toHaveLength(3)
    expect(noted()).toBe(0)
    expect(await store.syncCentre.transfers()).toEqual([])
  })

  it('SYN-24: counts as sent only what was acknowledged, also when the answer was lost the first time', async () => {
    const { store, transport, run } = await aScene()
    const lastN = await write(store, 1)
    transport.after = () => ({ code: 'network.timeout' })
    await run()
    transport.after = (answer) => answer
    await run()
    const told = (await store.syncCentre.transfers()).map(({ ops, up, problem }) => [ops, up, problem?.code])
    expect(told).toEqual([
      [lastN, 300, undefined],
      [0, 300, 'network.timeout'],
    ])
  })

  it('SYN-24: the same failure again is not noted, until something went well in between', async () => {
    const { transport, run, noted } = await aScene()
    const fails = (code: 'network.offline' | 'server.busy') => () => ({ code })
    transport.after = fails('network.offline')
    for (let i = 0; i < 5; i++) await run()
    expect(noted()).toBe(1)
    transport.after = fails('server.busy')
    await run()
    expect(noted()).toBe(2)
    transport.after = (answer) => answer
    await run()
    transport.after = fails('server.busy')
    await run()
    expect(noted()).toBe(3)
  })

  it('SYN-24: a run that was stopped failed in nothing, and what it moved is told', async () => {
    const { store, transport, run } = await aScene()
    const lastN = await write(store, 1)
    let isStopped = false
    transport.after = (answer) => {
      isStopped = true
      return answer
    }
    await run(() => isStopped)
    expect(await store.syncCentre.transfers()).toMatchObject([{ ops: lastN, problem: null }])
  })

  it('SYN-24: counts own photo files sent and thumbnails of others fetched', async () => {
    const sends = ({ store: counted }: TransferLog): PhotoTransfer => ({
      transfer: async () => {
        for (const { sha256 } of valueOf(await counted.pendingBlobs(9))) valueOf(await counted.markBlobSent(sha256))
        await counted.keepBlob('ab', new Uint8Array(3))
        return ok(null)
      },
    })
    const { store, run } = await aScene(sends)
    valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of: 'x', caption: '', photo: aPhoto('a') }))
    await run()
    expect(await store.syncCentre.transfers()).toMatchObject([{ ops: 1, photos: 2, thumbnails: 1 }])
  })
})
