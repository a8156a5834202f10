import { describe, expect, it } from 'vitest'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { makeFile } from '#sync/hand-over/make-file.ts'
import { takeInFile } from '#sync/hand-over/take-in-file.ts'
import {
  forCarrier,
  forTeam,
  HandOverDevice,
  makeKeyPair,
  offlineDevice,
  SELF,
} from '#support/hand-over/hand-over-device.ts'
import type { PreparedPhoto } from '#data/contract/evidence-contract.ts'
import { aPhoto, sha256, valueOf } from '#support/store/test-store.ts'

const seqOf = async ({ store }: Scene, feed = SELF): Promise<number> => (await store.positions([feed]))[0]?.seq ?? 0
const refusedIn = (taken: { readonly refused: ReadonlyMap<string, number> }) => Object.fromEntries(taken.refused)

/** Two answers of a secretary reach the endpoint over a monitor, while a copy of the profile answers by itself. */
async function carriedBesideATwin(ofTwin: readonly string[], before?: (twin: HandOverDevice) => Promise<unknown>) {
  const scene = await createScene()
  const secretary = await offlineDevice(scene, 'secretary')
  const twin = await HandOverDevice.twin(secretary)
  await twin.sync()
  twin.isOnline = false
  for (const question of ['q1', 'q2']) await secretary.answer(question, { score: 2 })
  for (const question of ofTwin) await twin.answer(question, { score: 1 })
  await before?.(twin)
  const monitor = await HandOverDevice.signIn(scene, 'monitor')
  await monitor.open((await secretary.make(forCarrier)).bytes)
  await monitor.sync()
  const { bytes: back } = await monitor.make({ audience: 'origin', withPhotos: false, feeds: [] })
  return { secretary, twin, back }
}

