import { describe, expect, it } from 'vitest'
import type { LinkSpeed } from '#data/contract/photo-sending-contract.ts'
import { createLinkMeter, timeToSend, withTransfer } from '#sync/link-speed.ts'
import { createChunkSize, LEAST_CHUNK_BYTES, MOST_CHUNK_BYTES } from '#sync/photo-chunk-size.ts'
import { browserNetwork, photosWaitFor } from '#sync/photo-network.ts'
import { createPhotoQuestions } from '#sync/photo-questions.ts'
import { VirtualTime } from '#support/sync/virtual-time.ts'

const unmeasured: LinkSpeed = { bytesPerSecond: null, roundTripMs: null }

describe('the size of a chunk', () => {
  it('SYN-14: grows from 64 to 256 kB while full chunks go quickly', () => {
    const size = createChunkSize()
    const sizes = [1, 2, 3, 4].map(() => {
      const bytes = size.bytes()
      size.succeeded(bytes, 900)
      return bytes / 1024
    })
    expect(sizes).toEqual([64, 128, 256, 256])
  })

  it('SYN-14: is not raised by a small last piece, nor by a middling line', () => {
    const size = createChunkSize()
    size.succeeded(3_000, 5)
    size.succeeded(LEAST_CHUNK_BYTES, 6_000)
    expect(size.bytes()).toBe(LEAST_CHUNK_BYTES)
  })

  it('SYN-14: shrinks after a cut and on a slow line, never below 64 kB', () => {
    const size = createChunkSize()
    for (let at = 0; at < 3; at++) size.succeeded(size.bytes(), 100)
    expect(size.bytes()).toBe(MOST_CHUNK_BYTES)
    size.failed()
    size.succeeded(size.bytes(), 20_000)
    expect(size.bytes()).toBe(LEAST_CHUNK_BYTES)
    size.failed()
    expect(size.bytes()).toBe(LEAST_CHUNK_BYTES)
  })
})

describe('the speed of the line', () => {
  it('SYN-16: is learnt from small requests and large ones apart, and follows a change of network', () => {
    const first = withTransfer(withTransfer(unmeasured, { bytes: 300, ms: 500 }), { bytes: 64_000, ms: 8_500 })
    expect(first).toEqual({ bytesPerSecond: 8_000, roundTripMs: 500 })
    const faster = Array.from({ length: 10 }).reduce<LinkSpeed>(
      (speed) => withTransfer(speed, { bytes: 128_000, ms: 628 }),
      { ...first, roundTripMs: 500 },
    )
    expect(faster.bytesPerSecond).toBeGreaterThan(900_000)
    expect(timeToSend(first, 16_000, 2)).toBe(3_000)
  })

  it('SYN-16: a request that came quicker than the average trip does not make the line endless', () => {
    const speed = withTransfer({ bytesPerSecond: null, roundTripMs: 900 }, { bytes: 10_000, ms: 500 })
    expect(speed.bytesPerSecond).toBe(200_000)
  })

  it('SYN-16: is measured at the edge and kept, but not for a round that had nothing to send', async () => {
    const time = new VirtualTime()
    const kept: LinkSpeed[] = []
    const store = {
      speed: async () => kept.at(-1) ?? unmeasured,
      keepSpeed: async (speed: LinkSpeed) => void kept.push(speed),
    }
    const fetch = (async () => {
      time.pass(100)
      return new Response('')
    }) as typeof globalThis.fetch
    const meter = createLinkMeter({ origin: '', fetch, timers: time }, store)
    await meter.edge.fetch('/small', { body: new Uint8Array(200) })
    await meter.save()
    expect(kept).toEqual([])
    await meter.edge.fetch('/large', { method: 'PATCH', body: new Blob([new Uint8Array(50_000)]) })
    await meter.save()
    expect(kept).toHaveLength(1)
    expect(kept[0]?.bytesPerSecond).toBe(500_000)
  })
})

describe('the network as a browser tells it', () => {
  it('SYN-15: is free on Wi-Fi and a cable, metered on mobile data, and hidden where nothing is said', () => {
    const kindOf = (type?: string) => browserNetwork({ connection: Object.assign(new EventTarget(), { type }) }).kind()
    expect(['wifi', 'ethernet', 'cellular', 'unknown', 'none', undefined].map(kindOf)).toEqual([
      'free',
      'free',
      'metered',
      'hidden',
      'hidden',
      'hidden',
    ])
    expect(browserNetwork({}).kind()).toBe('hidden')
  })

  it('SYN-15: tells when another network takes over, and stops telling', () => {
    const connection = Object.assign(new EventTarget(), { type: 'cellular' })
    const network = browserNetwork({ connection })
    let changes = 0
    const stop = network.onChange(() => changes++)
    connection.type = 'wifi'
    connection.dispatchEvent(new Event('change'))
    expect([changes, network.kind(), photosWaitFor('wifi', network.kind())]).toEqual([1, 'free', null])
    stop()
    connection.dispatchEvent(new Event('change'))
    expect(changes).toBe(1)
  })
})

describe('questions about sent photos', () => {
  const hashes = Array.from({ length: 40 }, (_, at) => `sha-${at}`)

  it('SYN-17: come a few at a time, every five minutes, in turn', async () => {
    const time = new VirtualTime()
    const questions = createPhotoQuestions({ sentPhotos: async () => hashes }, time)
    expect(await questions.next()).toEqual(hashes.slice(0, 16))
    expect(await questions.next()).toEqual([])
    time.pass(5 * 60_000)
    expect(await questions.next()).toEqual(hashes.slice(16, 32))
    time.pass(5 * 60_000)
    expect(await questions.next()).toEqual([...hashes.slice(32), ...hashes.slice(0, 8)])
  })

  it('SYN-17: cost nothing while there is nothing to ask', async () => {
    const time = new VirtualTime()
    let sent: readonly string[] = []
    const questions = createPhotoQuestions({ sentPhotos: async () => sent }, time)
    expect(await questions.next()).toEqual([])
    sent = hashes.slice(0, 2)
    expect(await questions.next()).toEqual(sent)
  })
})
