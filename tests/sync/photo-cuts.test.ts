// Photos to the real endpoint over a line that ends in the middle of chunks, with a device that is killed, an endpoint
// that is restarted, and an upload it no longer knows. The dice are seeded: the seed is in the title.
import { cpSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openInstallation } from '#support/endpoint/demonstration.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { CuttingProxy, type LineFault } from '#support/sync/cutting-proxy.ts'
import { PhotoDevice } from '#support/sync/photo-device.ts'
import { Dice } from '#support/sync/simulation/dice.ts'
import { sha256, valueOf } from '#support/store/test-store.ts'

/** The endpoint looks at the first bytes, whatever follows (END-70). */
const JPEG = [0xff, 0xd8, 0xff, 0xe0]
const bytesOf = (dice: Dice, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, at) => JPEG[at] ?? dice.whole(0, 255))

interface Line {
  readonly proxy: CuttingProxy
  /** Of the endpoint behind the line. */
  origin: string
  restart(): Promise<void>
  /** Removes what the endpoint holds of half-sent photos, as after a restore from a backup. */
  forget(): Promise<void>
}

/** Seeded once: the demonstration data takes longer than all the photos. */
let template: string | undefined

async function seededFolder(): Promise<string> {
  if (template === undefined) {
    const seeded = await openInstallation()
    await seeded.close()
    template = seeded.dataDir
  }
  const folder = tempFolder()
  cpSync(template, folder, { recursive: true })
  return folder
}

async function openLine(): Promise<Line & { readonly device: () => Promise<PhotoDevice> }> {
  const dataDir = await seededFolder()
  let installation = await openInstallation({ dataDir })
  const account = installation.endpoint.demoAccounts.find(({ username }) => username.startsWith('thuky'))
  if (!account) throw new Error('no secretary among the demonstration accounts')
  const proxy = new CuttingProxy(0)
  const through = await proxy.start()
  onTestFinished(() => proxy.stop())
  const line = { proxy, origin: '', restart, forget, device: () => PhotoDevice.open(through, account) }
  async function begin(): Promise<void> {
    line.origin = await installation.endpoint.listen(0, '127.0.0.1')
    proxy.targetPort = Number(new URL(line.origin).port)
  }
  async function restart(): Promise<void> {
    proxy.hangUp()
    await installation.close()
    installation = await openInstallation({ dataDir, demo: false })
    await begin()
  }
  async function forget(): Promise<void> {
    const incoming = path.join(dataDir, 'blobs', 'incoming')
    for (const name of readdirSync(incoming)) rmSync(path.join(incoming, name), { force: true })
  }
  await begin()
  return line
}

const feedOf = (device: PhotoDevice): string => `${device.store.identity.grants[0]?.scope}/self`

async function takePhotos(device: PhotoDevice, dice: Dice, sizes: readonly number[]): Promise<readonly string[]> {
  const hashes: string[] = []
  for (const [at, size] of sizes.entries()) {
    const [bytes, thumbnail] = [bytesOf(dice, size), bytesOf(dice, dice.whole(6_000, 11_000))]
    await device.take(feedOf(device), `ans.asm.x.2026-1.Q${at}`, bytes, thumbnail)
    hashes.push(sha256(bytes), sha256(thumbnail))
  }
  return hashes
}

const faultKinds: readonly LineFault['kind'][] = ['cut-up', 'cut-up', 'cut-down', 'damage', 'damage-and-cut']

/** Answers are a few hundred bytes, chunks up to 256 kB. */
function someFault(dice: Dice): LineFault {
  const kind = dice.pick(faultKinds)
  return { kind, after: dice.whole(1, kind === 'cut-down' ? 2_500 : 45_000) }
}

const QUIET_AFTER = 60
const MOST_ATTEMPTS = 80

