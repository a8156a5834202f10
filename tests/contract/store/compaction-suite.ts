import { describe, expect, it } from 'vitest'
import type { Op } from '#domain/change/op.ts'
import { OpArchive, readArchive } from '#server/archive/archive-files.ts'
import type { CompactOrder } from '#server/store/compaction-contract.ts'
import { cursorOf } from '#server/store/feed-cursor.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'
import { HOUR, NOW } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import type { OpenedStore, StoreFactory } from './store-factory.ts'
import { enrol, FEED, fill, opOf, push, pushOf } from './store-records.ts'
import { sealedFields } from '#support/sealed-fields.ts'

const DAY = 24 * HOUR
const LATER = NOW + 200 * DAY
/** The same record again and again: every write but the last is replaced. */
const rewritten = (device: Device, from: number, to: number, change: Partial<Op> = {}): Op[] =>
  Array.from({ length: to - from + 1 }, (_, i) => opOf(device, from + i, { e: 'ans-1', ...change }))

const numbersIn = async (store: EndpointStore): Promise<readonly number[]> =>
  (await store.pull(FEED, 0, 'nobody', 1e9)).ops.map(({ n }) => n)

async function archivedIn(folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const { covered } of readArchive(folder)) found.push(`${covered.d}:${covered.n}`)
  return found
}

class Cut extends Error {}