describe('a file for a carrier', () => {
  it('HND-3, HND-9: goes from the origin over a carrier to the endpoint, and the receipt comes back the same way', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    const monitor = await offlineDevice(scene, 'monitor')
    await secretary.answer('q1', { score: 2 })
    await secretary.answer('q2', { score: 3 })
    const file = await secretary.make(forCarrier)
    expect(file).toMatchObject({ ops: 2, carried: 0 })

    expect(await monitor.open(file.bytes)).toMatchObject({ merged: 0, carried: 1 })
    expect(await seqOf(scene)).toBe(0)
    monitor.isOnline = true
    await monitor.sync()
    expect(await seqOf(scene)).toBe(2)

    expect(await secretary.position()).toMatchObject({ ack: 0, lastN: 2 })
    const back = await monitor.make({ audience: 'origin', withPhotos: false, feeds: [] })
    expect(await secretary.open(back.bytes)).toMatchObject({ receipts: 1, merged: 0 })
    expect(await secretary.position()).toMatchObject({ ack: 2, lastN: 2 })
  })

  it('HND-8, SYN-33: a receipt for what a copy of this profile handed over makes nothing here count as sent', async () => {
    const { secretary, twin, back } = await carriedBesideATwin(['q3', 'q4', 'q5'])
    expect(refusedIn(await twin.open(back))).toEqual({ 'device.forked': 1 })
    expect(await twin.position()).toMatchObject({ ack: 0, lastN: 3 })
    expect(await secretary.open(back)).toMatchObject({ receipts: 1 })
    expect(await secretary.position()).toMatchObject({ ack: 2, lastN: 2 })
  })

  it('HND-15: of two copies that both handed over, a receipt makes only the work sent that it speaks of', async () => {
    const { secretary, twin, back } = await carriedBesideATwin(['q3', 'q4'], (copy) => copy.make(forCarrier))
    expect(refusedIn(await twin.open(back))).toEqual({ 'device.forked': 1 })
    expect(await twin.position()).toMatchObject({ ack: 0, lastN: 2 })
    expect(await secretary.open(back)).toMatchObject({ receipts: 1 })
    expect(await secretary.position()).toMatchObject({ ack: 2, lastN: 2 })
  })

  it('HND-4: shows the carrier nothing of what is in it', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    await secretary.answer('q1', { note: 'bi mat cua xa' })
    const text = Buffer.from((await secretary.make(forCarrier)).bytes).toString('latin1')
    expect(text).not.toContain('ans.asm')
    expect(text).not.toContain('bi mat')
  })

  it('HND-3: any number of times and by several carriers changes nothing after the first', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    await secretary.answer('q1', { score: 2 })
    const first = await secretary.make(forCarrier)
    await secretary.answer('q1', { score: 3 })
    const second = await secretary.make(forCarrier)
    for (const [name, file] of [
      ['monitor', second],
      ['neighbour', first],
      ['province', second],
    ] as const) {
      const carrier = await HandOverDevice.signIn(scene, name)
      await carrier.open(file.bytes)
      await carrier.open(file.bytes)
      await carrier.sync()
      await carrier.sync()
    }
    expect(await seqOf(scene)).toBe(2)
  })

  it('HND-1: is passed on byte for byte, and a section once made is made only once', async () => {
    const scene = await createScene()
    const [secretary, monitor] = [await offlineDevice(scene, 'secretary'), await offlineDevice(scene, 'monitor')]
    await secretary.answer('q1', { score: 2 })
    await monitor.open((await secretary.make(forCarrier)).bytes)
    await monitor.open((await secretary.make(forCarrier)).bytes)
    const [kept, ...more] = (await monitor.files.sections()).ok ? await sections(monitor) : []
    expect(more).toEqual([])
    const own = (await sections(secretary)).find(({ form }) => form === 'envelope')
    expect(kept?.sha256).toBe(own?.sha256)
    expect(await monitor.files.sectionBytes(kept?.sha256 ?? '')).toEqual(
      await secretary.files.sectionBytes(own?.sha256 ?? ''),
    )
  })

  it('HND-5: what comes without the part before it waits with the carrier and goes when that part arrived', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    await secretary.answer('q1', { score: 1 })
    const first = await secretary.make(forCarrier)
    await secretary.answer('q2', { score: 2 })
    const both = await secretary.make(forCarrier)
    const late = await HandOverDevice.signIn(scene, 'neighbour')
    const [, second] = (await sections(secretary)).filter(({ form }) => form === 'envelope')
    if (!second) throw new Error('expected two runs')
    await late.files.keepSections([
      { ...second, bytes: (await secretary.files.sectionBytes(second.sha256)) ?? new Uint8Array() },
    ])
    await late.sync()
    expect(await seqOf(scene)).toBe(0)
    expect((await sections(late))[0]).toMatchObject({ inc: null, code: 'hand-over.gap' })
    const monitor = await HandOverDevice.signIn(scene, 'monitor')
    await monitor.open(first.bytes)
    await monitor.sync()
    await late.sync()
    expect(await seqOf(scene)).toBe(2)
    expect(both.ops).toBe(2)
  })

  it('HND-4: of a device that was revoked is kept in quarantine, and its receipt says so', async () => {
    const scene = await createScene()
    const [secretary, monitor] = [
      await offlineDevice(scene, 'secretary'),
      await HandOverDevice.signIn(scene, 'monitor'),
    ]
    await secretary.answer('q1', { score: 2 })
    const file = await secretary.make(forCarrier)
    await scene.store.revokeDevice(secretary.replica)
    await monitor.open(file.bytes)
    await monitor.sync()
    expect(await seqOf(scene)).toBe(0)
    expect((await scene.store.quarantineOf(secretary.replica)).map(({ n, code }) => [n, code])).toEqual([
      [1, 'device.revoked'],
    ])
    const back = await monitor.make({ audience: 'origin', withPhotos: false, feeds: [] })
    await secretary.open(back.bytes)
    expect(await secretary.position()).toMatchObject({ ack: 1 })
    expect(await secretary.opened.syncCentre.attention()).toMatchObject([{ n: 1, code: 'device.revoked' }])
  })

  it('HND-4: is judged by the rights of its author, not of who brought it', async () => {
    const scene = await createScene()
    const [neighbour, province] = [
      await offlineDevice(scene, 'neighbour'),
      await HandOverDevice.signIn(scene, 'secretary'),
    ]
    await neighbour.answer('q1', { score: 2 })
    await province.open((await neighbour.make(forCarrier)).bytes)
    await province.sync()
    expect((await scene.store.quarantineOf(neighbour.replica)).map(({ code }) => code)).toEqual(['access.forbidden'])
  })
})

