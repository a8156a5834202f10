import { describe, expect, it } from 'vitest'
import { readHandOverFile, writeHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { HandOverDevice, offlineDevice, SELF } from '#support/hand-over/hand-over-device.ts'
import { hashOfContent } from '#support/sealed-fields.ts'

const withAsk = { audience: 'endpoint', withPhotos: false, feeds: [], withAsk: true } as const
const back = { audience: 'origin', withPhotos: false, feeds: [] } as const

/** The carrier takes the file along, meets a network, and brings back what the endpoint gave. */
async function roundTrip(carrier: HandOverDevice, device: HandOverDevice): Promise<Uint8Array> {
  device.scene.clock.advance(60_000)
  await carrier.open((await device.make(withAsk)).bytes)
  await carrier.sync()
  return (await carrier.make(back)).bytes
}

interface Cast {
  readonly scene: Scene
  readonly chairman: HandOverDevice
  readonly secretary: HandOverDevice
  readonly monitor: HandOverDevice
}

/** The chairman works without a network; the secretary of the same commune and a monitor who drives by have one. */
async function cast(): Promise<Cast> {
  const scene = await createScene()
  const chairman = await offlineDevice(scene, 'chairman')
  const [secretary, monitor] = [
    await HandOverDevice.signIn(scene, 'secretary'),
    await HandOverDevice.signIn(scene, 'monitor'),
  ]
  return { scene, chairman, secretary, monitor }
}

describe('the work of others on the way back', () => {
  it('HND-12: a device without a network sees what a colleague sent meanwhile, and its own receipt', async () => {
    const { chairman, secretary, monitor } = await cast()
    await secretary.answer('q0', { score: 0 })
    await secretary.sync()
    await chairman.open(await roundTrip(monitor, chairman))
    await secretary.answer('q1', { score: 3 })
    await secretary.sync()
    await chairman.answer('q2', { score: 1 })
    const file = await roundTrip(monitor, chairman)
    expect(await chairman.open(file)).toMatchObject({ receipts: 1, news: 1, merged: 0 })
    expect(await chairman.shown('q1', 'score')).toEqual([3])
    expect(await chairman.position()).toMatchObject({ ack: 1, lastN: 1 })
    await secretary.sync()
    expect((await chairman.position()).cur[SELF]).toBe((await secretary.position()).cur[SELF])
  })

  it('HND-12: nobody on the way reads it, and no other device opens it', async () => {
    const { chairman, secretary, monitor } = await cast()
    await secretary.answer('q1', { note: 'bi mat cua xa' })
    await secretary.sync()
    const file = await roundTrip(monitor, chairman)
    expect(Buffer.from(file).toString('latin1')).not.toContain('bi mat')
    secretary.isOnline = false
    expect(await secretary.open(file)).toMatchObject({ news: 0, returnsCarried: 1 })
    // Under another name it does not open either.
    const read = readHandOverFile(file)
    if (!read.ok) throw new Error(read.error)
    const extras = read.value.extras.map(({ entry, bytes }) => ({
      entry: { ...entry, origin: secretary.replica },
      bytes,
    }))
    const forged = await secretary.open(writeHandOverFile(read.value.head, [], extras))
    expect(Object.fromEntries(forged.refused)).toEqual({ 'hand-over.damaged': 1 })
  })

  it('HND-13: twice, out of date and in any order it does no harm', async () => {
    const { chairman, secretary, monitor } = await cast()
    await secretary.answer('q1', { score: 1 })
    await secretary.sync()
    const first = await roundTrip(monitor, chairman)
    await secretary.answer('q1', { score: 2 })
    await secretary.sync()
    const second = await roundTrip(monitor, chairman)
    expect(await chairman.open(second)).toMatchObject({ news: 1 })
    const after = await chairman.position()
    expect(await chairman.open(first)).toMatchObject({ news: 0, newsOld: 1 })
    expect(await chairman.open(second)).toMatchObject({ news: 0, newsOld: 1 })
    expect(await chairman.shown('q1', 'score')).toEqual([2])
    expect(await chairman.position()).toEqual(after)
  })

  it('HND-13: an answer that begins beyond what is here leaves the cursor where it was', async () => {
    const { chairman, secretary, monitor } = await cast()
    await secretary.answer('q1', { score: 1 })
    await secretary.sync()
    await chairman.open(await roundTrip(monitor, chairman))
    await secretary.answer('q2', { score: 2 })
    await secretary.sync()
    const later = await roundTrip(monitor, chairman)
    const twin = await HandOverDevice.twin(chairman)
    const key = await chairman.files.returnKey()
    if (!key) throw new Error('no key')
    await twin.files.keepReturnKey(key)
    await twin.files.keepPass((await chairman.files.pass()) as never)
    const inc = (await chairman.position()).inc
    await twin.opened.sync.applyAnswer({
      inc,
      push: { ack: 0, safe: 0, expect: null, rejected: [] },
      feeds: [],
      gone: [],
      blobsWanted: [],
      clockOffset: null,
    })
    expect(await twin.open(later)).toMatchObject({ news: 0, newsOld: 1 })
    expect((await twin.position()).cur).toEqual({})
    expect(await chairman.open(later)).toMatchObject({ news: 1 })
  })

  it('HND-12: only what the receiver may read on the day the endpoint answers goes back', async () => {
    const { scene, chairman, secretary, monitor } = await cast()
    await secretary.answer('q1', { score: 3 })
    await secretary.sync()
    const wish = await chairman.make(withAsk)
    await scene.store.revokeDevice(chairman.replica)
    await monitor.open(wish.bytes)
    await monitor.sync()
    expect(await monitor.files.extras()).toMatchObject([{ kind: 'ask' }])
  })

  it('HND-9: a wish is answered once, and a later one takes its place', async () => {
    const { scene, chairman, secretary, monitor } = await cast()
    await secretary.answer('q1', { score: 3 })
    await secretary.sync()
    const first = await chairman.make(withAsk)
    expect(await monitor.open(first.bytes)).toMatchObject({ asksCarried: 1 })
    await monitor.sync()
    expect(await monitor.open(first.bytes)).toMatchObject({ asksCarried: 0 })
    const position = await monitor.position()
    expect((await monitor.files.extras()).find(({ kind }) => kind === 'ask')?.inc).toBe(position.inc)
    scene.clock.advance(1000)
    expect(await monitor.open((await chairman.make(withAsk)).bytes)).toMatchObject({ asksCarried: 1 })
    expect((await monitor.files.extras()).filter(({ kind }) => kind === 'ask')).toHaveLength(1)
  })

  it('HND-12: what is handed out in a file stands in the trail as that of a pull does', async () => {
    const scene = await createScene()
    const monitor = await offlineDevice(scene, 'monitor')
    const secretary = await HandOverDevice.signIn(scene, 'secretary')
    await secretary.write({
      feed: 'ls25-06001/pub',
      kind: 'submission',
      entity: 'sub-1',
      fields: { unit: 'ls25-06001', assessment: 'asm.ls25-06001.2026-1', content: {}, sha256: hashOfContent({}) },
    })
    await secretary.sync()
    const before = (await scene.store.trailPage({ chains: ['ls25-06001/pub'], types: ['handed-out'], limit: 9 })).length
    const carrier = await HandOverDevice.signIn(scene, 'neighbour')
    const file = await roundTrip(carrier, monitor)
    expect(await monitor.open(file)).toMatchObject({ news: 1 })
    const links = await scene.store.trailPage({ chains: ['ls25-06001/pub'], types: ['handed-out'], limit: 9 })
    expect(links.length).toBe(before + 1)
    expect(links[0]?.device).toBe(monitor.replica)
  })

  it('HND-2: an endpoint or a program of before passes by what it does not know', async () => {
    const { chairman, secretary } = await cast()
    await chairman.answer('q1', { score: 1 })
    const { bytes } = await chairman.make(withAsk)
    const read = readHandOverFile(bytes)
    if (!read.ok) throw new Error(read.error)
    const newer = read.value.extras.map(({ entry, bytes: piece }) => ({
      entry: { ...entry, kind: 'of-a-newer-program' },
      bytes: piece,
    }))
    const file = writeHandOverFile(read.value.head, read.value.parts, newer)
    expect(await secretary.open(file)).toMatchObject({ carried: 1, asksCarried: 0, refused: new Map() })
  })
})
