import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { packBatch } from '#protocol/batch.ts'
import { BlobBackup } from '#server/photo/blob-backup.ts'
import { BlobFiles } from '#server/photo/blob-files.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'
import { listening, record, sha256, Uploader, photoBytes } from '#support/endpoint/uploader.ts'

/** Asks until the copy is there: it is made after the answer. */
async function askedUntilSafe(
  device: TestDevice,
  hashes: readonly string[],
  count: number,
): Promise<readonly string[]> {
  for (let i = 0; i < 200; i++) {
    const { blobsSafe = [] } = await device.sync({ blobsAsked: [...hashes] })
    if (blobsSafe.length >= count) return blobsSafe
    await pause(5)
  }
  throw new Error('it does not become safe')
}

async function withPhoto(scene: Scene) {
  const device = await signIn(scene, 'secretary')
  const uploader = new Uploader(device, await listening(scene))
  const bytes = photoBytes(40_000)
  await device.push(record(device, sha256(bytes)))
  expect((await uploader.whole(bytes)).status).toBe(204)
  return { device, uploader, bytes, hash: sha256(bytes) }
}

describe('the copies of photos', () => {
  it('END-53: devices that ask are told which photos lie in the backup, and only those', async () => {
    const scene = await createScene()
    const { device, hash, bytes } = await withPhoto(scene)
    const unknown = sha256(photoBytes(8))
    expect(await askedUntilSafe(device, [unknown, hash], 1)).toEqual([hash])
    expect(readFileSync(new BlobFiles(`${scene.folder}-backups`).pathOf(hash)).equals(bytes)).toBe(true)
    rmSync(new BlobFiles(`${scene.folder}-backups`).pathOf(hash))
    expect((await device.sync({ blobsAsked: [hash] })).blobsSafe).toEqual([])
    expect(await device.sync()).not.toHaveProperty('blobsSafe')
  })

  it('END-53: a photo whose bytes went bad is not copied, and the trouble is told', async () => {
    const [live, copies, trouble] = [new BlobFiles(tempFolder()), new BlobFiles(tempFolder()), [] as unknown[]]
    const [good, bad] = [photoBytes(500), photoBytes(500)]
    for (const bytes of [good, bad]) {
      writeFileSync(path.join(live.incoming, sha256(bytes)), bytes)
      await live.adopt(sha256(bytes), sha256(bytes))
    }
    const backup = new BlobBackup(live, copies, (error) => trouble.push(error))
    truncateSync(live.pathOf(sha256(bad)), 100)
    await backup.sweep()
    expect([backup.isSafe(sha256(good)), backup.isSafe(sha256(bad)), trouble.length]).toEqual([true, false, 1])
    expect(readdirSync(copies.incoming)).toEqual([])
  })
})

describe('room for photos', () => {
  it('END-57: a commune that used its quota sends no more photos and goes on writing; its neighbour is not concerned', async () => {
    const scene = await createScene({ photoLimits: { quotaBytes: 60_000 } })
    const { device, uploader } = await withPhoto(scene)
    const more = photoBytes(30_000)
    const refused = await uploader.begin(more)
    expect([refused.status, await refused.json()]).toEqual([
      507,
      { code: 'evidence.quota-full', params: { megabytes: 0 } },
    ])
    expect((await device.push(record(device, sha256(more)))).push.ack).toBe(2)
    expect((await uploader.begin(photoBytes(15_000))).status).toBe(201)
    const neighbour = new Uploader(await signIn(scene, 'neighbour'), uploader.origin)
    expect((await neighbour.begin(more, { feed: 'ls25-06007/pub' })).status).toBe(201)
  })

  it('END-57: a disk that is full for photos takes text, and says so with a code of its own', async () => {
    const scene = await createScene({ photoLimits: { reserveBytes: Number.MAX_SAFE_INTEGER } })
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    const bytes = photoBytes(1000)
    const refused = await uploader.begin(bytes)
    expect([refused.status, await refused.json()]).toEqual([507, { code: 'evidence.disk-full' }])
    const { push, blobsWanted } = await device.sync({ push: packBatch([record(device, sha256(bytes))]) })
    expect([push.ack, push.rejected, blobsWanted]).toEqual([1, [], [sha256(bytes)]])
  })
})