describe('a file for a team mate', () => {
  it('HND-7: is merged without a network, shown as not confirmed, and passed on to the endpoint', async () => {
    const scene = await createScene()
    const [secretary, chairman] = [await offlineDevice(scene, 'secretary'), await offlineDevice(scene, 'chairman')]
    await secretary.answer('q1', { score: 2 })
    const file = await secretary.make(forTeam)
    expect(await chairman.open(file.bytes)).toMatchObject({ merged: 1, authors: ['secretary'], carried: 1 })
    expect(await chairman.shown('q1', 'score')).toEqual([2])
    expect(await chairman.open(file.bytes)).toMatchObject({ merged: 0, known: 1, carried: 0, carriedBefore: 1 })
    chairman.isOnline = true
    await chairman.sync()
    expect(await seqOf(scene)).toBe(1)
    expect((await chairman.position()).lastN).toBe(0)
  })

  it('HND-3: out of order, and answered by a file of the other side, ends in the same records', async () => {
    const scene = await createScene()
    const [secretary, chairman] = [await offlineDevice(scene, 'secretary'), await offlineDevice(scene, 'chairman')]
    await secretary.answer('q1', { score: 1 })
    const first = await secretary.make(forTeam)
    await secretary.answer('q1', { score: 2 })
    const second = await secretary.make(forTeam)
    await chairman.answer('q1', { score: 3 })
    await chairman.open(second.bytes)
    await chairman.open(first.bytes)
    await secretary.open((await chairman.make(forTeam)).bytes)
    expect(new Set(await chairman.shown('q1', 'score'))).toEqual(new Set([2, 3]))
    expect(await secretary.shown('q1', 'score')).toEqual(await chairman.shown('q1', 'score'))
  })

  it("HND-7: is believed also where a dead battery has set the reader's clock back to 2015", async () => {
    const scene = await createScene()
    const [secretary, chairman] = [await offlineDevice(scene, 'secretary'), await offlineDevice(scene, 'chairman')]
    await secretary.answer('q1', { score: 2 })
    const { bytes } = await secretary.make(forTeam)
    const parts = { ...chairman.parts, clock: { now: () => Date.UTC(2015, 0, 1) } }
    expect(valueOf(await takeInFile(parts, bytes))).toMatchObject({ merged: 1 })
  })

  it('HND-7: gives nothing to somebody of another unit, who still carries it', async () => {
    const scene = await createScene()
    const [secretary, neighbour] = [await offlineDevice(scene, 'secretary'), await offlineDevice(scene, 'neighbour')]
    await secretary.answer('q1', { score: 2 })
    const taken = await neighbour.open((await secretary.make(forTeam)).bytes)
    expect(taken).toMatchObject({ merged: 0, carried: 1 })
    expect(refusedIn(taken)).toEqual({ 'hand-over.wrong-device': 1 })
    expect(await neighbour.shown('q1', 'score')).toEqual([])
  })

  it('HND-7: is not believed where its author could not write there', async () => {
    const scene = await createScene()
    const [neighbour, chairman] = [await offlineDevice(scene, 'neighbour'), await offlineDevice(scene, 'chairman')]
    await neighbour.answer('q1', { score: 0 })
    const taken = await chairman.open((await neighbour.make(forTeam)).bytes)
    expect(refusedIn(taken)).toEqual({ 'access.forbidden': 1 })
    expect(await chairman.shown('q1', 'score')).toEqual([])
  })

  it('HND-2: a damaged part is left aside with its reason, the others are taken in', async () => {
    const scene = await createScene()
    const [secretary, chairman] = [await offlineDevice(scene, 'secretary'), await offlineDevice(scene, 'chairman')]
    await secretary.answer('q1', { score: 2 })
    const { bytes } = await secretary.make(forTeam)
    const spoilt = bytes.slice()
    spoilt.set([(spoilt.at(-1) ?? 0) ^ 1], spoilt.length - 1)
    const broken = await chairman.open(spoilt)
    expect(refusedIn(broken)).toEqual({ 'hand-over.damaged': 1 })
    expect(broken).toMatchObject({ merged: 0, carried: 1 })
    expect(refusedIn(await chairman.open(bytes.slice(0, -10)))).toEqual({ 'hand-over.damaged': 1 })
    expect(await chairman.open(bytes)).toMatchObject({ merged: 1 })
  })

  it('HND-3: own work that comes back round changes nothing', async () => {
    const scene = await createScene()
    const [secretary, chairman] = [await offlineDevice(scene, 'secretary'), await offlineDevice(scene, 'chairman')]
    await secretary.answer('q1', { score: 2 })
    await chairman.open((await secretary.make(forTeam)).bytes)
    const before = await secretary.position()
    expect(await secretary.open((await chairman.make(forTeam)).bytes)).toMatchObject({ merged: 0, carried: 0 })
    expect(await secretary.position()).toEqual(before)
  })
})

