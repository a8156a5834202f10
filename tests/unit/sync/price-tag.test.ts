import { describe, expect, it } from 'vitest'
import type { LinkSpeed } from '#data/contract/photo-sending-contract.ts'
import type { Op } from '#domain/change/op.ts'
import { gzipText } from '#sync/gzip.ts'
import { priceOfPhotos, priceOfText } from '#sync/price-tag.ts'
import { sendAndReadAll } from '#sync/send-and-read-all.ts'
import { createTransferSize } from '#sync/transfer-size.ts'
import { MemorySyncStore } from '#support/sync/memory-sync-store.ts'
import { ScriptedTransport } from '#support/sync/scripted-transport.ts'
import { Dice } from '#support/sync/simulation/dice.ts'
import { VirtualTime } from '#support/sync/virtual-time.ts'

const words = [
  'hồ sơ',
  'niêm yết',
  'bộ phận một cửa',
  'sổ theo dõi',
  'quy trình',
  'đúng hạn',
  'chưa cập nhật',
  'biên bản',
]
const unmeasured: LinkSpeed = { bytesPerSecond: null, roundTripMs: null }

/** Answers as a commune gives them: a third has a note. */
function writeAnswers(store: MemorySyncStore, count: number): readonly Op[] {
  const dice = new Dice(count)
  return Array.from({ length: count }, (_, at) => {
    const question = `Q${4 + (at % 7)}.${1 + (at % 52)}`
    const note = Array.from({ length: dice.whole(4, 14) }, () => dice.pick(words)).join(' ')
    const f = {
      assessment: ['asm.ls25-06001.2026-1'],
      question: [question],
      score: [dice.whole(0, 3)],
      ...(dice.isBelow(0.35) ? { note: [note] } : {}),
    } as Op['f']
    return store.write({ k: 'answer', s: 'ls25-06001/self', e: `ans.asm.ls25-06001.2026-1.${question}.${at}`, f })
  })
}

/** The bodies that really left, gzipped, until everything was acknowledged. */
async function bytesThatLeft(store: MemorySyncStore): Promise<number> {
  const transport = new ScriptedTransport()
  const time = new VirtualTime()
  const parts = { store, transport, clock: { now: () => 0 }, timers: time, size: createTransferSize() }
  await sendAndReadAll(parts, () => false)
  const pushes = transport.requests.filter(({ push }) => push !== null)
  const sizes = await Promise.all(pushes.map(async (request) => (await gzipText(JSON.stringify(request))).byteLength))
  return sizes.reduce((sum, size) => sum + size, 0)
}

describe('the price of sending', () => {
  it.each([1, 24, 150, 900, 4000])(
    'SYN-16: of %i answers is within 20 %% of the bytes that then leave',
    async (count) => {
      const store = new MemorySyncStore()
      const { bytes } = await priceOfText(writeAnswers(store, count), unmeasured)
      const truth = await bytesThatLeft(store)
      expect(Math.abs(bytes - truth) / truth).toBeLessThan(0.2)
    },
  )

  it('SYN-16: has no time while nothing was measured, and says nothing where nothing waits', async () => {
    const ops = writeAnswers(new MemorySyncStore(), 3)
    expect((await priceOfText(ops, unmeasured)).ms).toBeNull()
    expect(priceOfPhotos({ count: 6, bytes: 1_600_000 }, unmeasured)).toEqual({ bytes: 1_600_000, ms: null })
    expect(await priceOfText([], unmeasured)).toEqual({ bytes: 0, ms: 0 })
    expect(priceOfPhotos({ count: 0, bytes: 0 }, unmeasured)).toEqual({ bytes: 0, ms: 0 })
  })

  it('SYN-16: six photos on a line of 5.6 kB/s with 800 ms per request take about five minutes', () => {
    const { ms } = priceOfPhotos({ count: 6, bytes: 1_600_000 }, { bytesPerSecond: 5_600, roundTripMs: 800 })
    // 1,600,000 / 5,600 = 286 s; 12 + 7 requests at 0.8 s = 15 s
    expect(Math.round((ms ?? 0) / 1000)).toBe(301)
  })
})