export function compactionSuite(factory: StoreFactory): void {
  const opened = async () => {
    const place = await factory.open()
    await fill(place.store)
    const [first, second] = [tempFolder(), tempFolder()]
    const archive = new OpArchive([first, second])
    const order: CompactOrder = { nowMs: LATER, olderThanMs: 180 * DAY, activeMs: 90 * DAY, keep: archive.keep }
    return { place, store: place.store, device: await enrol(place.store), folders: [first, second], order }
  }
  const isSound = async (place: OpenedStore) => expect((await place.verifyTrail()).broken).toEqual([])

  describe(`${factory.name}: compaction`, () => {
    it('END-100: what was replaced long ago moves to the archive, in both folders, and everything else stays', async () => {
      const { place, store, device, folders, order } = await opened()
      await push(store, device, rewritten(device, 1, 4))
      await push(store, device, [
        opOf(device, 5, { k: 'submission', e: 'sub-1', s: 'ls25-06001/pub', f: sealedFields() }),
      ])
      await push(store, device, [opOf(device, 6, { e: 'ans-2', f: { score: [1], note: ['giữ'] } })])
      await push(store, device, [opOf(device, 7, { e: 'ans-2', f: { score: [2] } })])
      await store.ingest(pushOf(device, rewritten(device, 8, 9), { nowMs: LATER - DAY }))
      expect(await store.compact(order)).toEqual({ ops: 4, feeds: 1 })
      // 6 still holds the note, 8 is too young, 7 and 9 are heads.
      expect(await numbersIn(store)).toEqual([6, 7, 8, 9])
      for (const folder of folders) expect(await archivedIn(folder)).toEqual(['d1:1', 'd1:2', 'd1:3', 'd1:4'])
      expect(await store.facts()).toMatchObject({ ops: 5, archivedOps: 4 })
      expect(await store.positions([FEED])).toEqual([{ id: FEED, seq: 8, epoch: 1, minSeq: 5 }])
      expect(await store.compact(order)).toEqual({ ops: 0, feeds: 0 })
      await isSound(place)
    })

    it('END-100: a replay of what left is known, a fork found out, and its history still told', async () => {
      const { place, store, device, order } = await opened()
      await push(store, device, rewritten(device, 1, 3))
      await store.compact(order)
      expect(await push(store, device, rewritten(device, 1, 3))).toMatchObject({ type: 'stored', ack: 3 })
      expect(await push(store, device, [opOf(device, 2, { e: 'another' })])).toEqual({ type: 'forked', n: 2 })
      const received = await store.opAt(device.id, 1)
      expect(received).toMatchObject({
        receivedMs: NOW,
        op: { e: 'ans-1', s: FEED, u: device.account, h: opOf(device, 1).h },
      })
      expect(Object.keys(received?.op.f ?? {})).toEqual(['score'])
      expect((await store.touchesOf(FEED, 'ans-1', 9)).map(({ seq, fields }) => [seq, fields])).toEqual([
        [3, ['score']],
        [2, ['score']],
        [1, ['score']],
      ])
      expect(await store.kindsBetween(FEED, 1, 3)).toEqual({ answer: 3 })
      expect((await store.pull(FEED, 2, 'nobody', 1e9)).to).toBe(3)
      await isSound(place)
    })

    it('END-101: what an active device has not read stays until it has, or is not seen any more', async () => {
      const { store, device, order } = await opened()
      const reader = await enrol(store, 'auditor', LATER)
      await push(store, device, rewritten(device, 1, 5))
      await store.noteCursors(reader.id, { [FEED]: 2 }, LATER)
      expect((await store.compact(order)).ops).toBe(2)
      expect(await numbersIn(store)).toEqual([3, 4, 5])
      expect((await store.compact({ ...order, nowMs: LATER + 100 * DAY })).ops).toBe(2)
    })

    it('END-102: cut before the archive is proved nothing leaves, cut after it nothing is there twice', async () => {
      const { place, store, device, folders, order } = await opened()
      await push(store, device, rewritten(device, 1, 5))
      const before = async (): Promise<never> => Promise.reject(new Cut())
      await expect(store.compact({ ...order, keep: before })).rejects.toThrow(Cut)
      expect(await numbersIn(store)).toEqual([1, 2, 3, 4, 5])
      const oneFolder = new OpArchive(folders.slice(0, 1))
      const half = async (ops: Parameters<CompactOrder['keep']>[0]) => {
        await oneFolder.keep(ops)
        throw new Cut()
      }
      await expect(store.compact({ ...order, keep: half })).rejects.toThrow(Cut)
      const late = async (ops: Parameters<CompactOrder['keep']>[0]) => {
        await order.keep(ops)
        throw new Cut()
      }
      await expect(store.compact({ ...order, keep: late })).rejects.toThrow(Cut)
      expect(await numbersIn(store)).toEqual([1, 2, 3, 4, 5])
      const again = await place.reopen()
      expect(await again.store.compact(order)).toEqual({ ops: 4, feeds: 1 })
      for (const folder of folders) expect(await archivedIn(folder)).toEqual(['d1:1', 'd1:2', 'd1:3', 'd1:4'])
      await isSound(again)
    })

    it('END-102: two that move the same at once move it once', async () => {
      const { store, device, folders, order } = await opened()
      await push(store, device, rewritten(device, 1, 5))
      let inner = Promise.resolve({ ops: 0, feeds: 0 })
      const keep = async (ops: Parameters<CompactOrder['keep']>[0]) => {
        await order.keep(ops)
        inner = store.compact(order)
        if (!factory.name.startsWith('Postgre')) await inner
      }
      const outer = await store.compact({ ...order, keep }).catch(() => ({ ops: 0, feeds: 0 }))
      expect(outer.ops + (await inner).ops).toBe(4)
      expect((await store.facts()).archivedOps).toBe(4)
      expect(await archivedIn(folders[0] ?? '')).toHaveLength(4)
    })

    it('END-103: a backup made after it is proved, and brings everything back', async () => {
      const { place, store, device, order } = await opened()
      await push(store, device, rewritten(device, 1, 5))
      await store.compact(order)
      expect(await store.backup(LATER)).toMatchObject({ ops: 1 })
      const restored = await place.restore()
      expect(await restored.store.facts()).toMatchObject({ ops: 1, archivedOps: 4 })
      expect(await push(restored.store, device, rewritten(device, 4, 6))).toMatchObject({ ack: 6, expect: null })
      expect(await push(restored.store, device, [opOf(device, 3, { e: 'another' })])).toMatchObject({ type: 'forked' })
      expect(await restored.store.compact(order)).toEqual({ ops: 1, feeds: 1 })
      await isSound(restored)
    })

    it('END-104: a renewed feed has another epoch and keeps its numbers', async () => {
      const { store, device } = await opened()
      await push(store, device, rewritten(device, 1, 2))
      await store.renewFeed(FEED)
      expect(await store.positions([FEED])).toEqual([{ id: FEED, seq: 2, epoch: 2, minSeq: 1 }])
      expect(cursorOf({ epoch: 2, seq: 2 })).toBeGreaterThan(cursorOf({ epoch: 1, seq: 1_000_000 }))
    })
  })
}