describe('receipts', () => {
  const receiptFor = async (secretary: HandOverDevice, scene: Scene) => {
    const monitor = await offlineDevice(scene, 'monitor')
    await monitor.open((await secretary.make(forCarrier)).bytes)
    monitor.isOnline = true
    await monitor.sync()
    return monitor.make({ audience: 'origin', withPhotos: false, feeds: [] })
  }

  it('HND-8: make nothing "sent" where the endpoint did not sign them', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    await secretary.answer('q1', { score: 2 })
    const { bytes } = await receiptFor(secretary, scene)
    const forged = Uint8Array.from(
      Buffer.from(Buffer.from(bytes).toString('latin1').replace('\\"safe\\":0', '\\"safe\\":1'), 'latin1'),
    )
    expect(forged).not.toEqual(Uint8Array.from(bytes))
    expect(refusedIn(await secretary.open(forged))).toEqual({ 'hand-over.damaged': 1 })
    expect(await secretary.position()).toMatchObject({ ack: 0, safe: 0 })
    expect(await secretary.open(bytes)).toMatchObject({ receipts: 1 })
  })

  it('HND-8: of an endpoint that was restored since, or before, are told as old and change nothing', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    await secretary.answer('q1', { score: 2 })
    const { bytes } = await receiptFor(secretary, scene)
    const at = await secretary.position()
    const nothing = { ack: 0, safe: 0, expect: null, rejected: [] }
    const answer = { inc: 'restored', push: nothing, feeds: [], gone: [], blobsWanted: [], clockOffset: null }
    await secretary.opened.sync.applyAnswer(answer)
    expect(await secretary.open(bytes)).toMatchObject({ receipts: 0, receiptsOld: 1 })
    expect(await secretary.position()).toMatchObject({ inc: 'restored', ack: 0, lastN: at.lastN })
  })

  it('HND-8: for more than this store ever wrote tell that it was set back', async () => {
    const scene = await createScene()
    const key = await makeKeyPair()
    const secretary = await HandOverDevice.signIn(scene, 'secretary', key)
    await secretary.sync()
    await secretary.answer('q1', { score: 2 })
    const { bytes } = await receiptFor(secretary, scene)
    const [copy, pass] = [await HandOverDevice.twin(secretary), await secretary.files.pass()]
    if (!pass) throw new Error('expected a pass')
    valueOf(await copy.files.keepPass(pass))
    const nothing = { ack: 0, safe: 0, expect: null, rejected: [] }
    const { inc } = await secretary.position()
    await copy.opened.sync.applyAnswer({ inc, push: nothing, feeds: [], gone: [], blobsWanted: [], clockOffset: null })
    expect(refusedIn(await copy.open(bytes))).toEqual({ 'device.forked': 1 })
  })
})