describe('a photo over a line that breaks', () => {
  it.each([174, 2017, 9001])(
    'SYN-13: arrives byte for byte after cuts at random offsets (seed %i)',
    async (seed) => {
      const dice = new Dice(seed)
      const line = await openLine()
      const device = await line.device()
      const sizes = [dice.whole(20_000, 60_000), dice.whole(150_000, 250_000), dice.whole(300_000, 420_000)]
      const hashes = await takePhotos(device, dice, sizes)
      line.proxy.faults = () => someFault(dice)
      let attempt = 0
      for (let isDone = false; !isDone && attempt < MOST_ATTEMPTS; attempt++) {
        if (attempt === 3) await line.restart()
        if (attempt === 6) await line.forget()
        if (attempt === QUIET_AFTER) line.proxy.faults = () => null
        if (dice.isBelow(0.5)) device.restart()
        const ended = await device.run()
        isDone = ended.ok && (await device.store.syncCentre.status()).pendingPhotos === 0
      }
      for (const hash of hashes) expect(await device.served(line.origin, hash)).toBe(hash)
      expect(attempt).toBeGreaterThan(6)
      expect(new Set(line.proxy.hits).size).toBeGreaterThan(2)
    },
    60_000,
  )

  it('SYN-13: goes on at the byte after a cut in mid-chunk, and repeats nothing that arrived', async () => {
    const line = await openLine()
    const device = await line.device()
    const [hash = ''] = await takePhotos(device, new Dice(1), [200_000])
    let cuts = 0
    // Text and thumbnail are some 15 kB; the line ends within the second chunk of the photo.
    line.proxy.faults = () => (cuts++ === 0 ? { kind: 'cut-up', after: 130_000 } : null)
    expect(await device.run()).toMatchObject({ ok: false, error: { code: 'network.offline' } })
    const sent = line.proxy.bytesUp
    device.restart()
    expect(await device.run()).toMatchObject({ ok: true })
    expect(await device.served(line.origin, hash)).toBe(hash)
    expect(sent).toBeGreaterThan(129_000)
    // All but what the cut itself swallowed, and a few headers.
    expect(line.proxy.bytesUp).toBeLessThan(200_000 + 11_000 + 20_000)
  })

  it('SYN-14: a chunk damaged on the way is refused and sent again within the same run', async () => {
    const line = await openLine()
    const device = await line.device()
    const hashes = await takePhotos(device, new Dice(2), [200_000])
    let faults = 0
    line.proxy.faults = () => (faults++ === 0 ? { kind: 'damage', after: 60_000 } : null)
    expect(await device.run()).toMatchObject({ ok: true })
    expect(line.proxy.hits).toEqual(['damage'])
    for (const hash of hashes) expect(await device.served(line.origin, hash)).toBe(hash)
  })

  it('SYN-13: one of which the endpoint no longer holds the upload begins anew', async () => {
    const line = await openLine()
    const device = await line.device()
    const [hash = ''] = await takePhotos(device, new Dice(3), [200_000])
    let cuts = 0
    line.proxy.faults = () => (cuts++ === 0 ? { kind: 'cut-up', after: 130_000 } : null)
    expect((await device.run()).ok).toBe(false)
    await line.forget()
    await line.restart()
    expect(await device.run()).toMatchObject({ ok: true })
    expect(await device.served(line.origin, hash)).toBe(hash)
  })

  it('SYN-13: the same picture from two devices is sent once; the second only asks', async () => {
    const line = await openLine()
    const [first, second] = [await line.device(), await line.device()]
    const [hash = ''] = await takePhotos(first, new Dice(4), [150_000])
    await takePhotos(second, new Dice(4), [150_000])
    expect(await first.run()).toMatchObject({ ok: true })
    const before = line.proxy.bytesUp
    expect(await second.run()).toMatchObject({ ok: true })
    expect(line.proxy.bytesUp - before).toBeLessThan(30_000)
    expect(await second.store.syncCentre.status()).toMatchObject({ pendingPhotos: 0 })
    expect(await second.served(line.origin, hash)).toBe(hash)
  })

  it('DAT-11: one whose record was removed first is never sent', async () => {
    const line = await openLine()
    const device = await line.device()
    const dice = new Dice(5)
    const id = await device.take(feedOf(device), 'ans.asm.x.2026-1.Q0', bytesOf(dice, 150_000), bytesOf(dice, 9_000))
    valueOf(await device.store.evidence.remove(feedOf(device), id))
    expect(await device.run()).toMatchObject({ ok: true })
    expect(line.proxy.bytesUp).toBeLessThan(9_000)
  })

  it('SYN-15, SYN-16: a photo waits for permission while text and thumbnail go, and the line has been measured', async () => {
    const line = await openLine()
    const device = await line.device()
    valueOf(await device.store.photos.setPolicy('wifi'))
    const [hash = '', thumbnail = ''] = await takePhotos(device, new Dice(6), [150_000])
    expect(await device.run()).toMatchObject({ ok: true })
    expect(await device.store.syncCentre.status()).toMatchObject({ pendingPhotos: 1, photosWait: 'hidden-network' })
    expect(await device.served(line.origin, thumbnail)).toBe(thumbnail)
    expect(await device.served(line.origin, hash)).toBeNull()
    expect((await device.store.photos.speed()).bytesPerSecond).toBeGreaterThan(1000)
    valueOf(await device.store.photos.allowWaiting())
    expect(await device.run()).toMatchObject({ ok: true })
    expect(await device.store.syncCentre.status()).toMatchObject({ pendingPhotos: 0, photosWait: null })
    expect(await device.served(line.origin, hash)).toBe(hash)
  })

  it('SYN-17, DAT-12: a sent photo is asked about until the backup holds it; only then it may leave, and can be had again', async () => {
    const line = await openLine()
    const device = await line.device()
    const [hash = ''] = await takePhotos(device, new Dice(7), [150_000])
    expect(valueOf(await device.store.evidence.freeSafe())).toBe(0)
    for (let asked = 0; asked < 50 && (await device.store.evidence.room()).freeable.count === 0; asked++) {
      device.restart()
      expect(await device.run()).toMatchObject({ ok: true })
      await pause(20)
    }
    expect(valueOf(await device.store.evidence.freeSafe())).toBe(150_000)
    expect(await device.store.evidence.bytes(hash)).toBeNull()
    expect(await device.served(line.origin, hash)).toBe(hash)
  })
})