describe('what stays with its device', () => {
  it('HND-3: a new file carries only what has no backup yet, and says when there is nothing', async () => {
    const scene = await createScene()
    const secretary = await HandOverDevice.signIn(scene, 'secretary')
    await secretary.answer('q1', { score: 2 })
    await secretary.sync()
    expect(await makeFile(secretary.parts, forCarrier)).toMatchObject({ error: { code: 'hand-over.nothing' } })
    await secretary.answer('q2', { score: 2 })
    expect(await secretary.make(forCarrier)).toMatchObject({ ops: 2 })
    await secretary.sync()
    await scene.store.backup(scene.clock.now())
    await secretary.sync()
    await secretary.answer('q3', { score: 2 })
    expect(await secretary.make(forCarrier)).toMatchObject({ ops: 1 })
  })

  it('HND-1: a store that gave up its name forgets the sections made under it, and carries none of them', async () => {
    const scene = await createScene()
    const secretary = await offlineDevice(scene, 'secretary')
    await secretary.answer('q1', { score: 2 })
    await secretary.make(forCarrier)
    expect(await sections(secretary)).toMatchObject([{ isOwn: true }, { isOwn: true }])
    const position = async () => {
      const at = await secretary.opened.sync.position()
      return at.ok ? { ...at, value: { ...at.value, replica: 'renamed' } } : at
    }
    const identity = () => ({ ...secretary.opened.identity, replica: 'renamed' })
    const renamed = { ...secretary.parts, identity, sync: { ...secretary.opened.sync, position } }
    const made = valueOf(await makeFile(renamed, forCarrier))
    expect(made).toMatchObject({ ops: 1, carried: 0 })
    expect(new Set((await sections(secretary)).map(({ origin }) => origin))).toEqual(new Set(['renamed']))
  })

  it('HND-2: a device that never got a pass carries for others and says what it lacks', async () => {
    const scene = await createScene()
    const [secretary, fresh] = [
      await offlineDevice(scene, 'secretary'),
      await HandOverDevice.signIn(scene, 'neighbour'),
    ]
    await secretary.answer('q1', { score: 2 })
    const taken = await fresh.open((await secretary.make(forTeam)).bytes)
    expect(taken).toMatchObject({ merged: 0, carried: 1 })
    expect(refusedIn(taken)).toEqual({ 'hand-over.no-pass': 1 })
    expect(await makeFile(fresh.parts, forCarrier)).toMatchObject({ error: { code: 'hand-over.no-pass' } })
  })

  it('HND-9: photos go sealed with a carrier, are stored under their hash, and leave the carrier', async () => {
    const scene = await createScene()
    const [secretary, monitor] = [await offlineDevice(scene, 'secretary'), await offlineDevice(scene, 'monitor')]
    const photo = asPicture(aPhoto('one'))
    const of = 'ans.asm.ls25-06001.2026-1.q1'
    await secretary.answer('q1', { score: 2 })
    valueOf(await secretary.opened.evidence.add({ feed: SELF, of, caption: '', photo }))
    const file = await secretary.make({ ...forCarrier, withPhotos: true })
    expect(file).toMatchObject({ photos: 2 })
    await monitor.open(file.bytes)
    monitor.isOnline = true
    await monitor.sync()
    expect(await scene.store.blob(photo.sha256)).toMatchObject({ size: photo.bytes.length })
    expect((await sections(monitor)).filter(({ type }) => type === 'photo')).toEqual([])
  })
})

/** With what a JPEG begins with: the endpoint keeps nothing else under that name (END-70). */
function asPicture(photo: PreparedPhoto): PreparedPhoto {
  const marked = (bytes: Uint8Array) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...bytes])
  const [bytes, thumbnail] = [marked(photo.bytes), marked(photo.thumbnail)]
  return { ...photo, bytes, thumbnail, sha256: sha256(bytes), thumbnailSha256: sha256(thumbnail) }
}

const sections = async (device: HandOverDevice) => {
  const all = await device.files.sections()
  if (!all.ok) throw new Error(all.error.code)
  return [...all.value].sort((a, b) => a.from - b.from)
}
